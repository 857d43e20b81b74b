import { sectionsOf } from '#evidence';
import { formatDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers, type Offer, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Section, Sources, Stack, StatusMark } from '#platform/page/components.tsx';
import { Lang, SaidText } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { loadNames } from '../../bodies/store.ts';
import { plainName } from '../../names.tsx';
import { findings, recommendations, researchQuestions } from '../../programme/model.ts';
import { ProgrammeTabs } from '../../programme/pages/programme-tabs.tsx';
import { wordFor } from '../../text/words/words.ts';
import { promises } from '../model.ts';
import type { Commitment } from '../rules/commitment.ts';
import { evaluationOf, type FollowUp, followUpOf, sideBySide } from '../rules/follow-up.ts';
import { listCommitments } from '../store.ts';
import { commitmentTexts } from '../text/texts.ts';
import { Findings, SideBySide } from './evaluations.tsx';
import { commitmentTones, followUpTones } from './tones.ts';

type Row = {
  readonly record: StoredRecord;
  /** What was promised because of it. */
  readonly taken: readonly Commitment[];
  /** Year of the evaluation that says it. */
  readonly evaluation: number;
  readonly followUp: FollowUp;
  readonly offers: readonly Offer[];
};

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  return context.read(async (tx) => {
    const kinds = [recommendations.name, researchQuestions.name, findings.name];
    const records = await allRecords(tx, { ...moment, kinds });
    const found = records.filter(({ kind }) => kind === findings.name);
    const sourceYear = Number(context.register.knownFrom.slice(0, 4));
    const { commitments } = await listCommitments(tx, context);
    const written = await allRecords(tx, {
      ...moment,
      kinds: [promises.name],
      says: [{ origin: 'evaluation' }],
    });
    const madeIn = new Map(written.map(({ id, body }) => [id, String(body.made_in)]));
    const from = Map.groupBy(
      commitments.flatMap(({ one }) => (one.origin.kind === promises.name ? [one] : [])),
      ({ id }) => madeIn.get(id),
    );
    const rows: Row[] = [];
    for (const record of records) {
      const taken = from.get(record.id) ?? [];
      rows.push({
        record,
        taken,
        evaluation: evaluationOf(record.body.evaluation, sourceYear),
        followUp: followUpOf(taken.map(({ state }) => state)),
        offers: await listOffers(tx, context, record.kind, record.id, 'row'),
      });
    }
    return {
      rows,
      found,
      offers: await offersToMake(tx, context, ['findings/record', 'recommendations/record']),
      names: await loadNames(
        tx,
        moment,
        rows.map(({ taken }) => taken.map(({ owner }) => owner)),
      ),
    };
  });
}

