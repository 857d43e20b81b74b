/** A file as it leaves: its name, its media type, its bytes. */
export type WrittenFile = { readonly fileName: string; readonly type: string; readonly body: Buffer };
