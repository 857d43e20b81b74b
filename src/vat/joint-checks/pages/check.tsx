import type { ComponentChildren } from 'preact';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, listOffers } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import {
  Basis,
  EmptyState,
  FieldList,
  Note,
  Section,
  Stack,
  StatusMark,
  Timeline,
} from '#platform/page/components.tsx';
import { oldestFirst, Recorded } from '#platform/page/history.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { groups, loadNames, Named, NamedList } from '#union';
import { closedField } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { goodOf } from '../goods.ts';
import { checkFacts, jointChecks, type Service } from '../model.ts';
import { type Result, sumOf } from '../rules/standing.ts';
import { listSeenChecks, type Reader, type SeenCheck, shortPlan } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';
import { Facts, factsTable, Sheets } from './check-facts.tsx';
import { Match, matchTable } from './check-match.tsx';
import type { Shown } from './check-parts.tsx';
import { amountText, crumbsToChecks, datesText, dateText, inEuros, LateMark, StateMark } from './parts.tsx';

async function load(context: PageContext, id: string) {
  return context.read(async (tx) => {
    const { checks, reader } = await listSeenChecks(tx, actionContextOf(context), [id]);
    const [check] = checks;
    if (check === undefined) return null;
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const shown = [
      check.states,
      check.invited,
      check.steps.map(({ by }) => by),
      reader.field?.body,
      check.facts.map(({ state }) => state),
    ];
    return {
      check,
      reader,
      names: await loadNames(tx, moment, shown),
      offers: await listOffers(tx, context, jointChecks.name, id),
    };
  });
}

function recordCheck(context: PageContext, { id, grant, facts }: SeenCheck): void {
  recordReading(context, jointChecks.name, [[id, grant]]);
  if (facts.length > 0)
    recordReading(
      context,
      checkFacts.name,
      facts.map((fact) => [fact.id, grant]),
    );
}