/** The recommendations and research questions of the evaluation, with what became of each (§15.4). */
export const recommendationsPage: Page = {
  path: '/recommendations',
  navigation: 'programme',
  render: async (context) => {
    const { page, recommendations: words, states, followUps: called } = commitmentTexts(context.language);
    const { rows, found, offers, names } = await load(context);
    const of = (kind: Kind) => rows.filter(({ record }) => record.kind === kind.name);
    const recommended = of(recommendations);
    const beside = sideBySide(
      recommended,
      found.map(({ body }) => ({ evaluation: Number(body.evaluation) })),
    );
    const list = (
      kind: Kind,
      own: readonly Row[],
      title: string,
      id: string,
      first: string,
      told: boolean,
    ) => {
      if (own.length === 0) return null;
      const sources = ({ record }: Row) => (
        <Sources register={context.register} sections={sectionsOf(record.body)} />
      );
      const offered = own.some(({ offers }) => offers.length > 0);
      return (
        <Section title={title} id={id}>
          <p>{words.countOf(own.filter(({ taken }) => taken.length > 0).length, own.length)}</p>
          <DataTable<Row>
            caption={title}
            rows={own}
            rowHref={({ record }) => context.href(kind.href(record.id))}
            columns={[
              {
                title: first,
                cell: ({ record }) => <Lang text={kind.title(record.body)} />,
                ...(told ? {} : { below: sources }),
              },
              ...(told
                ? [
                    {
                      title: words.addressee,
                      cell: ({ record }: Row) =>
                        typeof record.body.addressee === 'string' ? (
                          <span lang="en">{record.body.addressee}</span>
                        ) : (
                          page.notStated
                        ),
                    },
                    {
                      title: words.strength,
                      cell: ({ record }: Row) =>
                        wordFor(String(record.body.strength ?? ''), context.language),
                      // Under a short link theirs would be too near to be hit.
                      below: sources,
                    },
                  ]
                : []),
              ...(kind !== researchQuestions
                ? [
                    {
                      title: words.status,
                      cell: ({ followUp }: Row) => (
                        <StatusMark tone={followUpTones[followUp]} text={called[followUp]} />
                      ),
                    },
                  ]
                : []),
              {
                title: words.taken,
                cell: ({ taken }) =>
                  taken.length === 0 ? (
                    words.nothing
                  ) : (
                    <ul class="plain">
                      {taken.map((one) => (
                        <li>
                          <StatusMark tone={commitmentTones[one.state]} text={states[one.state]} />{' '}
                          <a href={context.href(promises.href(one.id))}>
                            <SaidText said={{ text: one.text, language: one.language }} />
                          </a>{' '}
                          <small>
                            {plainName(one.owner ?? '', names, context.language)}
                            {one.stated !== null && <>, {formatDate(one.stated, context.language)}</>}
                            {one.reason !== null && <>. {one.reason}</>}
                          </small>
                        </li>
                      ))}
                    </ul>
                  ),
              },
              ...(offered
                ? [
                    {
                      title: words.takeOver,
                      cell: ({ offers }: Row) =>
                        offers.map(({ href }) => <a href={href}>{words.takeOver}</a>),
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      );
    };
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: [{ text: page.title, href: context.href('/commitments') }],
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <ProgrammeTabs current="commitments" context={context} />
          {rows.length === 0 && <EmptyState why={words.none} who={words.noneWho} />}
          <Offered offers={offers} context={context} />
          {beside.length > 0 && <SideBySide rows={beside} context={context} />}
          {beside.map(({ evaluation }) =>
            list(
              recommendations,
              recommended.filter((row) => row.evaluation === evaluation),
              words.recommendationsOf(evaluation),
              `recommendations-${evaluation}`,
              words.recommendation,
              true,
            ),
          )}
          <Findings
            questions={of(researchQuestions).map(({ record }) => record)}
            found={found}
            evaluations={beside.map(({ evaluation }) => evaluation)}
            context={context}
          />
          {list(findings, of(findings), words.findingsTaken, 'findings-taken', words.finding, false)}
          {list(
            researchQuestions,
            of(researchQuestions),
            words.questions,
            'questions',
            words.question,
            false,
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { rows } = await load(context);
    const { page, recommendations: words } = commitmentTexts(context.language);
    const shared = texts(context.language).exports;
    const kinds = new Map([recommendations, researchQuestions, findings].map((kind) => [kind.name, kind]));
    const notes = {
      id: shared.id,
      kind: shared.kind,
      title: shared.title,
      evaluation: words.evaluationNote,
      status: words.statusNote,
      addressee: words.addressee,
      commitment: words.taken,
      owner: page.owner,
      due: page.due,
      state: page.state,
      reason: page.reasonNote,
      source: shared.source,
    };
    return ok({
      name: `${context.register.id}-recommendations`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: rows.flatMap(({ record, taken, evaluation, followUp }) => {
        const { addressee } = record.body;
        const base = {
          id: record.id,
          kind: record.kind,
          title: localize((kinds.get(record.kind) ?? recommendations).title(record.body), context.language, [
            'en',
          ]).text,
          evaluation,
          status: followUp,
          addressee: typeof addressee === 'string' ? addressee : null,
          source: sectionsOf(record.body).join(', ') || null,
        };
        const none = { id: null, owner: null, stated: null, state: null, reason: null };
        return (taken.length === 0 ? [none] : taken).map((one) => ({
          ...base,
          commitment: one.id,
          owner: one.owner,
          due: one.stated,
          state: one.state,
          reason: one.reason,
        }));
      }),
      notes: exportNotes(context),
    });
  },
};
