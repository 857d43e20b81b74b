import { formatDate, lastDay } from '#kernel/dates.ts';
import { ok, type Result } from '#kernel/result.ts';
import { Offered as OffersMade } from '#platform/actions/offered.tsx';
import { type Offer, offersToMake } from '#platform/actions/offers.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { FieldList, Figure, FigureRow, Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { instruments, listPartyChoices, loadNames, NamedList, type Names } from '#union';
import { getStanding, type StandingAnswer } from '../../answers.ts';
import { candidatesFor, isUnmeetable, type Law, type Read, standingOf } from '../../rules/law.ts';
import { loadLaw } from '../../store.ts';
import { candidateTexts, conditionText, type NameOf, reasonText } from '../../text/reasons.ts';
import { operationText } from '../../text/words/words.ts';
import { isKnownToday, nameOfIn } from '../store.ts';
import { openingTexts } from '../text/texts.ts';
import { askedFor, dayOf, exchangePath, mayPath, NothingKnown, openingsPath, pairText } from './parts.tsx';
import { askable, type Offered, QuestionForm } from './question.tsx';

type Loaded = {
  readonly law: Law;
  readonly parties: readonly { readonly id: string; readonly title: string }[];
  readonly names: Names;
  readonly nameOf: NameOf;
  readonly offered: readonly Offered[];
  /** Null: nothing has been asked yet. */
  readonly answer: StandingAnswer | null;
  readonly today: boolean;
  /** Ways to the form that asks it, where it is open today and the reader may ask for that party. */
  readonly offers: readonly Offer[];
};

async function load(context: PageContext): Promise<Result<Loaded>> {
  const { register, knownAt, language } = context;
  const asked = askedIn(context);
  const answer = asked === null ? ok(null) : await getStanding(context, asked);
  if (!answer.ok)
    return { ok: false, problems: answer.problems.map((one) => ({ ...one, path: `query.${one.path}` })) };
  return context.read(async (tx) => {
    const law = await loadLaw(tx, register, knownAt);
    const parties = await listPartyChoices(tx, register.id, language);
    const spoken = [[...law.provisions.keys()], parties.map(({ id }) => id), answer.value];
    const names = await loadNames(tx, { register: register.id, knownAt }, spoken, [instruments]);
    const nameOf = nameOfIn(law, names, language);
    return ok({
      law,
      parties,
      names,
      nameOf,
      offered: askable(law, nameOf, language),
      answer: answer.value,
      today: law.provisions.size > 0 || (await isKnownToday(tx, context)),
      offers: await offersToAsk(tx, context, law, answer.value),
    });
  });
}

/** What the address asks; null where it does not name both parties and what is wanted. */
function askedIn(context: PageContext) {
  const { query } = context;
  const [from, to, provision] = [query.get('from'), query.get('to'), query.get('provision')];
  return !from || !to || !provision ? null : { from, to, provision, at: dayOf(context) };
}

/** The form of the question itself, filled in: one for each thing that is open by what was asked about. */
async function offersToAsk(
  tx: Transaction,
  context: PageContext,
  law: Law,
  answer: StandingAnswer | null,
): Promise<readonly Offer[]> {
  const today = todayOn(context.clock);
  const isOfToday = answer?.at === today && lastDay(answer.knownAt) === today;
  if (answer === null || answer.outcome === 'denied' || !isOfToday) return [];
  const { from, to } = answer;
  const open = provisionsAsked(law, answer).filter(
    (id) => standingOf(law, id, from, to, today).paths.length > 0,
  );
  const offers: Offer[] = [];
  for (const id of open) {
    const { instrument, article, operation } = law.provision.get(id) as Read;
    const given = { party: from, to, provision: askedFor(instrument, article, operation) };
    for (const { title, href } of await offersToMake(tx, context, ['exchange/ask'], given))
      offers.push({
        title: open.length === 1 ? title : `${title}: ${operationText(operation, context.language)}`,
        href,
      });
  }
  return offers;
}

