import { formatDate } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { Basis, FieldList, Section, Stack, StatusMark, Timeline } from '#platform/page/components.tsx';
import { Recorded } from '#platform/page/history.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { Named, plainName } from '#union';
import { crumbsToVat } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { loadCalendars } from '../calendars.ts';
import { claims, debts as debtKind, decisionNotice, noticePath, refundsPath } from '../kinds.ts';
import { decisionNoticeOf } from '../rules/decision-notice.ts';
import { hasSomethingLeft, instructionOf, openProposals, proposalsOf } from '../rules/kept.ts';
import { balanceOf } from '../rules/ledger.ts';
import { verdictsOf } from '../rules/verdicts.ts';
import { checkKept, debtsFor, findClaim, leftOfDebts } from '../store.ts';
import { refundTexts } from '../text/texts.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { ClockSection } from './clock.tsx';
import { eventText } from './events.ts';
import { InvoicesSection } from './invoices.tsx';
import { LedgerSection, type ReferenceOf, RoadsSection } from './money.tsx';
import { lackOf } from './notice-parts.ts';
import { closedRecord, momentOf, namesOf, readClaimRows, StateMark, seesDebtsOf, written } from './parts.tsx';

/** A claim that the reader may see, with all that its page shows; null: there is none, or it is not for him. */
export async function loadClaim(context: PageContext, id: string) {
  const calendarOf = await loadCalendars();
  return context.read(async (tx) => {
    const [row] = await readClaimRows(tx, context, calendarOf, [id]);
    const { known, day } = momentOf(context);
    const found = row === undefined ? null : await findClaim(tx, known, id, day);
    if (row === undefined || found === null) return null;
    const { claim } = found;
    const seesDebts = await seesDebtsOf(tx, context, claim.establishment);
    const held = seesDebts ? await debtsFor(tx, known, claim) : null;
    const told = new Map(
      [
        ...(held ?? []).map(({ debt, reference }) => [debt.id, reference] as const),
        ...proposalsOf(found.kept).flatMap((one) =>
          one.told.debts.map(({ debt, reference }) => [debt, reference] as const),
        ),
      ].toReversed(),
    );
    const referenceOf: ReferenceOf = (debt) => told.get(debt) ?? debt;
    const open = openProposals(found.kept);
    const proposed = open.flatMap((one) => one.told.debts.map(({ debt }) => debt));
    const left = await leftOfDebts(tx, known, [...new Set(proposed)]);
    const { waiting } = balanceOf(found.ledger);
    const spent = open.filter((one) => !hasSomethingLeft(one, waiting, left)).map(({ offset }) => offset);
    return {
      ...{ row, found, calendarOf, referenceOf, spent },
      check: await checkKept(tx, known, claim),
      debts: held === null ? null : held.map(({ debt }) => debt),
      names: await namesOf(tx, context, [claim.establishment, claim.refundState]),
    };
  });
}
export type LoadedClaim = NonNullable<Awaited<ReturnType<typeof loadClaim>>>;

