import { formatDate } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Note, Section, StatusMark, Tag } from '#platform/page/components.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { claims, debts as debtKind } from '../kinds.ts';
import type { Debt } from '../model.ts';
import { lastConsent } from '../rules/acts.ts';
import { promisedIn, proposalsOf } from '../rules/kept.ts';
import { balanceOf, type Entry } from '../rules/ledger.ts';
import { legalFacts } from '../rules/legal-facts.ts';
import { type PlannedDebt, planOn, roadsOn } from '../rules/plan.ts';
import type { FoundClaim } from '../store.ts';
import { refundTexts } from '../text/texts.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { Findings, momentOf, written } from './parts.tsx';

/** By which debts are called: the state's own reference where the claim or the reader knows it, else the record's id. */
export type ReferenceOf = (debt: string) => string;

/** Entry by entry where the money is, and the sum: refund = paid + set off + held. */
export function LedgerSection({
  found,
  referenceOf,
  context,
}: {
  found: FoundClaim;
  referenceOf: ReferenceOf;
  context: PageContext;
}) {
  const { language } = context;
  const words = workTexts(language).claim;
  const { moves, roads } = refundTexts(language);
  const { claim, ledger } = found;
  const amount = (cents: number) => written(cents, claim.currency, language);
  const { refund, paid, setOff, retained, waiting, disputed } = balanceOf(ledger);
  return (
    <Section
      title={words.ledger}
      id="ledger"
      {...(ledger.length === 0
        ? {}
        : {
            tools: sectionExports(words.tables.ledger, language, (format) =>
              context.href(claims.href(claim.id), { table: 'ledger', format }),
            ),
          })}
    >
      {ledger.length === 0 ? (
        <EmptyState why={words.ledgerNone} what={words.ledgerNoneWhat} />
      ) : (
        <>
          <FieldList
            fields={[
              { label: words.refund, value: <strong>{amount(refund)}</strong> },
              { label: words.paid, value: amount(paid) },
              { label: words.setOff, value: amount(setOff) },
              { label: words.waiting, value: amount(waiting) },
              { label: words.disputed, value: amount(disputed) },
              {
                label: words.sum,
                value: (
                  <>
                    {words.addsUp({
                      ...{ refund: amount(refund), paid: amount(paid) },
                      ...{ setOff: amount(setOff), retained: amount(retained) },
                    })}{' '}
                    {refund === paid + setOff + retained && <StatusMark tone="good" text={words.balanced} />}
                  </>
                ),
              },
            ]}
          />
          <DataTable<Entry>
            caption={words.ledger}
            rows={ledger}
            columns={[
              { title: words.entry, cell: ({ number }) => String(number) },
              { title: words.on, cell: ({ on }) => formatDate(on, language) },
              { title: words.what, cell: ({ move }) => moves[move] },
              { title: words.debt, cell: ({ taking }) => (taking === null ? '–' : referenceOf(taking.debt)) },
              { title: words.road, cell: ({ taking }) => (taking === null ? '–' : roads[taking.road]) },
              { title: words.amount, figure: true, cell: ({ cents }) => amount(cents) },
            ]}
          />
        </>
      )}
    </Section>
  );
}

