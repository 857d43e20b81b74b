import type { Hash } from '#kernel/merkle.ts';

/** What a log was at a size, as its keeper says: the text of a C2SP `tlog-checkpoint`. */
export type Checkpoint = {
  /** Name of the log, the same as that of its key: `tripoint/NL`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
};

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Null: it is none, or says more than these three lines, which nobody here would have read before signing it. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const found = /^(\S+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text);
  if (found === null) return null;
  const [, origin = '', size = '', encoded = ''] = found;
  const root = Buffer.from(encoded, 'base64');
  // Base64 has several ways to write the same bytes; signatures are over one.
  if (root.toString('base64') !== encoded || Number(size) > Number.MAX_SAFE_INTEGER) return null;
  return { origin, size: Number(size), root };
}