/** May one ask the other for this on that day, and if not, which agreement is missing. */
export const mayPage: Page = {
  path: mayPath,
  navigation: 'practice',
  render: async (context) => {
    const words = openingTexts(context.language);
    const found = await load(context);
    if (!found.ok) return found;
    const loaded = found.value;
    const { answer } = loaded;
    return ok({
      title: words.may.title,
      lede: words.may.lede,
      crumbs: [{ text: words.exchange.title, href: context.href(exchangePath) }],
      ...(answer === null ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          {answer !== null && <Answer answer={answer} loaded={loaded} context={context} />}
          {loaded.offered.length === 0 ? (
            <NothingKnown context={context} today={loaded.today} path={mayPath} />
          ) : (
            <QuestionForm parties={loaded.parties} offered={loaded.offered} context={context} />
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const found = await load(context);
    return found.ok ? ok(tableOf(found.value, context)) : found;
  },
};

type Shown = { answer: StandingAnswer; loaded: Loaded; context: PageContext };

function Answer({ answer, loaded, context }: Shown) {
  const { may: words, moment } = openingTexts(context.language);
  const { nameOf } = loaded;
  const day = (date: Parameters<typeof formatDate>[0]) => formatDate(date, context.language);
  const allowed = answer.outcome === 'allowed';
  const { from, to, provision, next, since } = answer;
  const today = todayOn(context.clock);
  return (
    <>
      <Section title={words.answer} id="answer">
        <FigureRow>
          <Figure
            value={allowed ? words.yes : words.no}
            label={labelOf(answer, context)}
            detail={[
              ...(since === null ? [] : [words.since(day(since))]),
              ...(next === null ? [] : [allowed ? words.closes(day(next)) : words.opens(day(next))]),
            ].join(' ')}
          />
        </FigureRow>
        <FieldList
          fields={[
            { label: words.from, value: nameOf('parties', answer.from) },
            { label: words.to, value: nameOf('parties', answer.to) },
            { label: words.provision, value: whatOf(answer, loaded, context) },
            { label: words.on, value: day(answer.at) },
            ...(allowed
              ? [
                  {
                    label: words.basis,
                    value: (
                      <NamedList
                        ids={answer.basis}
                        names={loaded.names}
                        context={context}
                        kinds={[instruments]}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
        {answer.at !== today && (
          <Note>
            <a href={context.href(mayPath, { from, to, provision, 'as-of': today, 'known-at': null })}>
              {moment.askToday}
            </a>
          </Note>
        )}
      </Section>
      <OffersMade offers={loaded.offers} context={context} />
      {allowed ? (
        <Conditions answer={answer} loaded={loaded} context={context} />
      ) : (
        <WhyNot answer={answer} loaded={loaded} context={context} />
      )}
    </>
  );
}

function labelOf({ outcome, conditions }: StandingAnswer, { language }: PageContext): string {
  const { may: words } = openingTexts(language);
  if (outcome === 'denied') return words.noWhat;
  if (conditions.some(isUnmeetable)) return words.yesUnmeetable;
  return conditions.length > 0 ? words.yesWhat : words.yesFreely;
}

/** The provisions of the article and operation that were asked about. */
function provisionsAsked(law: Law, { provision }: StandingAnswer): readonly string[] {
  const [instrument = '', article = '', operation = ''] = provision.split('/');
  return candidatesFor(law, instrument, {
    ...(article === '' ? {} : { article }),
    ...(operation === '' ? {} : { operation }),
  });
}

/** What is asked for, in words, with the way to the article. */
function whatOf(answer: StandingAnswer, { law, nameOf }: Loaded, context: PageContext) {
  const [instrument = '', article = '', operation = ''] = answer.provision.split('/');
  const { language } = context;
  const ids = provisionsAsked(law, answer);
  const first = law.provision.get(ids[0] ?? '');
  if (first === undefined)
    return [
      operation === '' ? null : operationText(operation, language),
      article,
      nameOf('instruments', instrument),
    ]
      .filter((part) => part !== null && part !== '')
      .join(', ');
  const what = [...new Set(ids.map((id) => law.provision.get(id)?.operation ?? ''))];
  return (
    <>
      {what.map((one) => operationText(one, language)).join('; ')}
      <small>
        <a href={`${context.href(openingsPath(instrument))}#${first.id}`}>{nameOf('provisions', first.id)}</a>
      </small>
    </>
  );
}

function Conditions({ answer, loaded, context }: Shown) {
  const { may: words } = openingTexts(context.language);
  if (answer.conditions.length === 0) return null;
  return (
    <Section title={words.conditions} id="conditions">
      <DataTable<StandingAnswer['conditions'][number]>
        caption={words.conditions}
        rows={answer.conditions}
        columns={[
          { title: words.condition, cell: ({ condition }) => conditionText(condition, context.language) },
          { title: words.by, cell: ({ provision }) => loaded.nameOf('provisions', provision) },
        ]}
      />
    </Section>
  );
}

function WhyNot({ answer, loaded, context }: Shown) {
  const { may: words } = openingTexts(context.language);
  const { language } = context;
  const { nameOf } = loaded;
  const missing = answer.reasons.filter((reason) => reason.code === 'no_agreement');
  const others = answer.reasons.filter(({ code }) => code !== 'no_agreement');
  const texts = [...new Set(others.map((reason) => reasonText(reason, language, nameOf)))];
  return (
    <>
      {missing.length > 0 && (
        <Section title={words.missing} id="missing">
          {missing.map((reason) => {
            const there = candidateTexts(reason, language, nameOf);
            return (
              <>
                <p>
                  <strong>
                    {words.missingIs(
                      nameOf('instruments', reason.instrument),
                      reason.article,
                      pairText(reason.parties, nameOf),
                    )}
                  </strong>
                </p>
                <p>{there.length === 0 ? words.missingNone : words.missingThere(there.join('; '))}</p>
              </>
            );
          })}
          <p>{texts.length === 0 ? words.missingWho : words.missingAlso}</p>
        </Section>
      )}
      {texts.length > 0 && (
        <Section title={words.why} id="reasons">
          <ul>
            {texts.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const keys = ['from', 'to', 'instrument', 'article', 'on', 'outcome', 'part', 'text', 'setBy'] as const;

/** A row for each basis, reason and condition; without a question there are none. */
function tableOf({ answer, nameOf }: Loaded, context: PageContext): ExportTable {
  const { columns, may: words } = openingTexts(context.language);
  const [instrument = '', article = ''] = answer?.provision.split('/') ?? [];
  const row = (part: string, text: string, setBy: string | null) => ({
    from: answer?.from ?? null,
    to: answer?.to ?? null,
    instrument,
    article: article === '' ? null : article,
    on: answer?.at ?? null,
    outcome: answer?.outcome ?? null,
    part,
    text,
    setBy,
  });
  return {
    name: 'may',
    title: words.title,
    columns: keys.map((key) => ({ key, ...columns[key] })),
    rows:
      answer === null
        ? []
        : [
            ...answer.basis.map((id) => row('basis', nameOf('instruments', id), null)),
            ...answer.reasons.map((reason) =>
              row(
                'reason',
                reasonText(reason, context.language, nameOf),
                'provision' in reason ? reason.provision : null,
              ),
            ),
            ...answer.conditions.map(({ text, provision }) => row('condition', text, provision)),
          ],
    notes: exportNotes(context),
  };
}
