import { z } from 'zod';
import { isBefore, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { AccessObject } from '#platform/access/access.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import {
  date,
  type Field,
  idAmong,
  line,
  newId,
  type Option,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { findRecord } from '#platform/records/records.ts';
import { listTransitions } from '#platform/records/transitions.ts';
import { bodies, groups, parties } from '../../bodies/model.ts';
import { recordsOf } from '../../choices.ts';
import { dangling, knownOf } from '../../named.ts';
import { byPower, ownedBy } from '../../powers.ts';
import { stateOn } from '../../steps.ts';
import { endedStates, instruments, type Obligation, provisions } from '../model.ts';
import {
  aboutInstrument,
  done,
  findInstrument,
  keepInstruments,
  keepObligations,
  partiesOf,
  textsOf,
} from './instrument.ts';

const isOpen = ({ done: kept }: Obligation) => (kept ?? null) === null;

const stands = (state: string | null) => !(endedStates as readonly (string | null)[]).includes(state);

/** Of what was drafted here the text is whole when it is adopted; of what a source tells, articles become known later, too. */
async function wasDraftedHere(tx: Transaction, context: ActionContext, id: string): Promise<boolean> {
  const steps = await listTransitions(tx, { ...knownOf(context), kind: instruments.name, subject: id });
  return steps.some(({ to, observed, withdrawn }) => to === 'draft' && !observed && !withdrawn);
}

/** `25`, `4a`, `12.2`: it becomes an anchor of the page. */
const articleNumber = {
  schema: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,15}$/),
  control: 'line',
  like: '4a',
} as const satisfies Field;

/** Articles of the instrument that the form is about; of a list of obligations only what is still owed, with what it is. */
const articlesOf =
  (read: (body: RecordBody) => readonly Option[]): NonNullable<Field['options']> =>
  async (tx, context, { id = '' }) => {
    const found = await findInstrument(tx, context, id);
    const options = found.ok ? read(found.value.body) : [];
    return [...new Map(options.map((option) => [option.value, option])).values()];
  };

const obligationsOf = ({ obligations }: RecordBody) => (obligations ?? []) as readonly Obligation[];

const articleKnown = {
  ...articleNumber,
  options: articlesOf((body) => [
    ...Object.keys((body.key_articles ?? {}) as object).map((value) => ({ value, title: value })),
    ...obligationsOf(body).flatMap(({ article }) =>
      article == null ? [] : [{ value: article, title: article }],
    ),
  ]),
} satisfies Field;

const articleOwed = {
  ...articleNumber,
  control: 'choice',
  options: articlesOf((body) =>
    obligationsOf(body).flatMap((one) =>
      isOpen(one) && one.article != null
        ? [{ value: one.article, title: `${one.article}: ${one.what}` }]
        : [],
    ),
  ),
} satisfies Field;

const actorField = idAmong(recordsOf(parties, bodies, groups));

/**
 * An article, and what it obliges to: by whom, watched by whom and by when. Without a `who` it obliges each party for itself, so
 * that every state has a promise of its own. What has been adopted is not rewritten; what was not on record can be added.
 */
