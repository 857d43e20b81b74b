import { z } from 'zod';
import { knownAtFields } from '#platform/read-context.ts';
import { closedReasons, doubtReasons } from '#union';
import { Condition } from './model.ts';

const Text = z.string().describe('In the language asked for.');
const ForceReasonAnswer = z.strictObject({
  code: z.enum([...closedReasons, ...doubtReasons]),
  subject: z.strictObject({ kind: z.enum(['instruments', 'provisions']), id: z.string() }),
  party: z.string().nullable().describe('Null: it lies in the instrument itself.'),
});
const DemandAnswer = {
  condition: Condition.meta({ id: 'Condition', description: 'What a request must meet, for programs.' }),
  provision: z.string().describe('Id of the provision that sets it.'),
};

/** Why it is denied, each with the provision or instrument in which the reason lies. */
const ReasonAnswer = z.discriminatedUnion('code', [
  z.strictObject({ text: Text, code: z.literal('provision_unknown'), provision: z.string() }),
  z.strictObject({ text: Text, code: z.literal('conditions_unreadable'), provision: z.string() }),
  z.strictObject({
    text: Text,
    code: z.literal('not_in_force'),
    provision: z.string(),
    why: ForceReasonAnswer.shape.code,
    subject: ForceReasonAnswer.shape.subject,
    party: ForceReasonAnswer.shape.party,
  }),
  z.strictObject({
    text: Text,
    code: z.literal('no_agreement'),
    provision: z.string(),
    article: z.string().describe('Article that asks for an agreement.'),
    instrument: z.string(),
    parties: z.tuple([z.string(), z.string()]).readonly().describe('Between whom it is missing.'),
    candidates: z
      .array(z.strictObject({ instrument: z.string(), reasons: z.array(ForceReasonAnswer).readonly() }))
      .readonly()
      .describe('Agreements that there are, and why each does not serve.'),
  }),
  z.strictObject({
    text: Text,
    code: z.literal('no_provision'),
    instrument: z.string(),
    article: z.string().nullable().describe('Null: of none in particular.'),
    operation: z.string().nullable().describe('Null: of none in particular.'),
  }),
  z.strictObject({
    text: Text,
    code: z.literal('register_copy_old'),
    minutes: z.int().describe('How old this node’s copy of the law is.'),
    atMost: z.int().describe('Older than this it opens nothing.'),
  }),
  z.strictObject({ text: Text, code: z.enum(['not_met', 'not_stated']), ...DemandAnswer }),
]);

export const StandingContract = z
  .strictObject({
    ...knownAtFields,
    from: z.string().describe('Party that asks.'),
    to: z.string().describe('Party that is asked.'),
    provision: z.string().describe('As asked.'),
    at: z.string().describe('Day on which it must be valid.'),
    outcome: z.enum(['allowed', 'denied']).describe('allowed: if the request meets the conditions.'),
    since: z.string().nullable().describe('Since when; null: no day is known on which it was otherwise.'),
    next: z.string().nullable().describe('From when it will be the other; null: no such day is known.'),
    basis: z.array(z.string()).readonly().describe('Instruments by which it is open; empty: denied.'),
    reasons: z.array(ReasonAnswer).readonly().describe('Why it is denied; empty: allowed.'),
    conditions: z
      .array(z.strictObject({ text: Text, ...DemandAnswer }))
      .readonly()
      .describe('What a request must meet; of several ways, those of the first.'),
  })
  .meta({
    id: 'Standing',
    description: 'Whether an article is open between two parties on a day, or which agreement is missing.',
  });
