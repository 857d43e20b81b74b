import { sectionsOf } from '#evidence';
import type { Language } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { ReadContext } from '#platform/module.ts';
import { listTransitions } from '#platform/records/transitions.ts';
import { unionTexts } from '../text/texts.ts';
import type { GroupAnswer, GroupDossier, GroupList } from './contract.ts';
import { groups } from './model.ts';
import {
  findGroup,
  type Group,
  isKnownAt,
  listContacts,
  listGroups,
  listParts,
  type Moment,
} from './store.ts';

export const momentOf = ({ register, asOf, knownAt }: ReadContext): Moment => ({
  register: register.id,
  asOf,
  knownAt,
});

/** Whether there is anything to say, and else why not. */
export function knownAnswer({ register, knownAt, language }: ReadContext): {
  readonly known: boolean;
  readonly note: string | null;
} {
  const known = isKnownAt(register, knownAt);
  return { known, note: known ? null : unionTexts(language).nothingKnown(knownAt, register.knownFrom) };
}

export async function listGroupAnswers(context: ReadContext): Promise<Result<GroupList>> {
  const moment = momentOf(context);
  const said = knownAnswer(context);
  const found = said.known ? await context.read((tx) => listGroups(tx, moment)) : [];
  return ok({ ...moment, ...said, groups: found.map((group) => groupAnswer(group, context.language)) });
}

/** Problem: `record_not_found`. */
export async function getGroupDossier(
  context: ReadContext,
  { id }: { readonly id: string },
): Promise<Result<GroupDossier>> {
  const moment = momentOf(context);
  return context.read(async (tx) => {
    const group = await findGroup(tx, moment, id);
    if (group === undefined) return fail(problem('record_not_found', 'id', { id }));
    const steps = await listTransitions(tx, { ...moment, kind: groups.name, subject: id });
    const contacts = await listContacts(tx, moment, group.record);
    return ok({
      ...moment,
      group: groupAnswer(group, context.language),
      steps: steps.map(({ axis, details, ...step }) => ({ ...step, details: { ...details } })),
      parts: [...(await listParts(tx, moment, group.record))],
      vacancies: contacts.flatMap(({ party, contact }) => (contact === null ? [party] : [])),
    });
  });
}

/** A group and its state as plain JSON: a state that is not known says why, and what is known next. */
export function groupAnswer({ id, title, state, record }: Group, language: Language): GroupAnswer {
  const base = {
    id,
    code: textOrNull(record.body.code),
    title: localize(title, language, ['en']).text,
    dossier: textOrNull(record.body.case),
    parent: textOrNull(record.body.parent),
    source: [...sectionsOf(record.body)],
  };
  if ('why' in state)
    return {
      ...base,
      state: state.state,
      since: null,
      why: { code: state.why, text: unionTexts(language).why[state.why] },
      next:
        state.next === null ? null : { state: state.next.state, asOf: state.next.on, ...state.next.details },
    };
  const { successor, reason } = state.details;
  return {
    ...base,
    state: state.state,
    since: state.observed ? null : state.since,
    seenOn: state.observed ? state.since : null,
    ...(typeof successor === 'string' ? { into: successor } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
