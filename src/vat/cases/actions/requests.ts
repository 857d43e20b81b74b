import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { exchangeWord, findTold, type Lived, leaveQuestion } from '#exchange';
import { fail, problem } from '#kernel/result.ts';
import { type ActionContext, type Done, defineAction, type Shown } from '#platform/actions/action.ts';
import { count, type Field, idAmong, line, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { IdField } from '#platform/records/fields.ts';
import { allRecords } from '#platform/records/records.ts';
import { dangling, firstStep, instruments, knownOf, loadNames, parties, plainName, recordsOf } from '#union';
import { humanDecision } from '../../bridges/analyse.ts';
import { partiesIn, takingPartIn } from '../../fields/store.ts';
import { partyOf, type VatNumber } from '../../vat-number.ts';
import {
  type AskedKind,
  asFunction,
  askedKinds,
  keepCases,
  partId,
  type RequestState,
  requestLifecycle,
  vatCaseRequests,
  vatCases,
} from '../model.ts';
import { isOf, operationOf, queryOf } from '../rules/asked.ts';
import { instrumentStanding, instrumentStandings } from '../rules/opened.ts';
import { stateAfterSteps } from '../rules/standing.ts';
import { findOne, listDrafts, listOpenings } from '../store.ts';
import { caseTexts } from '../text/texts.ts';
import {
  aboutOpenCase,
  after,
  done,
  findOpen,
  known,
  missing,
  ofRecord,
  stepOf,
  textsOf,
  tradersOf,
} from './shared.ts';
import { isOther, personOf, releaserOf } from './two-people.ts';

const participation = takingPartIn('cases');

/** Milliseconds that an answer may take, and how long a page waits for it. */
const [budget, longestWait] = [20_000, 8_000];

const stateOf = ({ steps }: Lived) => stateAfterSteps<RequestState>(steps, 'drafted');
const word = { schema: line.schema.pipe(z.string().max(80)), control: 'word' } as const;

const about = (found: Lived, { today }: Pick<ActionContext, 'today'>) => ({
  ...{ reference: String(found.record.body.reference), traders: tradersOf(found) },
  today,
});

/** Instruments of the register, those first that open something to the party of the case; of the others the title says why not. */
export const instrumentOptions: NonNullable<Field['options']> = async (tx, context, { id }) => {
  const known = knownOf(context);
  const openings = await listOpenings(tx, known);
  const all = await allRecords(tx, { ...known, kinds: [instruments.name] });
  const bodies = new Map(all.map((one) => [one.id, one.body]));
  const about = id === undefined ? null : await findOne(tx, known, vatCases, id);
  const asking = { party: String(about?.record.body.party), today: context.today };
  const { requests: words, asked } = caseTexts(context.language);
  const found = (await recordsOf(instruments)(tx, context, {})).map(({ value, title }) => {
    const opening = openings.get(value);
    const standing = instrumentStanding(bodies.get(value) ?? {}, opening, asking);
    const what = (opening?.what ?? []).map((one) => asked[one]).join('; ');
    return { standing, option: { value, title: words.choices[standing]({ title, what }) } };
  });
  return instrumentStandings.flatMap((wanted) =>
    found.flatMap(({ standing, option }) => (standing === wanted ? [option] : [])),
  );
};

/** Words that the instruments know which have something for cases; where there are none, somebody can still write one. */
const wordsOf =
  (key: 'purposes' | 'articles'): NonNullable<Field['options']> =>
  async (tx, context) => {
    const openings = [...(await listOpenings(tx, knownOf(context))).values()];
    return [...new Set(openings.flatMap((one) => one[key]))].map((value) => ({
      value,
      title: key === 'purposes' ? exchangeWord(key, value, context.language) : value,
    }));
  };

/** Parties in the field but that of the case, which need not ask itself. */
const othersIn: NonNullable<Field['options']> = async (tx, context, given) => {
  const about = given.id === undefined ? null : await findOne(tx, knownOf(context), vatCases, given.id);
  const all = await partiesIn('cases')(tx, context, given);
  return all.filter(({ value }) => value !== about?.record.body.party);
};

export const draftRequest = defineAction({
  name: 'vat-case-requests/draft',
  permission: keepCases,
  fields: {
    id: subject,
    to: idAmong(othersIn),
    what: oneOf(askedKinds, (what, language) => caseTexts(language).asked[what]),
    asked: text,
    epoch: optional(count(1, 1_000_000)),
    // Where the register has none somebody can still name one: that it opens nothing is the answer then.
    instrument: { schema: IdField, control: 'word', options: instrumentOptions },
    article: optional({ ...word, options: wordsOf('articles') }),
    purpose: { ...word, options: wordsOf('purposes') },
  },
  texts: textsOf('draft_request'),
  about: aboutOpenCase,
  object: ofRecord(vatCases, 'party'),
  participation,
  perform: async (tx, context, { id, ...said }) => {
    const found = await findOpen(tx, context, id);
    if (!found.ok) return found;
    const party = String(found.value.record.body.party);
    const { what, to, asked, epoch } = said;
    const query = queryOf({ what, to, asked, epoch }, about(found.value, context));
    const problems = [
      ...(await dangling(tx, context, 'to', to, [parties])),
      ...(to === party ? [problem('request_to_oneself', 'body.to', { party })] : []),
      ...(query.ok ? [] : query.problems),
    ];
    if (problems.length > 0) return fail(...problems);
    const own = partId(id, newId(context.clock));
    const body = { id: own, case: id, party, drafted_by: personOf(context), ...known(said) };
    const steps = [firstStep('drafted', context.today, { act: 'draft', by: party })];
    return done(vatCaseRequests, own, vatCases.href(id), [{ kind: vatCaseRequests, id: own, body, steps }]);
  },
  // What there is one of needs no choice: the state of the only foreign traders, and the only instrument that opens anything.
  prefill: async (tx, context, { id }) => {
    const found = id === undefined ? null : await findOne(tx, knownOf(context), vatCases, id);
    if (found === null) return {};
    const party = String(found.record.body.party);
    const [opening, ...more] = await listOpenings(tx, knownOf(context));
    const only = opening === undefined || more.length > 0 ? null : opening;
    const others = Map.groupBy(
      tradersOf(found).filter((number) => !isOf(number as VatNumber, party)),
      (number) => partyOf(number as VatNumber),
    );
    const [other, ...rest] = others;
    return {
      ...(other === undefined || rest.length > 0 ? {} : { to: other[0], asked: other[1].join('\n') }),
      ...(other === undefined || rest.length > 0 ? {} : { what: 'feedback' }),
      ...(only === null ? {} : { instrument: only[0], purpose: only[1].purposes[0] ?? '' }),
    };
  },
});

/** Drafts of a party that wait for somebody else than who wrote them. */
async function waitingFor(tx: Transaction, context: ActionContext, party: string | null) {
  if (party === null) return [];
  const drafts = await listDrafts(tx, knownOf(context), party);
  return drafts
    .filter((one) => stateOf(one) === 'drafted' && isOther(context, one.record.body.drafted_by))
    .map(({ record }) => record.id);
}

/** All that leaves and why, for whoever is to release it; names as the reader's language has them. */
async function requestLines(
  tx: Transaction,
  context: ActionContext,
  { record: { body } }: Lived,
): Promise<readonly Shown[]> {
  const known = knownOf(context);
  const about = await findOne(tx, known, vatCases, String(body.case));
  const names = await loadNames(tx, known, [body.to, body.party, body.instrument], [instruments]);
  const nameOf = (id: unknown, ...kinds: Parameters<typeof plainName>[3][]) =>
    plainName(String(id), names, context.language, ...kinds);
  const { requests: words, page, asked, fields } = caseTexts(context.language);
  return [
    { label: page.case, value: String(about?.record.body.reference ?? '') },
    { label: fields.party, value: nameOf(body.party) },
    { label: words.to, value: nameOf(body.to) },
    { label: words.what, value: asked[body.what as AskedKind] },
    { label: words.asked, value: String(body.asked) },
    ...(body.epoch == null ? [] : [{ label: fields.epoch, value: String(body.epoch) }]),
    { label: words.instrument, value: nameOf(body.instrument, [instruments]) },
    ...(body.article == null ? [] : [{ label: fields.article, value: String(body.article) }]),
    { label: words.purpose, value: exchangeWord('purposes', String(body.purpose), context.language) },
  ];
}

/** By somebody else than who drafted it: four eyes look at what leaves. Then it goes as any question, and the law decides. */
export const releaseRequest = defineAction({
  name: 'vat-case-requests/release',
  permission: keepCases,
  fields: { id: subject },
  texts: textsOf('release_request'),
  about: {
    kind: vatCaseRequests,
    isOpen: async (tx, context, id) => {
      const found = await findOne(tx, knownOf(context), vatCaseRequests, id);
      return found !== null && stateOf(found) === 'drafted' && isOther(context, found.record.body.drafted_by);
    },
    whyNot: async (tx, context, id) => {
      const found = await findOne(tx, knownOf(context), vatCaseRequests, id);
      const isOwn = found !== null && stateOf(found) === 'drafted';
      return isOwn ? caseTexts(context.language).requests.own : null;
    },
  },
  shows: async (tx, context, { id }) => {
    const found = id === undefined ? null : await findOne(tx, knownOf(context), vatCaseRequests, id);
    return found === null ? [] : requestLines(tx, context, found);
  },
  waits: waitingFor,
  object: ofRecord(vatCaseRequests, 'party'),
  participation,
  perform: async (tx, context, { id }) => {
    const found = await findOne(tx, knownOf(context), vatCaseRequests, id);
    if (found === null) return missing(id);
    const { body } = found.record;
    const to = after(requestLifecycle, stateOf(found), 'release');
    if (!to.ok) return to;
    const by = releaserOf(context, body.drafted_by);
    if (!by.ok) return by;
    const opened = await findOpen(tx, context, String(body.case));
    if (!opened.ok) return opened;
    const what = body.what as AskedKind;
    const epoch = typeof body.epoch === 'number' ? body.epoch : undefined;
    const wanted = { what, to: String(body.to), asked: String(body.asked), epoch };
    const asked = about(opened.value, context);
    const query = queryOf(wanted, asked);
    if (!query.ok) return query;
    const question = newId(context.clock);
    const request = {
      id: question,
      from: { party: String(body.party), function: asFunction, officer: by.value },
      to: wanted.to,
      instrument: String(body.instrument),
      ...(typeof body.article === 'string' ? { article: body.article } : {}),
      operation: operationOf[what],
      purpose: String(body.purpose),
      case: asked.reference,
      // Two people have looked at it, and no score.
      stated: what === 'bridges' ? [] : [humanDecision],
      consents: [],
    };
    const now = context.clock.now().epochMilliseconds;
    const left = {
      register: context.register.id,
      request,
      query: query.value,
      group: null,
      budget,
      until: null,
    };
    await leaveQuestion(tx, { ...left, actor: personOf(context) }, now);
    const step = stepOf('drafted', to.value, context, { act: 'release', question });
    const released = { ...body, question, released_by: personOf(context) };
    const changes = [{ kind: vatCaseRequests, id, body: released, steps: [step] }];
    const path = vatCaseRequests.href(id);
    return { ok: true, value: { subject: `${vatCaseRequests.name}/${id}`, path, changes, question } };
  },
  after: async (node, result) => {
    const { question } = result as Done & { readonly question: string };
    // As long as people wait for a page; what takes longer is on it when they look again.
    for (let waited = 0; waited < longestWait; waited += 50) {
      if ((await node.read((tx) => findTold(tx, question))) !== null) return;
      await wait(50);
    }
  },
});

export const withdrawRequest = defineAction({
  name: 'vat-case-requests/withdraw',
  permission: keepCases,
  fields: { id: subject, reason: text },
  texts: textsOf('withdraw_request'),
  about: {
    kind: vatCaseRequests,
    isOpen: async (tx, context, id) => {
      const found = await findOne(tx, knownOf(context), vatCaseRequests, id);
      return found !== null && stateOf(found) === 'drafted';
    },
  },
  object: ofRecord(vatCaseRequests, 'party'),
  participation,
  perform: async (tx, context, { id, reason }) => {
    const found = await findOne(tx, knownOf(context), vatCaseRequests, id);
    if (found === null) return missing(id);
    const to = after(requestLifecycle, stateOf(found), 'withdraw');
    if (!to.ok) return to;
    const step = stepOf('drafted', to.value, context, { act: 'withdraw', reason });
    return done(vatCaseRequests, id, vatCaseRequests.href(id), [
      { kind: vatCaseRequests, id, steps: [step] },
    ]);
  },
});
