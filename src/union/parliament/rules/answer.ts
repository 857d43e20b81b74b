import type { PartialDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { DraftState } from '../model.ts';

/** A draft of the answer that the governments give together, and who has signed this text of it off. */
export type Draft = { readonly signOffs: readonly { readonly party: string }[] };

/**
 * The governments that answer: those that were asked, and where a body of the union was asked every member state, because its
 * answer is theirs together. In the order in which the union names them.
 */
export function signatoriesOf(
  addressees: readonly string[],
  parties: readonly string[],
  members: readonly string[],
): readonly string[] {
  const asked = new Set(addressees);
  const asksBody = addressees.some((addressee) => !parties.includes(addressee));
  return [...new Set([...members, ...parties])].filter(
    (party) => asked.has(party) || (asksBody && members.includes(party)),
  );
}

/** The governments whose signature the draft lacks; it is an answer only when there are none. */
export function lackingSignatures(draft: Draft, signatories: readonly string[]): readonly string[] {
  return signatories.filter((party) => !draft.signOffs.some((one) => one.party === party));
}

/** The state of a draft as its record tells it, for those that answer. */
export function draftStateOf(draft: RecordBody, signatories: readonly string[]): DraftState {
  if (draft.given != null) return 'given';
  const signOffs = (draft.sign_offs ?? []) as Draft['signOffs'];
  return lackingSignatures({ signOffs }, signatories).length === 0 ? 'signed_off' : 'drafted';
}

export type GivenAnswer = {
  readonly addressee: string;
  readonly date: PartialDate;
  /** Which time around: after an item was tabled again its answers are asked for anew. Absent: the first. */
  readonly round?: number | null;
};

/** The addressees that have not answered this time around. */
export function unansweredBy(
  addressees: readonly string[],
  answers: readonly GivenAnswer[],
  round: number,
): readonly string[] {
  const given = new Set(answers.filter((one) => (one.round ?? 1) === round).map((one) => one.addressee));
  return addressees.filter((addressee) => !given.has(addressee));
}