/** One claim: what it is, its clock, its invoices, where its money is, and what can be done. What is not there and what is not for the reader look alike. */
export const claimPage: Page = {
  path: `${refundsPath}/:id`,
  navigation: 'practice',
  render: async (context) => {
    const { language } = context;
    const { claim: words, list, door } = workTexts(language);
    const id = context.params.id ?? '';
    const loaded = await loadClaim(context, id);
    const crumbs = crumbsToVat(context, { text: door.title, path: refundsPath });
    if (loaded === null)
      return ok({ title: words.closed, crumbs, body: await closedRecord(context, list.closed) });
    const { row, found, calendarOf, referenceOf, check, debts, names, spent } = loaded;
    recordReading(context, claims.name, [[id, row.grant]]);
    if (debts !== null && debts.length > 0)
      recordReading(
        context,
        debtKind.name,
        debts.map((debt) => [debt.id, row.grant] as const),
      );
    const { claim, record } = found;
    const offers = await context.read(async (tx) => [
      ...(await listOffers(tx, context, claims.name, id)),
      ...(debts === null ? [] : await offersToMake(tx, context, ['tax-debts/register'])),
    ]);
    const { acts } = refundTexts(language);
    return ok({
      title: `${String(record.body.reference)}, ${plainName(claim.establishment, names, language)} → ${plainName(claim.refundState, names, language)}`,
      crumbs,
      exports: ['csv', 'xlsx', 'json'] as const,
      body: (
        <Stack>
          <Basis>
            {list.basis} {list.asOf({ day: formatDate(momentOf(context).day, language) })}
          </Basis>
          <Offered offers={offers} context={context} />
          <Section title={words.said} id="said">
            <FieldList
              fields={[
                { label: list.state, value: <StateMark state={row.clock.state} language={language} /> },
                { label: list.applicant, value: claim.applicant },
                {
                  label: list.from,
                  value: <Named id={claim.establishment} names={names} context={context} />,
                },
                { label: list.to, value: <Named id={claim.refundState} names={names} context={context} /> },
                {
                  label: words.period,
                  value: `${formatDate(claim.period.from, language)} – ${formatDate(claim.period.to, language)}`,
                },
                {
                  label: list.claimed,
                  value: written(Number(record.body.claimed_cents), claim.currency, language),
                },
                { label: words.invoiceCount, value: String(record.body.invoices) },
                { label: words.application, value: <code>{String(record.body.application)}</code> },
                { label: words.id, value: <code>{id}</code> },
              ]}
            />
          </Section>
          <ClockSection {...{ claim, calendarOf, names, context }} clock={row.clock} />
          <InvoicesSection claim={claim} check={check} context={context} />
          <LedgerSection found={found} referenceOf={referenceOf} context={context} />
          <RoadsSection {...{ found, debts, spent, referenceOf, context }} />
          <Section title={words.notices} id="notices">
            <Notices loaded={loaded} context={context} />
          </Section>
          <Section
            title={words.history}
            id="history"
            tools={sectionExports(words.tables.history, language, (format) =>
              context.href(claims.href(id), { table: 'history', format }),
            )}
          >
            <Timeline
              moments={found.kept.map(({ event, by, reason, instruction, recordedAt }) => ({
                when: formatDate(event.on, language),
                what: acts[event.act],
                detail: (
                  <>
                    {[
                      eventText(event, claim, referenceOf, language),
                      reason,
                      // Elsewhere they stand in the notice alone; here they are what was done.
                      ...(event.act === 'add_remedy' ? [instruction.authority, instruction.remedy] : []),
                      words.taken({ by: plainName(by, names, language) }),
                    ]
                      .filter((part) => part !== null && part !== '')
                      .join(' · ')}{' '}
                    <Recorded at={recordedAt} />
                  </>
                ),
              }))}
            />
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const id = context.params.id ?? '';
    const loaded = await loadClaim(context, id);
    if (loaded === null) return fail(problem('vat_claims_not_allowed'));
    recordReading(context, claims.name, [[id, loaded.row.grant]]);
    const table = context.query.get('table');
    if (table === 'ledger') return ok(ledgerTable(loaded, context));
    return ok(table === 'history' ? historyTable(loaded, context) : invoiceTable(loaded, context));
  },
};

/** The notices that there are to make, each with what it would have to say and was not recorded. */
function Notices({ loaded: { found }, context }: { loaded: LoadedClaim; context: PageContext }) {
  const words = workTexts(context.language).claim;
  const offsets = found.history.flatMap((event) => (event.act === 'execute_offset' ? event.offset : []));
  const decision = decisionNoticeOf(found.kept);
  const notices = [
    ...(decision === null
      ? []
      : [{ name: decisionNotice, text: words.decisionNotice, instruction: decision.instruction }]),
    ...offsets.map((offset) => ({
      ...{ name: offset, text: words.notice({ offset }) },
      instruction: instructionOf(found.kept, { offset }),
    })),
  ];
  if (notices.length === 0) return <p>{words.noticesNone}</p>;
  return (
    <ul>
      {notices.map(({ name, text, instruction }) => {
        const lack = lackOf(instruction, context);
        return (
          <li>
            <a href={context.href(noticePath(found.claim.id, name))}>{text}</a>
            {lack !== null && (
              <>
                {' '}
                <StatusMark tone="part" text={lack} />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function tableOf(
  { found }: LoadedClaim,
  context: PageContext,
  name: 'invoices' | 'ledger' | 'history',
  columns: Readonly<Record<string, string>>,
  rows: ExportTable['rows'],
): ExportTable {
  const { claim: words, list } = workTexts(context.language);
  const reference = String(found.record.body.reference);
  return {
    name: `${context.register.id}-vat-refund-${name}`,
    title: words.ofTable({ claim: reference, table: words.tables[name] }),
    columns: Object.entries(columns).map(([key, note]) => ({ key, title: key, note })),
    rows,
    notes: [...exportNotes(context), list.basis],
  };
}

function invoiceTable(loaded: LoadedClaim, context: PageContext): ExportTable {
  const { claim: words, columns } = workTexts(context.language);
  const notes = {
    ...{ place: columns.place, supplier: words.supplier, number: words.number, date: words.date },
    ...{ nature: words.nature, taxable_cents: columns.cents, vat_cents: columns.cents },
    ...{ deductible_cents: columns.cents, stands_cents: columns.cents, verdict: words.verdict },
    findings: columns.findings,
  };
  const verdicts = loaded.check === null ? [] : verdictsOf(loaded.check);
  const rows = verdicts.map(({ place, invoice, verdict, cents, findings }) => ({
    ...{ place: place + 1, supplier: invoice.supplier, number: invoice.number, date: invoice.date },
    ...{ nature: invoice.nature, taxable_cents: invoice.taxable, vat_cents: invoice.vat },
    ...{ deductible_cents: invoice.deductible, stands_cents: cents, verdict },
    findings: findings.map(({ code }) => code).join(' '),
  }));
  return tableOf(loaded, context, 'invoices', notes, rows);
}

function ledgerTable(loaded: LoadedClaim, context: PageContext): ExportTable {
  const { claim: words, columns } = workTexts(context.language);
  const notes = {
    ...{ entry: words.entry, on: columns.on, move: words.what, cents: columns.cents },
    ...{ debt: words.debt, offset: words.proposals, road: words.road, of_entry: words.entry },
  };
  const rows = loaded.found.ledger.map(({ number, on, move, cents, taking, ofEntry }) => ({
    ...{ entry: number, on, move, cents, of_entry: ofEntry },
    debt: taking === null ? null : loaded.referenceOf(taking.debt),
    ...{ offset: taking?.offset ?? null, road: taking?.road ?? null },
  }));
  return tableOf(loaded, context, 'ledger', notes, rows);
}

function historyTable(loaded: LoadedClaim, context: PageContext): ExportTable {
  const { claim: words, columns } = workTexts(context.language);
  const notes = { on: columns.on, act: words.what, by: columns.by2, about: columns.about };
  const rows = loaded.found.kept.map(({ event, by }) => {
    const { on, act, ...about } = event;
    return { on, act, by, about: JSON.stringify(about) };
  });
  return tableOf(loaded, context, 'history', notes, rows);
}
