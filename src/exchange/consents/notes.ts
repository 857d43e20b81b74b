import { fail, ok, problem } from '#kernel/result.ts';
import type { Grant } from '#platform/access/access.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Download, PageContext } from '#platform/module.ts';
import type { StoredRecord } from '#platform/records/records.ts';
import { knownOf } from '#union';
import { listTracedNotes, type TracedNote } from '../nodes/consents/store.ts';
import { readConsentNote, withdrawalIn } from '../nodes/consents.ts';
import { hosts } from '../nodes/node.ts';
import { findSelf, type Self } from '../nodes/store.ts';
import { openTo } from '../readers.ts';
import { type Known, type LivedStep, listLived, type Wanted } from '../situation/store.ts';
import { readConsents } from './actions.ts';
import { type ConsentState, consents } from './model.ts';
import { consentFrom } from './rules/noted.ts';
import { consentStateOn } from './rules/standing.ts';

/** Where a note is: not made yet, made here, of a party here, handed to another node, or come from one. */
export type NotePlace = 'none' | 'signed' | 'here' | 'handed' | 'received';

/** A consent as this node knows it: by its record, or by what another node handed over. */
export type ShownConsent = {
  readonly record: Pick<StoredRecord, 'id' | 'body'>;
  readonly steps: readonly LivedStep[];
  readonly state: ConsentState;
  /** The grant that opens it to the reader. */
  readonly grant: Grant | null;
  /** Of the consent, and of its withdrawal. */
  readonly notes: readonly TracedNote[];
  readonly self: Self | null;
};

export function placeOf(note: TracedNote | undefined, self: Self | null): NotePlace {
  if (note === undefined || self === null) return 'none';
  if (note.node !== self.name) return 'received';
  if (hosts(self, note.receiver)) return 'here';
  return note.handed === null ? 'signed' : 'handed';
}

/** When it came to be where it is, in milliseconds since 1970. */
export const placedAt = (note: TracedNote, place: NotePlace): number =>
  place === 'received'
    ? note.recordedAt
    : place === 'handed'
      ? (note.handed?.at ?? note.signedAt)
      : note.signedAt;

type Held = Pick<ShownConsent, 'record' | 'steps' | 'notes'>;

async function listHeld(tx: Transaction, known: Known, wanted: Wanted): Promise<readonly Held[]> {
  const recorded = await listLived(tx, known, consents, wanted);
  const notes = await listTracedNotes(tx, known.register, wanted.ids);
  const notesOf = (id: string, supplier: unknown) =>
    notes.filter((note) => note.id === id && note.supplier === supplier);
  const isRecorded = ({ id, supplier }: TracedNote) =>
    recorded.some(({ record }) => record.id === id && record.body.supplier === supplier);
  const received = notes
    .filter((note) => note.what === 'given' && !isRecorded(note))
    .flatMap((note): readonly Held[] => {
      const read = readConsentNote(note.note);
      if (read?.what !== 'given') return [];
      const { id, body, steps } = consentFrom(read.said, withdrawalIn(notes, note));
      const acts = ['give', 'withdraw'];
      const lived = steps.map((step, index) => ({
        ...step,
        by: note.supplier,
        act: acts[index] ?? '',
        details: {},
      }));
      return [{ record: { id, body }, steps: lived, notes: notesOf(id, note.supplier) }];
    });
  const own = recorded.map(({ record, steps }) => ({
    record,
    steps,
    notes: notesOf(record.id, record.body.supplier),
  }));
  return [...own, ...received];
}

/** Those that the reader may see, as they stand today by what is known today. */
export async function readConsentRows(
  tx: Transaction,
  context: PageContext,
  wanted: Wanted,
): Promise<readonly ShownConsent[]> {
  const acting = actionContextOf(context);
  if (acting.actor.kind !== 'person') return [];
  const held = await listHeld(tx, knownOf(acting), wanted);
  const records = held.map(({ record }) => record);
  const opened = await openTo(tx, acting, readConsents, records);
  const self = await findSelf(tx);
  return held.flatMap((one): readonly ShownConsent[] => {
    const grant = opened.get(one.record);
    const standing = consentStateOn(one, acting.today);
    return grant === undefined || standing === null ? [] : [{ ...one, state: standing.state, grant, self }];
  });
}

export const notePath = (id: string, what: string) => `${consents.href(id)}/notes/${what}`;

/**
 * A note as it was signed, for whoever wants to check it elsewhere; in the journal before it leaves. Problem:
 * `consent_note_not_found`, also of what is not the reader's to see.
 */
export const noteDownload: Download = {
  path: notePath(':id', ':what'),
  load: async (context) => {
    const { id = '', what = '' } = context.params;
    const rows = await context.read((tx) => readConsentRows(tx, context, { ids: [id] }));
    const found = rows.flatMap(({ notes, grant }) =>
      notes.flatMap((note) => (note.what === what ? [{ note, grant }] : [])),
    )[0];
    if (found === undefined) return fail(problem('consent_note_not_found'));
    context.record({
      event: `${consents.name}.note`,
      register: context.register.id,
      subject: `${consents.name}/${id}`,
      party: found.grant?.party ?? null,
      purpose: found.grant?.basis ?? null,
      payload: { record: id, what },
    });
    return ok({
      name: `consent-${id}-${what}.txt`,
      type: 'text/plain; charset=utf-8' as const,
      bytes: Buffer.from(found.note.note),
    });
  },
};