export const addArticle = defineAction({
  name: 'instruments/add_article',
  permission: keepInstruments,
  fields: {
    id: subject,
    article: articleNumber,
    text,
    what: optional(text),
    who: optional(actorField),
    watcher: optional(actorField),
    deadline: optional(date),
  },
  texts: textsOf('add_article'),
  about: aboutInstrument(stands),
  object: byPower('keep_instruments'),
  perform: async (tx, context, { id, article, text: said, what, who, watcher, deadline }) => {
    const found = await findInstrument(tx, context, id);
    if (!found.ok) return found;
    const { body } = found.value;
    const articles = (body.key_articles ?? {}) as Readonly<Record<string, string>>;
    const state = await stateOn(tx, context, instruments, id, context.today);
    const named = [who, watcher, deadline].some((one) => one !== undefined);
    const actorKinds = [parties, bodies, groups];
    const wrong = [
      ...(stands(state) ? [] : [problem('state_forbids', 'body.id', { state: String(state), act: 'add' })]),
      ...(state !== 'draft' && Object.hasOwn(articles, article)
        ? [problem('article_fixed', 'body.article', { article })]
        : []),
      ...(state !== 'draft' && !Object.hasOwn(articles, article) && (await wasDraftedHere(tx, context, id))
        ? [problem('text_fixed', 'body.article', { article })]
        : []),
      ...(what === undefined && named ? [problem('obligation_without_content', 'body.what')] : []),
      ...(what !== undefined && deadline === undefined
        ? [problem('obligation_undated', 'body.deadline')]
        : []),
      ...(await dangling(tx, context, 'who', who, actorKinds)),
      ...(await dangling(tx, context, 'watcher', watcher, actorKinds)),
    ];
    if (wrong.length > 0) return fail(...wrong);
    const obliged =
      what === undefined ? [] : who === undefined ? await partiesOf(tx, context, found.value) : [who];
    const { language } = context;
    const obligations = ((body.obligations ?? []) as readonly Obligation[]).filter(
      (one) => one.article !== article,
    );
    const added = obliged.map((one) => ({
      article,
      who: one,
      ...(watcher === undefined ? {} : { watcher }),
      what,
      language,
      deadline,
    }));
    const all = [...obligations, ...added];
    const { obligations: _before, ...rest } = body;
    const languages = { ...((body.article_languages ?? {}) as object), [article]: language };
    return done(id, [
      {
        kind: instruments,
        id,
        body: {
          ...rest,
          key_articles: { ...articles, [article]: said },
          article_languages: languages,
          ...(all.length === 0 ? {} : { obligations: all }),
        },
        steps: [],
      },
    ]);
  },
});

/** Whom an article obliges: a party, or a body or group for itself. An offer knows the instrument alone, and so all it obliges. */
async function byObliged(
  tx: Transaction,
  context: ActionContext,
  { id, party }: { readonly id?: string | undefined; readonly party?: string | undefined },
): Promise<readonly AccessObject[]> {
  const found = party !== undefined || id === undefined ? undefined : await findInstrument(tx, context, id);
  const named = found?.ok ? ((found.value.body.obligations ?? []) as readonly Obligation[]) : [];
  const obliged = party === undefined ? named.filter(isOpen).flatMap(({ who }) => who ?? []) : [party];
  return ownedBy(tx, context, ...obliged);
}

/** Whom an article obliges says that it has been done; until then it stays in the list of what is due. */
export const keepObligation = defineAction({
  name: 'instruments/keep_obligation',
  permission: keepObligations,
  fields: { id: subject, party: actorField, article: articleOwed, on: date, evidence: text },
  texts: textsOf('keep_obligation'),
  about: aboutInstrument(stands),
  object: byObliged,
  perform: async (tx, context, { id, party, article, on, evidence }) => {
    const found = await findInstrument(tx, context, id);
    if (!found.ok) return found;
    const { body } = found.value;
    const all = (body.obligations ?? []) as readonly Obligation[];
    const isMeant = (one: Obligation) => one.article === article && one.who === party && isOpen(one);
    const wrong = [
      ...(isBefore(context.today, on) === 'yes' ? [problem('date_in_future', 'body.on', { on })] : []),
      ...(all.some(isMeant) ? [] : [problem('obligation_missing', 'body.article', { article, party })]),
    ];
    if (wrong.length > 0) return fail(...wrong);
    const obligations = all.map((one) => (isMeant(one) ? { ...one, done: on, evidence } : one));
    return done(id, [
      {
        kind: instruments,
        id,
        body: { ...body, obligations },
        steps: [],
      },
    ]);
  },
});

/** Conditions as JSON of an object; what they mean is not for this module. */
function readConditions(given: string | undefined): Result<Readonly<Record<string, unknown>> | null> {
  if (given === undefined) return ok(null);
  const wrong = fail(problem('conditions_unreadable', 'body.conditions'));
  try {
    const parsed = z.record(z.string(), z.unknown()).safeParse(JSON.parse(given));
    return parsed.success ? ok(parsed.data) : wrong;
  } catch {
    return wrong;
  }
}