/** One check: its plan, and for who checks what states know of its items. What is not there and what is not for the reader look alike. */
export const checkPage: Page = {
  path: jointChecks.href(':id'),
  navigation: 'practice',
  render: async (context) => {
    const { page: words } = jointCheckTexts(context.language);
    const loaded = await load(context, context.params.id ?? '');
    const crumbs = crumbsToChecks(context);
    if (loaded === null)
      return ok({
        title: jointChecks.label[context.language].one,
        crumbs,
        body: await closedField(context, 'joint_checks'),
      });
    const { check, reader, names, offers } = loaded;
    const { withdrawn } = check.standing;
    recordCheck(context, check);
    const shown = { check, names, context };
    const seesItems = check.sight === 'facts' || reader.isCoordinator;
    return ok({
      title: check.title,
      crumbs,
      ...(check.sight === 'facts' ? { exports: ['csv', 'xlsx', 'json'] as const } : {}),
      body: (
        <Stack>
          {check.isSynthetic && <Note>{words.made}</Note>}
          {withdrawn !== null && (
            <Note>
              {words.withdrawn({ on: dateText(withdrawn.on, context.language) })}
              {/* Words can name a trader. */}
              {seesItems && <> {withdrawn.reason}</>}
            </Note>
          )}
          <Basis>{words.open}</Basis>
          <Offered offers={offers} context={context} />
          <Plan {...shown} reader={reader} />
          {seesItems && <Items {...shown} />}
          {check.sight === 'facts' ? (
            <>
              <Match {...shown} />
              <Facts {...shown} reader={reader} />
              {check.sheets.length > 0 && <Sheets {...shown} />}
            </>
          ) : (
            <Section title={words.factsOf} id="facts">
              <EmptyState why={words.planOnly} />
            </Section>
          )}
          <Results {...shown} />
          <Section title={words.history} id="history">
            <Timeline
              moments={oldestFirst(check.steps).map(({ act, by, effectiveOn, details, recordedAt }) => ({
                when: dateText(effectiveOn, context.language),
                what: words.acts[act] ?? act,
                detail: (
                  <>
                    {by !== '' && <Named id={by} names={names} context={context} />}
                    {typeof details.plan === 'string' && (
                      <> {words.planOf({ plan: shortPlan(details.plan) })}</>
                    )}
                    {/* Words can name a trader, as those of a result can. */}
                    {seesItems && typeof details.reason === 'string' && <> {details.reason}</>}{' '}
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
    const loaded = await load(context, context.params.id ?? '');
    if (loaded === null || loaded.check.sight !== 'facts') return fail(problem('vat_checks_not_allowed'));
    recordCheck(context, loaded.check);
    const table = context.query.get('table') === 'facts' ? factsTable : matchTable;
    return ok(table(loaded.check, context));
  },
};

function Plan({ check, names, context, reader }: Shown & { reader: Reader }) {
  const { page: words, goods, services } = jointCheckTexts(context.language);
  const { standing, states, invited } = check;
  const body = reader.field?.body;
  const agreed = states.map((party): ComponentChildren => {
    const on = standing.agreed.get(party);
    return (
      <div>
        <Named id={party} names={names} context={context} />{' '}
        {on === undefined ? (
          <StatusMark tone="none" text={words.notAgreed} />
        ) : (
          <StatusMark tone="good" text={`${words.acts.agree}, ${dateText(on, context.language)}`} />
        )}
      </div>
    );
  });
  return (
    <Section title={words.plan} id="plan">
      <FieldList
        fields={[
          {
            label: words.state,
            value: (
              <>
                <StateMark state={standing.state} language={context.language} />{' '}
                <LateMark late={check.late} language={context.language} />
              </>
            ),
          },
          { label: words.planVersion, value: <code>{shortPlan(check.plan)}</code> },
          { label: words.goods, value: goods[check.goods] ?? check.goods },
          ...(check.about === null ? [] : [{ label: words.about, value: check.about }]),
          { label: words.states, value: <>{agreed}</> },
          {
            label: words.invited,
            value: invited.length === 0 ? '–' : <NamedList ids={invited} names={names} context={context} />,
          },
          {
            label: words.services,
            value: check.services.map((one) => services[one as Service] ?? one).join(', '),
          },
          { label: words.dates, value: datesText(check, context.language) },
          ...(body === undefined
            ? []
            : [
                {
                  label: words.contacts,
                  // Who they are, the body's own page says to those who may know.
                  value: (
                    <>
                      <Named id={body} names={names} context={context} />:{' '}
                      <a href={`${context.href(groups.href(body))}#contacts`}>{words.contactsLink}</a>
                    </>
                  ),
                },
              ]),
        ]}
      />
    </Section>
  );
}

function Items({ check, context }: Shown) {
  const { page: words } = jointCheckTexts(context.language);
  const number = goodOf(check.goods)?.number ?? null;
  return (
    <Section title={words.items} id="items">
      {number !== null && !number.isVerified && (
        <Note>{words.itemForm({ name: number.name, like: number.like })}</Note>
      )}
      {check.items.length === 0 ? (
        <EmptyState why={words.noItems} what={words.noItemsWhat} />
      ) : (
        <ul class="plain">
          {check.items.map((item) => (
            <li>
              <code>{item}</code>
              {number !== null && !number.form.test(item) && (
                <>
                  {' '}
                  <StatusMark tone="none" text={words.itemOdd} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Results({ check, names, context }: Shown) {
  const { language } = context;
  const { page: words } = jointCheckTexts(language);
  const results = [...check.standing.results];
  const total = (key: 'corrections' | 'fines') => {
    const { cents, isWhole } = sumOf(check.states, check.standing.results, key);
    if (cents === null) return words.unknown;
    return isWhole ? inEuros(cents, language) : words.atLeast({ amount: inEuros(cents, language) });
  };
  return (
    <Section title={words.results} id="results">
      {results.length === 0 ? (
        <EmptyState why={words.noResult} what={words.noResultWhat} />
      ) : (
        <DataTable<readonly [string, Result]>
          caption={words.results}
          rows={results}
          columns={[
            { title: words.by, cell: ([party]) => <Named id={party} names={names} context={context} /> },
            { title: words.on, cell: ([, { on }]) => dateText(on, language) },
            {
              title: words.corrections,
              figure: true,
              cell: ([, one]) => amountText(one.corrections, language),
            },
            { title: words.fines, figure: true, cell: ([, one]) => amountText(one.fines, language) },
            // Words can name a trader; figures of a state do not.
            {
              title: words.note,
              cell: ([, { note }]) => (check.sight === 'facts' && note !== null ? note : '–'),
            },
          ]}
          total={[words.sum, '', total('corrections'), total('fines'), '']}
        />
      )}
    </Section>
  );
}
