import { findCheckpoint, findSelf, type Lived, makeReceipt, originOf, signFile } from '#exchange';
import { fail, ok, problem } from '#kernel/result.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import { hashOf } from '#platform/hash.ts';
import type { Download } from '#platform/module.ts';
import { readSearches } from '../carousels/load.ts';
import { openCase } from './access.ts';
import { namedBy } from './actions/rows.ts';
import { caseFileForm, modelOfRun } from './case-file.ts';
import { alertOf, loadBundle, loadRequests } from './load.ts';
import { fileEvent, noteAct, vatCases } from './model.ts';
import { openNamedRows, plainRow } from './rows.ts';
import { mostKept, nameOfRow } from './rules/basket.ts';
import { listTaken } from './store.ts';

export const caseFilePath = (id: string) => `${vatCases.href(id)}/file`;

/**
 * Every step with when, by whom and why; without the persons, who stand in the journal of their own node alone, and without notes, which
 * officials write for one another.
 */
const decisionsOf = ({ steps }: Lived) =>
  steps
    .filter(({ act }) => act !== noteAct)
    .map(({ to, effectiveOn, by, act, details: { reason, outcome } }) => ({
      ...{ to, on: effectiveOn, by, act },
      ...(typeof reason === 'string' ? { reason } : {}),
      ...(typeof outcome === 'string' ? { outcome } : {}),
    }));

const withoutPersons = ({ record }: Lived) => {
  const { drafted_by: _, released_by: __, analyst: ___, ...body } = record.body;
  return body;
};

/**
 * The case in one signed file: what the run said with the model that said it, rows, decisions, requests, carousels that may be used still,
 * and what was told. In the journal before it leaves. Problems: `vat_case_not_found`, also of what is not the reader's to see;
 * `vat_bundle_unsigned`.
 */
export const caseFile: Download = {
  path: caseFilePath(':id'),
  load: async (context) => {
    const { register, dataFolder, clock } = context;
    const { id = '' } = context.params;
    return context.read(async (tx) => {
      const opened = await openCase(tx, actionContextOf(context), id);
      if (opened === null) return fail(problem('vat_case_not_found'));
      const alert = alertOf(opened.record);
      const bundle = await loadBundle(tx, register.id, opened);
      const named = opened.rows.map(namedBy);
      const taken = await listTaken(tx, register.id, [...new Set(named.map(({ file }) => file))]);
      const here = { dataFolder, register: register.id, party: opened.party, taken };
      const rows = await openNamedRows(here, named.slice(0, mostKept));
      const requests = await loadRequests(tx, register.id, opened);
      const looked = await readSearches(tx, actionContextOf(context), opened);
      const content = {
        register: register.id,
        synthetic: register.meta.synthetic === true || bundle?.synthetic === true,
        made_at: clock.now().toString(),
        case: withoutPersons(opened.record),
        decisions: decisionsOf(opened.record),
        alert: alert === null || bundle === null ? null : { sha256: alert.bundle, bundle },
        snapshot: bundle?.snapshot ?? null,
        model: alert === null ? null : await modelOfRun(dataFolder, register.id, alert.run),
        rows: opened.rows.map((one) => {
          const row = rows.get(nameOfRow(namedBy(one)));
          const values = row?.kind === 'open' ? plainRow(row.values) : null;
          return { ...withoutPersons(one), decisions: decisionsOf(one), values };
        }),
        requests: requests.map((one) => ({
          ...withoutPersons(one),
          ...{ decisions: decisionsOf(one), standing: one.standing },
          decision:
            one.asked === null
              ? null
              : {
                  ...{ entry: one.asked.entry, place: one.asked.place, allowed: one.asked.allowed },
                  ...{ reasons: one.asked.reasons, outcome: one.asked.outcome, by: one.asked.by },
                },
          answer: one.content === undefined ? null : { sha256: hashOf(one.content) },
        })),
        // Tokens only, and none that may be used no longer on the day on which the file is made.
        carousels: looked.searches.flatMap((search) => {
          const { id, instrument, purpose, epoch, states, from, until } = search;
          const found = (looked.found.get(id) ?? []).map(({ place: _, until, ...one }) => ({
            ...one,
            usable_until: until,
          }));
          return found.length === 0 ? [] : [{ instrument, purpose, epoch, states, from, until, found }];
        }),
        feedback: opened.feedback.map((one) => ({ ...one.record.body, decisions: decisionsOf(one) })),
      };
      const file = await signFile(tx, { dataFolder, clock }, caseFileForm, content);
      if (file === null) return fail(problem('vat_bundle_unsigned'));
      context.record({
        event: fileEvent,
        register: register.id,
        subject: `${vatCases.name}/${id}`,
        party: opened.grant?.party ?? null,
        purpose: opened.grant?.basis ?? null,
        payload: { record: id, sha256: hashOf(content) },
      });
      return ok({
        name: `${String(opened.record.record.body.reference)}.json`,
        type: 'application/json' as const,
        bytes: Buffer.from(file),
      });
    });
  },
};

export const receiptPath = (id: string, entry: string) => `${vatCases.href(id)}/receipts/${entry}`;

/**
 * What shows that the decision on a request of a case is in the log of this node, by its newest checkpoint (`tripoint-verify receipt`); in
 * the journal before it leaves. Problem: `vat_receipt_not_found`, also of what is not the reader's to see, and of what no checkpoint covers yet.
 */
export const requestReceipt: Download = {
  path: receiptPath(':id', ':entry'),
  load: async (context) => {
    const { id = '', entry = '' } = context.params;
    return context.read(async (tx) => {
      const opened = await openCase(tx, actionContextOf(context), id);
      const requests = opened === null ? [] : await loadRequests(tx, context.register.id, opened);
      const asked = requests.find((one) => one.asked?.entry === entry)?.asked ?? null;
      const self = await findSelf(tx);
      const checkpoint = self === null ? null : await findCheckpoint(tx, originOf(self.name));
      const place = asked?.place ?? null;
      if (
        opened === null ||
        asked === null ||
        checkpoint === null ||
        place === null ||
        place > checkpoint.size
      )
        return fail(problem('vat_receipt_not_found'));
      context.record({
        event: 'exchange_requests.receipt',
        subject: `exchange_requests/${asked.id}`,
        party: opened.grant?.party ?? null,
        instrument: asked.instrument,
        purpose: opened.grant?.basis ?? null,
        payload: { request: asked.id, entry, whole: true },
      });
      const receipt = await makeReceipt(tx, place - 1, checkpoint);
      return ok({
        name: `receipt-${place}.json`,
        type: 'application/json' as const,
        bytes: Buffer.from(`${JSON.stringify(receipt, null, 2)}\n`),
      });
    });
  },
};
