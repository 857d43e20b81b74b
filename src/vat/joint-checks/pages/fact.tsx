import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, listOffers } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { Basis, FieldList, Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords } from '#platform/records/records.ts';
import { knownOf, loadNames, Named } from '#union';
import { closedField } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { intakeTexts } from '../../intake/text/texts.ts';
import type { FactFinding } from '../fact-sheet.ts';
import { checkFacts, checkSheets, jointChecks } from '../model.ts';
import { listSeenChecks } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';
import { amountText, crumbsToChecks, dateText, traderText } from './parts.tsx';

/** The check of a record of one of these kinds, where the reader sees that one. */
async function checkOf(context: PageContext, kind: typeof checkFacts, id: string) {
  return context.read(async (tx) => {
    const acting = actionContextOf(context);
    const [record] = await allRecords(tx, { ...knownOf(acting), kinds: [kind.name], ids: [id] });
    if (record === undefined || context.actor.kind !== 'person') return null;
    const { checks } = await listSeenChecks(tx, acting, [String(record.body.check)]);
    const [check] = checks;
    if (check === undefined) return null;
    const moment = { register: context.register.id, knownAt: context.knownAt };
    return {
      check,
      names: await loadNames(tx, moment, [String(record.body.state)]),
      offers: await listOffers(tx, context, kind.name, id),
    };
  });
}

async function closed(context: PageContext, title: string) {
  return ok({ title, crumbs: crumbsToChecks(context), body: await closedField(context, 'joint_checks') });
}

/** One fact of a check, for who sees it there. */
export const factPage: Page = {
  path: checkFacts.href(':id'),
  navigation: 'practice',
  render: async (context) => {
    const { language } = context;
    const { page: words, sorts, treatments } = jointCheckTexts(language);
    const id = context.params.id ?? '';
    const loaded = await checkOf(context, checkFacts, id);
    const fact = loaded?.check.facts.find((one) => one.id === id);
    if (loaded === null || fact === undefined) return closed(context, words.factTitle);
    const { check, names, offers } = loaded;
    recordReading(context, checkFacts.name, [[id, check.grant]]);
    return ok({
      title: `${sorts[fact.sort]}, ${fact.item}`,
      crumbs: [
        ...crumbsToChecks(context),
        { text: check.title, href: context.href(jointChecks.href(check.id)) },
      ],
      body: (
        <Stack>
          {check.isSynthetic && <Note>{words.made}</Note>}
          <Basis>{words.open}</Basis>
          <Offered offers={offers} context={context} />
          <Section title={words.factTitle} id="fact">
            <FieldList
              fields={[
                { label: words.item, value: <code>{fact.item}</code> },
                { label: words.sort, value: sorts[fact.sort] },
                { label: words.on, value: dateText(fact.date as never, language) },
                { label: words.by, value: <Named id={fact.state} names={names} context={context} /> },
                { label: words.seller, value: traderText(fact.seller, language) },
                { label: words.buyer, value: traderText(fact.buyer, language) },
                { label: words.amount, value: amountText(fact.cents, language) },
                {
                  label: words.treatment,
                  value: fact.declared_as === undefined ? words.unknown : treatments[fact.declared_as],
                },
                { label: words.detail, value: fact.detail ?? '–' },
              ]}
            />
          </Section>
        </Stack>
      ),
    });
  },
};

/** What the rows of one sheet came to, for its own state. */
export const sheetPage: Page = {
  path: checkSheets.href(':id'),
  navigation: 'practice',
  render: async (context) => {
    const { language } = context;
    const { page: words, codes } = jointCheckTexts(language);
    const id = context.params.id ?? '';
    const loaded = await checkOf(context, checkSheets, id);
    const sheet = loaded?.check.sheets.find((one) => one.id === id);
    if (loaded === null || sheet === undefined) return closed(context, words.sheet);
    const { check } = loaded;
    recordReading(context, checkSheets.name, [[id, check.grant]]);
    const findings = sheet.body.findings as readonly FactFinding[];
    const said: Readonly<Record<string, string>> = { ...intakeTexts(language).rows, ...codes };
    return ok({
      title: String(sheet.body.name),
      crumbs: [
        ...crumbsToChecks(context),
        { text: check.title, href: context.href(jointChecks.href(check.id)) },
      ],
      body: (
        <Stack>
          <Basis>{words.open}</Basis>
          <Section title={words.rows} id="rows">
            <p>{words.rowsLine(sheet.body.rows as Record<string, number>)}</p>
            {findings.length > 0 && (
              <DataTable<FactFinding>
                caption={words.rows}
                rows={findings}
                columns={[
                  { title: words.row, figure: true, cell: ({ row }) => row },
                  { title: words.place, cell: ({ place }) => (place === '' ? '–' : <code>{place}</code>) },
                  { title: words.found, cell: ({ code }) => said[code] ?? code },
                  { title: words.was, cell: ({ was }) => <code>{was}</code> },
                  {
                    title: words.became,
                    cell: ({ became }) => (became === null ? '–' : <code>{became}</code>),
                  },
                ]}
              />
            )}
          </Section>
        </Stack>
      ),
    });
  },
};
