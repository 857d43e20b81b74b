import { fail, ok, problem } from '#kernel/result.ts';
import type { Download } from '#platform/module.ts';
import { makeReceipt } from '../log/export.ts';
import { originOf } from '../nodes/model.ts';
import { findCheckpoint, findSelf } from '../nodes/store.ts';
import { readSides } from '../requests/pages/parts.tsx';
import { maySeeNodes, oversightPaths } from './pages/parts.tsx';
import { findCheckpointNote, findRequest } from './store.ts';

export const receiptPath = (entry: string) => `${oversightPaths.log}/receipts/${entry}`;
export const checkpointPath = (node: string, size: number | string) =>
  `${oversightPaths.log}/checkpoints/${node}/${size}`;

/**
 * What shows that the decision on a request is in the log, for who may see the request: by the newest checkpoint, and in the
 * journal before it leaves. A supervisor gets the entry without its payload, from whose hash of the query a number plate could
 * be guessed. Problem: `receipt_not_found`, also of what is not the reader's to see.
 */
export const receiptDownload: Download = {
  path: receiptPath(':entry'),
  load: async (context) => {
    const { entry = '' } = context.params;
    const register = context.register.id;
    return context.read(async (tx) => {
      const sides = await readSides(tx, context);
      const request = await findRequest(tx, { register, sides: [...sides.keys()] }, entry);
      const self = await findSelf(tx);
      const checkpoint = self === null ? null : await findCheckpoint(tx, originOf(self.name));
      const place = request?.place ?? null;
      if (request === null || checkpoint === null || place === null || place > checkpoint.size)
        return fail(problem('receipt_not_found'));
      const { salt, payload, ...receipt } = await makeReceipt(tx, place - 1, checkpoint);
      const { direction, from, to } = request;
      const party = direction === 'asked' ? from : to;
      const grant = [...sides].find(([side]) => side.direction === direction && side.party === party)?.[1];
      const isOwn = grant?.party === party && salt !== undefined;
      context.record({
        event: 'exchange_requests.receipt',
        subject: `exchange_requests/${request.id}`,
        party: grant?.party ?? null,
        instrument: request.instrument,
        purpose: grant?.basis ?? null,
        payload: { request: request.id, entry, whole: isOwn },
      });
      const handed = isOwn ? { ...receipt, salt, payload } : receipt;
      return ok({
        name: `receipt-${place}.json`,
        type: 'application/json' as const,
        bytes: Buffer.from(`${JSON.stringify(handed, null, 2)}\n`),
      });
    });
  },
};

/** A kept checkpoint as it was signed, for whoever wants to hold a later one against it. Problem: `checkpoint_not_found`. */
export const checkpointDownload: Download = {
  path: checkpointPath(':node', ':size'),
  load: async (context) => {
    const { node = '', size = '' } = context.params;
    if (!maySeeNodes(context)) return fail(problem('nodes_not_allowed'));
    const note = await context.read((tx) => findCheckpointNote(tx, originOf(node), size));
    if (note === null) return fail(problem('checkpoint_not_found'));
    return ok({
      name: `checkpoint-${node}-${size}.txt`,
      type: 'text/plain; charset=utf-8' as const,
      bytes: Buffer.from(note),
    });
  },
};
