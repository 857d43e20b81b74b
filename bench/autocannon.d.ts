/** The part of autocannon 9 that we use; it brings no types. */
declare module 'autocannon' {
  type Client = {
    setRequests(
      requests: readonly { readonly path: string; readonly headers: Readonly<Record<string, string>> }[],
    ): void;
    on(event: 'response', listener: (status: number) => void): void;
  };
  function autocannon(options: {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly setupClient: (client: Client) => void;
  }): Promise<{
    readonly errors: number;
    readonly timeouts: number;
    readonly latency: Readonly<Record<'p50' | 'p97_5' | 'p99' | 'max', number>>;
    readonly requests: { readonly total: number; readonly average: number };
  }>;

  // biome-ignore lint/style/noDefaultExport: the package exports itself so
  export { autocannon as default };
}
