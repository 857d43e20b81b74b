import type { Language } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import { asOfOf, datesOptions, knownAtOf } from '#platform/command-dates.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import type { StateAt } from '#platform/records/transitions.ts';
import { unionTexts } from '../text/texts.ts';
import type { GroupState } from './model.ts';
import { type Group, isKnownAt, listGroups } from './store.ts';

const groupsCommand: Command = {
  name: 'union groups',
  usage: '',
  summary: 'every working group with its state on a date, as it was known on a date',
  options: datesOptions,
  run: async (context): Promise<CommandResult> => {
    if (context.positionals.length > 0) return { kind: 'usage', problems: [] };
    const register = await context.register();
    if (!register.ok) return { kind: 'usage', problems: register.problems };
    const [asOf, knownAt] = [asOfOf(context, register.value), knownAtOf(context)];
    if (!asOf.ok || !knownAt.ok)
      return { kind: 'usage', problems: [asOf, knownAt].flatMap((date) => (date.ok ? [] : date.problems)) };
    const moment = { register: register.value.id, asOf: asOf.value, knownAt: knownAt.value };
    const { language } = context;
    const words = unionTexts(language);
    if (!isKnownAt(register.value, knownAt.value)) {
      const note = words.nothingKnown(knownAt.value, register.value.knownFrom);
      return { kind: 'answer', json: { ...moment, known: false, note, groups: [] }, text: note };
    }
    const groups = await context.database.read((tx) => listGroups(tx, moment));
    return {
      kind: 'answer',
      json: {
        ...moment,
        known: true,
        note: null,
        groups: groups.map((group) => groupAnswer(group, language)),
      },
      text: groups
        .map(
          (group) =>
            `${group.id}  ${stateLabel(group.state, language)}  ${localize(group.title, language, ['en']).text}`,
        )
        .join('\n'),
    };
  },
};

/** A group and its state as plain JSON: a state that is not known says why, and what is known next. */
export function groupAnswer({ id, title, state, record }: Group, language: Language) {
  const words = unionTexts(language);
  const base = {
    id,
    code: record.body.code ?? null,
    title: localize(title, language, ['en']).text,
    dossier: record.body.case ?? null,
    parent: record.body.parent ?? null,
    state: state.state,
  };
  if ('why' in state)
    return {
      ...base,
      since: null,
      why: { code: state.why, text: words.why[state.why] },
      next:
        state.next === null ? null : { state: state.next.state, asOf: state.next.on, ...state.next.details },
      source: record.body.source ?? [],
    };
  return {
    ...base,
    since: state.observed ? null : state.since,
    seenOn: state.observed ? state.since : null,
    ...('successor' in state.details ? { into: state.details.successor } : {}),
    ...('reason' in state.details ? { reason: state.details.reason } : {}),
    source: record.body.source ?? [],
  };
}

/** The state in words: "Active, since 2012", "Unknown (dormant as of May 2020)". */
export function stateLabel(state: StateAt, language: Language): string {
  const words = unionTexts(language);
  const name = (code: string) => words.groupStates[code as GroupState] ?? code;
  if ('why' in state)
    return state.next === null
      ? name('unknown')
      : `${name('unknown')} (${words.nextKnown(name(state.next.state).toLowerCase(), state.next.on)})`;
  if (state.since === null) return name(state.state);
  return `${name(state.state)}, ${state.observed ? words.seenOn(state.since) : words.since(state.since)}`;
}

export const bodyCommands: readonly Command[] = [groupsCommand];
