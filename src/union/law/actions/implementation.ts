import type { PartialDate } from '#kernel/dates.ts';
import { stateAfter } from '#kernel/lifecycle.ts';
import { fail, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import { date, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Transition } from '#platform/records/transition.ts';
import { byParty, byPower } from '../../powers.ts';
import { stateOn } from '../../steps.ts';
import { unionTexts } from '../../text/texts.ts';
import { type CheckState, checkLifecycle, endedStates, instruments } from '../model.ts';
import { implementationsOf } from '../rules/implementation.ts';
import { lawTexts } from '../text/texts.ts';
import {
  aboutInstrument,
  done,
  findInstrument,
  implementForParty,
  keepInstruments,
  partiesOf,
  partyField,
  partyStep,
  textsOf,
} from './instrument.ts';

/** What a state can say of itself. That it does not know is no statement, but the absence of one. */
const saidOfLaw = ['implemented', 'partial', 'not_implemented', 'declined', 'not_applicable'] as const;
const saidOfPractice = ['applied', 'partly_applied', 'not_applied', 'not_applicable'] as const;

/** A draft is nothing to carry out yet, and what has ended nothing any more. */
const isFollowed = (state: string | null) =>
  state !== 'draft' && !(endedStates as readonly (string | null)[]).includes(state);

/** Problems of a party that is none of those that carry it out, and of an instrument that is not to be carried out. */
async function wrongSubject(
  tx: Transaction,
  context: ActionContext,
  found: Parameters<typeof partiesOf>[2],
  named: Readonly<Record<string, string>>,
): Promise<readonly Problem[]> {
  const all = await partiesOf(tx, context, found);
  const state = await stateOn(tx, context, instruments, found.id, context.today);
  return [
    ...(isFollowed(state)
      ? []
      : [problem('state_forbids', 'body.id', { state: String(state), act: 'implement' })]),
    ...Object.entries(named).flatMap(([field, party]) =>
      all.includes(party) ? [] : [problem('not_a_party', `body.${field}`, { party })],
    ),
  ];
}

/** A state says what it has done, in law and in practice; that it will not needs its reason (§9.2.2). */
export const assertImplementation = defineAction({
  name: 'instruments/assert',
  permission: implementForParty,
  fields: {
    id: subject,
    party: partyField,
    in_law: oneOf(saidOfLaw, (status, language) => unionTexts(language).lawStatuses[status]),
    in_practice: optional(
      oneOf(saidOfPractice, (status, language) => unionTexts(language).practiceStatuses[status]),
    ),
    on: date,
    evidence: optional(text),
    reason: optional(text),
  },
  texts: textsOf('assert'),
  about: aboutInstrument(isFollowed),
  object: byParty,
  perform: async (tx, context, asked) => {
    const { id, party, in_law: inLaw, in_practice: inPractice, on, evidence, reason } = asked;
    const found = await findInstrument(tx, context, id);
    if (!found.ok) return found;
    const wrong = [
      ...(await wrongSubject(tx, context, found.value, { party })),
      ...(inLaw === 'declined' && reason === undefined
        ? [problem('decline_reason_missing', 'body.reason')]
        : []),
    ];
    if (wrong.length > 0) return fail(...wrong);
    const { language } = context;
    const details = { detail: evidence, reason, language, by: party };
    const steps: Transition[] = [];
    for (const [axis, to] of [
      [`in_law/${party}`, inLaw],
      [`in_practice/${party}`, inPractice],
      [`check/${party}`, 'asserted'],
    ] as const) {
      if (to === undefined) continue;
      const step = await partyStep(tx, context, id, { axis, to, on, details });
      if (!step.ok) return step;
      steps.push(step.value);
    }
    const { body } = found.value;
    const before = implementationsOf(body);
    const said = {
      in_law: inLaw,
      in_practice: inPractice ?? before[party]?.in_practice ?? 'unknown',
      as_of: on,
      ...(evidence === undefined ? {} : { detail: evidence }),
      ...(reason === undefined ? {} : { reason }),
      language,
    };
    return done(id, [
      {
        kind: instruments,
        id,
        body: { ...body, implementation: { ...before, [party]: said } },
        steps,
      },
    ]);
  },
});

const outcomes = ['confirmed', 'contradicted'] as const;
const actOf = { confirmed: 'confirm', contradicted: 'contradict' } as const;

const outcomeField = oneOf(outcomes, (outcome, language) => lawTexts(language).checks[outcome]);

type Check = {
  readonly id: string;
  readonly of: string;
  readonly on: PartialDate;
  readonly outcome: (typeof outcomes)[number];
  readonly finding: string;
  readonly by: string | null;
};

/** What another found of what a state says of itself. */
async function check(
  tx: Transaction,
  context: ActionContext,
  { id, of, on, outcome, finding, by }: Check,
  named: Readonly<Record<string, string>>,
): Promise<Result<Done>> {
  const found = await findInstrument(tx, context, id);
  if (!found.ok) return found;
  const wrong = await wrongSubject(tx, context, found.value, named);
  if (wrong.length > 0) return fail(...wrong);
  const axis = `check/${of}`;
  const before = (await stateOn(tx, context, instruments, id, on, axis)) ?? 'none';
  const to = stateAfter(checkLifecycle, before as CheckState, actOf[outcome]);
  if (before === 'none') return fail(problem('nothing_asserted', 'body.of', { party: of, on }));
  if (to === null) return fail(problem('already_found', 'body.outcome', { party: of }));
  const details = { finding, language: context.language, by };
  const step = await partyStep(tx, context, id, { axis, to, on, details });
  if (!step.ok) return step;
  return done(id, [{ kind: instruments, id, steps: [step.value] }]);
}

/** Another party looks at it; nobody vouches for itself. */
export const verifyImplementation = defineAction({
  name: 'instruments/verify',
  permission: implementForParty,
  fields: { id: subject, party: partyField, of: partyField, on: date, outcome: outcomeField, finding: text },
  texts: textsOf('verify'),
  about: aboutInstrument(isFollowed),
  object: byParty,
  perform: async (tx, context, { party, ...asked }) => {
    if (party === asked.of) return fail(problem('verifies_itself', 'body.of', { party }));
    return check(tx, context, { ...asked, by: party }, { party, of: asked.of });
  },
});

/** Or the secretariat does. */
export const checkImplementation = defineAction({
  name: 'instruments/check',
  permission: keepInstruments,
  fields: { id: subject, of: partyField, on: date, outcome: outcomeField, finding: text },
  texts: textsOf('check'),
  about: aboutInstrument(isFollowed),
  object: byPower('keep_instruments'),
  perform: async (tx, context, asked) => {
    const { body } = await byPower('keep_instruments')(tx, context);
    return check(tx, context, { ...asked, by: body ?? null }, { of: asked.of });
  },
});
