import { formatDate } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Basis, EmptyState, Note, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { countedFacet } from '#platform/page/counted-facet.ts';
import { RecordList } from '#platform/page/list.tsx';
import { plainName } from '#union';
import { closedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { partiesOpen } from '../../fields/store.ts';
import { loadCalendars } from '../calendars.ts';
import { applicationFilePath, claims, debtsPath, readClaims, refundsPath } from '../kinds.ts';
import type { ClaimState, Role } from '../model.ts';
import type { Standing } from '../rules/clock.ts';
import type { Side } from '../rules/kept.ts';
import { applicationTexts } from '../text/application/application-texts.ts';
import { refundTexts } from '../text/texts.ts';
import { workTexts } from '../text/work/work-texts.ts';
import {
  type ClaimRow,
  daysText,
  dueText,
  momentOf,
  mostWorked,
  namesOf,
  readNewestRows,
  readOpenRows,
  StandingMark,
  sourceText,
  termText,
  turnText,
  written,
} from './parts.tsx';

const pageSize = 50;
const filterNames = ['side', 'turn', 'standing', 'state', 'from', 'to'] as const;
type FilterName = (typeof filterNames)[number];

/** What a claim says to each filter; several where the reader sits on both sides. */
const saidIn: Readonly<Record<FilterName, (row: ClaimRow) => readonly string[]>> = {
  side: ({ sides }) => sides,
  turn: ({ clock }) => (clock.next === null ? ['nobody'] : [clock.next.by]),
  standing: ({ clock }) => (clock.next === null ? ['nothing'] : [clock.next.standing]),
  state: ({ clock }) => [clock.state],
  from: ({ claim }) => [claim.establishment],
  to: ({ claim }) => [claim.refundState],
};

const filters = ({ query }: PageContext) =>
  Object.fromEntries(filterNames.map((name) => [name, query.get(name)]));

function chosen({ query }: PageContext, rows: readonly ClaimRow[]): readonly ClaimRow[] {
  return rows.filter((row) =>
    filterNames.every((name) => {
      const wanted = query.get(name);
      return wanted === null || saidIn[name](row).includes(wanted);
    }),
  );
}

/** Either what is to be done, or all claims there are: `list=all`. */
const isAll = ({ query }: PageContext) => query.get('list') === 'all';

async function load(context: PageContext, part: 'page' | 'whole') {
  const calendarOf = await loadCalendars();
  const isWhole = part === 'whole';
  const slice = isWhole
    ? { limit: null, offset: 0 }
    : { limit: pageSize, offset: (pageOf(context.query) - 1) * pageSize };
  return context.read(async (tx) => {
    const { rows, total } = isAll(context)
      ? await readNewestRows(tx, context, calendarOf, slice)
      : await readOpenRows(tx, context, calendarOf, isWhole ? null : mostWorked);
    const seats = await partiesOpen(tx, actionContextOf(context), 'refunds', readClaims);
    const making = ['refunds/register', 'refunds/enter', 'tax-debts/register'];
    const offered = context.register.meta.synthetic === true ? [...making, 'refunds/make_up'] : making;
    return {
      ...{ rows, total, isReader: seats.size > 0 },
      names: await namesOf(
        tx,
        context,
        rows.flatMap(({ claim }) => [claim.establishment, claim.refundState]),
      ),
      offers: await offersToMake(tx, context, offered),
    };
  });
}

const listed = (rows: readonly ClaimRow[]) => rows.map(({ record, grant }) => [record.id, grant] as const);

/** The work of a refund officer: what has to be done next, the first day first. */
export const refundsPage: Page = {
  path: refundsPath,
  navigation: 'practice',
  filters: true,
  render: async (context) => {
    const { language } = context;
    const words = workTexts(language).list;
    const { states, standings, roles } = refundTexts(language);
    const { rows, total, isReader, names, offers } = await load(context, 'page');
    const { day } = momentOf(context);
    const all = isAll(context);
    const found = all ? rows : chosen(context, rows);
    const number = pageOf(context.query);
    const shown = all ? rows : found.slice((number - 1) * pageSize, number * pageSize);
    recordReading(context, claims.name, listed(shown));
    const labels: Readonly<Record<FilterName, string>> = {
      ...{ side: words.side, turn: words.turn, standing: words.standing, state: words.state },
      ...{ from: words.from, to: words.to },
    };
    const labelOf = (name: FilterName) => (value: string) => {
      switch (name) {
        case 'side':
          return words.sides[value as Side];
        case 'turn':
          return value === 'nobody' ? words.nothing : roles[value as Role];
        case 'standing':
          return value === 'nothing' ? words.nothing : standings[value as Standing];
        case 'state':
          return states[value as ClaimState];
        default:
          return plainName(value, names, language);
      }
    };
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: crumbsToVat(context),
      ...(rows.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <VatTabs current={refundsPath} context={context} />
          <Offered offers={offers} context={context} />
          {rows.length === 0 ? (
            <Section title={words.title} id="claims">
              {isReader ? (
                <EmptyState
                  why={all ? words.none : words.noneOpen}
                  what={words.noneWhat}
                  who={words.noneWho}
                />
              ) : (
                await closedField(context, 'refunds')
              )}
            </Section>
          ) : (
            <>
              <Basis>
                {words.basis} {words.asOf({ day: formatDate(day, language) })}
              </Basis>
              {!all && rows.length < total && <Note>{words.capped({ shown: rows.length, total })}</Note>}
              <RecordList<ClaimRow>
                caption={words.title}
                rows={shown}
                rowHref={({ record }) => context.href(claims.href(record.id))}
                columns={[
                  {
                    title: words.reference,
                    cell: ({ record }) => String(record.body.reference),
                    below: ({ record, claim }) => (
                      <small>
                        {claim.applicant}, {plainName(claim.establishment, names, language)} →{' '}
                        {plainName(claim.refundState, names, language)},{' '}
                        {written(Number(record.body.claimed_cents), claim.currency, language)}
                      </small>
                    ),
                  },
                  {
                    title: words.next,
                    cell: ({ clock: { next } }) => (next === null ? words.nothing : termText(next, language)),
                    below: ({ clock: { next } }) =>
                      next === null ? null : <small>{sourceText(next, language)}</small>,
                  },
                  {
                    title: words.due,
                    cell: ({ clock: { next } }) => (next === null ? '–' : dueText(next, language)),
                    below: ({ clock: { next } }) =>
                      next === null ? null : <small>{daysText(next, day, language)}</small>,
                  },
                  {
                    title: words.turn,
                    cell: ({ clock: { next }, claim }) =>
                      next === null ? '–' : turnText(next.by, claim, names, language),
                  },
                  {
                    title: words.standing,
                    cell: ({ clock: { next } }) =>
                      next === null ? (
                        <StatusMark tone="good" text={words.nothing} />
                      ) : (
                        <StandingMark standing={next.standing} language={language} />
                      ),
                    below: ({ clock: { state, interestFrom } }) => (
                      <small>
                        {states[state]}
                        {interestFrom !== null && `, ${words.interest} ${formatDate(interestFrom, language)}`}
                      </small>
                    ),
                  },
                ]}
                facets={(all ? [] : filterNames).map((key) =>
                  countedFacet(context, { key, label: labels[key] }, rows.flatMap(saidIn[key]), {
                    labelOf: labelOf(key),
                    hrefOf: (value) => context.href(refundsPath, { ...filters(context), [key]: value }),
                  }),
                )}
                clearHref={context.href(refundsPath)}
                page={{
                  number,
                  size: pageSize,
                  total: all ? total : found.length,
                  hrefOf: (page) =>
                    context.href(refundsPath, {
                      ...(all ? { list: 'all' } : filters(context)),
                      page: String(page),
                    }),
                }}
              />
            </>
          )}
          {isReader && (
            <p class="chips">
              <a class="chip" href={context.href(refundsPath, all ? {} : { list: 'all' })}>
                {all ? words.work : words.all}
              </a>
              <a class="chip" href={context.href(debtsPath)}>
                {words.debts}
              </a>
              <a class="chip" href={context.href(applicationFilePath)}>
                {applicationTexts(language).title}
              </a>
            </p>
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { list: words, columns } = workTexts(context.language);
    const { rows, isReader } = await load(context, 'whole');
    if (!isReader) return fail(problem('vat_claims_not_allowed'));
    const found = isAll(context) ? rows : chosen(context, rows);
    recordReading(context, claims.name, listed(found));
    const notes = {
      ...{ id: columns.id, reference: columns.reference, applicant: columns.applicant },
      ...{ establishment: columns.establishment, refund_state: columns.refundState },
      ...{ period_from: columns.period, period_to: columns.period, currency: columns.currency },
      ...{ claimed_cents: columns.cents, state: columns.state, next: columns.next, by: columns.by },
      ...{ due: columns.due, standing: columns.standing, verified: columns.verified },
      interest_from: columns.interest,
    };
    return ok({
      name: `${context.register.id}-vat-refunds`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: found.map(({ record: { id, body }, claim, clock: { state, next, interestFrom } }) => ({
        ...{ id, reference: String(body.reference), applicant: claim.applicant },
        ...{ establishment: claim.establishment, refund_state: claim.refundState },
        ...{ period_from: claim.period.from, period_to: claim.period.to, currency: claim.currency },
        ...{ claimed_cents: Number(body.claimed_cents), state, next: next?.kind ?? null },
        ...{ by: next?.by ?? null, due: next?.due.ok === true ? next.due.value : null },
        ...{ standing: next?.standing ?? null, verified: next?.verified ?? null },
        interest_from: interestFrom,
      })),
      notes: [
        ...exportNotes(context),
        words.basis,
        words.asOf({ day: formatDate(momentOf(context).day, context.language) }),
      ],
    });
  },
};