/** What each road needs and lacks, what was proposed on one, and for the state that is owed what an offset would come to. */
export function RoadsSection({
  found,
  debts,
  spent,
  referenceOf,
  context,
}: {
  found: FoundClaim;
  /** Null: they are not for the reader. */
  debts: readonly Debt[] | null;
  /** Proposals that can no longer be carried out. */
  spent: readonly string[];
  referenceOf: ReferenceOf;
  context: PageContext;
}) {
  const { language } = context;
  const words = workTexts(language).claim;
  const { roads } = refundTexts(language);
  const { day } = momentOf(context);
  const consent = lastConsent(found);
  const isHeld = balanceOf(found.ledger).waiting > 0;
  const proposals = proposalsOf(found.kept);
  const states = {
    ...{ open: words.toBeExecuted, executed: words.executed, withdrawn: words.proposalWithdrawn },
    spent: words.spent,
  };
  const amount = (cents: number) => written(cents, found.claim.currency, language);
  return (
    <Section title={words.roads} id="roads">
      <Note>{words.roadsNote}</Note>
      {!isHeld && <p>{words.roadsEarly}</p>}
      <FieldList
        fields={[
          {
            label: words.consent,
            value:
              consent === null ? (
                words.noConsent
              ) : (
                <>
                  {words.consented({
                    consent: consent.id,
                    on: formatDate(consent.signedOn, language),
                  })}
                  {consent.withdrawnOn !== null &&
                    `, ${words.withdrawn({ on: formatDate(consent.withdrawnOn, language) })}`}
                </>
              ),
          },
          ...roadsOn(found, debts ?? [], day, legalFacts).map(({ kind, lacking }) => ({
            label: roads[kind],
            value: (
              <>
                {words.needs[kind]}{' '}
                {debts === null && kind !== 'consent_transfer' ? (
                  <StatusMark tone="none" text={words.forThem} />
                ) : lacking.length === 0 ? (
                  <StatusMark tone="good" text={words.lacksNothing} />
                ) : (
                  <>
                    <StatusMark tone="part" text={words.lacks} />{' '}
                    <Findings findings={lacking} context={context} />
                  </>
                )}
              </>
            ),
          })),
        ]}
      />
      {proposals.map(({ offset, road, on, told, state }) => (
        <>
          <h3>
            {offset}: {roads[road]}, {words.proposed({ on: formatDate(on, language) })}{' '}
            <Tag>{states[spent.includes(offset) ? 'spent' : state]}</Tag>
          </h3>
          {told.request !== null && (
            <p>
              {words.request({
                reference: told.request.reference,
                on: formatDate(told.request.requestedOn, language),
              })}
            </p>
          )}
          <DataTable
            caption={`${words.proposals}: ${offset}`}
            rows={told.debts}
            columns={[
              { title: words.debt, cell: ({ reference }) => reference },
              { title: words.use, cell: ({ use }) => workTexts(language).uses[use] },
              { title: words.gets, figure: true, cell: ({ cents }) => amount(cents) },
            ]}
          />
        </>
      ))}
      {debts !== null && (
        <PlanTable found={found} debts={debts} referenceOf={referenceOf} context={context} />
      )}
    </Section>
  );
}

function PlanTable({
  found,
  debts,
  referenceOf,
  context,
}: {
  found: FoundClaim;
  debts: readonly Debt[];
  referenceOf: ReferenceOf;
  context: PageContext;
}) {
  const { language } = context;
  const { claim: words, uses } = workTexts(language);
  if (debts.length === 0) return <EmptyState why={words.planNone} what={words.planNoneWhat} />;
  const plan = planOn(found, debts, momentOf(context).day, legalFacts, promisedIn(found.kept));
  const amount = (cents: number) => written(cents, found.claim.currency, language);
  return (
    <>
      <h3>{words.plan}</h3>
      <p>{words.planNote}</p>
      {plan.lacking.length > 0 && (
        <Note>
          {words.planBlocked} <Findings findings={plan.lacking} context={context} />
        </Note>
      )}
      <DataTable<PlannedDebt>
        caption={words.plan}
        rows={plan.debts}
        rowHref={({ debt }) => context.href(debtKind.href(debt.id))}
        columns={[
          { title: words.debt, cell: ({ debt }) => referenceOf(debt.id) },
          { title: words.rank, cell: ({ debt }) => (debt.rank === null ? '–' : String(debt.rank)) },
          { title: words.owed, figure: true, cell: ({ debt }) => amount(debt.cents) },
          {
            title: words.use,
            cell: ({ use }) => (
              <StatusMark
                tone={use === 'set_off' ? 'good' : use === 'retain' ? 'part' : 'none'}
                text={uses[use]}
              />
            ),
            below: ({ findings }) =>
              findings.length === 0 ? null : (
                <small>
                  <Findings findings={findings} context={context} />
                </small>
              ),
          },
          { title: words.gets, figure: true, cell: ({ cents }) => amount(cents) },
        ]}
        total={[words.left, '', '', '', amount(plan.left)]}
      />
    </>
  );
}