export const addProvision = defineAction({
  name: 'instruments/add_provision',
  permission: keepInstruments,
  fields: {
    id: subject,
    provision: newId,
    article: optional(articleKnown),
    operation: line,
    conditions: optional(text),
    from: optional(date),
    until: optional(date),
  },
  texts: textsOf('add_provision'),
  about: aboutInstrument(stands),
  object: byPower('keep_instruments'),
  perform: async (tx, context, asked) => {
    const { id, provision, article, operation, conditions: given, from, until } = asked;
    const found = await findInstrument(tx, context, id);
    if (!found.ok) return found;
    const conditions = readConditions(given);
    const taken = await findRecord(tx, { ...knownOf(context), kind: provisions.name, id: provision });
    const state = await stateOn(tx, context, instruments, id, context.today);
    const wrong: readonly Problem[] = [
      ...(stands(state) ? [] : [problem('state_forbids', 'body.id', { state: String(state), act: 'add' })]),
      ...(taken === undefined ? [] : [problem('id_taken', 'body.provision', { id: provision })]),
      ...(conditions.ok ? [] : conditions.problems),
      ...(from !== undefined && until !== undefined && isBefore(from, until) === 'no'
        ? [problem('period_reversed', 'body.until', { from, until })]
        : []),
    ];
    if (!conditions.ok || wrong.length > 0) return fail(...wrong);
    const body = {
      id: provision,
      instrument: id,
      operation,
      ...(article === undefined ? {} : { article }),
      ...(conditions.value === null ? {} : { conditions: conditions.value, conditions_edition: 1 }),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    };
    return done(id, [{ kind: provisions, id: provision, body, steps: [] }]);
  },
});

const aboutProvision = { kind: provisions, isOpen: async () => true } as const;

/** A new edition of the conditions, beside those that were. */
export const rewriteConditions = defineAction({
  name: 'provisions/rewrite',
  permission: keepInstruments,
  fields: { id: subject, conditions: text },
  texts: textsOf('rewrite'),
  about: aboutProvision,
  object: byPower('keep_instruments'),
  perform: async (tx, context, { id, conditions: given }) => {
    const found = await findRecord(tx, { ...knownOf(context), kind: provisions.name, id });
    if (found === undefined) return fail(problem('record_not_found', 'body.id', { id }));
    const conditions = readConditions(given);
    if (!conditions.ok) return conditions;
    const edition = Number(found.body.conditions_edition ?? 0) + 1;
    const body = { ...found.body, conditions: conditions.value, conditions_edition: edition };
    return done(String(found.body.instrument), [{ kind: provisions, id, body, steps: [] }]);
  },
  prefill: async (tx, context, { id = '' }) => {
    const found = await findRecord(tx, { ...knownOf(context), kind: provisions.name, id });
    const { conditions } = found?.body ?? {};
    return conditions === undefined ? {} : { conditions: JSON.stringify(conditions, null, 2) };
  },
});

/** What has ended is not ended again later: for the time between it would let be done what it did not. Earlier it may be. */
export const endProvision = defineAction({
  name: 'provisions/end',
  permission: keepInstruments,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('end_provision'),
  about: aboutProvision,
  object: byPower('keep_instruments'),
  perform: async (tx, context, { id, on, reason }) => {
    const found = await findRecord(tx, { ...knownOf(context), kind: provisions.name, id });
    if (found === undefined) return fail(problem('record_not_found', 'body.id', { id }));
    const until = found.body.until as PartialDate | null | undefined;
    if (until != null && isBefore(on, until) !== 'yes')
      return fail(problem('provision_ended', 'body.on', { until }));
    const body = { ...found.body, until: on, note: reason };
    return done(String(found.body.instrument), [{ kind: provisions, id, body, steps: [] }]);
  },
});
