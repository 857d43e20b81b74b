import type { Lived } from '#exchange';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, PageContext } from '#platform/module.ts';
import { texts } from '#platform/text/texts.ts';
import { recordReading } from '../../fields/reading.ts';
import { readVatNumber, type VatNumber } from '../../vat-number.ts';
import { openCases } from '../access.ts';
import { caseStateOf, tradersOf } from '../actions/shared.ts';
import { alertOf } from '../load.ts';
import { atStakeOf, vatCases } from '../model.ts';
import { isOf } from '../rules/asked.ts';
import { chosenIn } from '../rules/list.ts';
import { caseTexts } from '../text/texts.ts';

/**
 * All cases that the reader may see, or those that are about a trader who is asked for (`?trader=`), as a list of cases exports them; in the
 * journal before they leave. Problem: `vat_cases_not_allowed` where there is none.
 */
export async function exportCases(context: PageContext): Promise<Result<ExportTable>> {
  const opened = await context.read((tx) => openCases(tx, actionContextOf(context)));
  const asked = askedFor(context);
  const parties = [...new Set(opened.map(({ record }) => String(record.body.party)))];
  const chosen = chosenIn(context.query, parties);
  const words = chosen.words.toUpperCase().replaceAll(/[^A-Z0-9-]/g, '');
  const shown = opened.filter(
    (one) =>
      (asked.size === 0 || tradersOf(one).some((number) => asked.has(number))) &&
      (chosen.state === null || caseStateOf(one) === chosen.state) &&
      chosen.parties.includes(String(one.record.body.party)) &&
      (chosen.words === '' ||
        (words !== '' &&
          [String(one.record.body.reference), ...tradersOf(one)].some((text) => text.includes(words)))),
  );
  if (opened.length === 0) return fail(problem('vat_cases_not_allowed'));
  recordReading(
    context,
    vatCases.name,
    shown.map(({ record, grant }) => [record.id, grant] as const),
  );
  return ok(casesTable(shown, context));
}

const askedFor = ({ query }: Pick<PageContext, 'query'>): ReadonlySet<string> =>
  new Set(query.getAll('trader').flatMap((one) => readVatNumber(one)?.number ?? []));

/**
 * Of traders it names those of the case's own state and those that were asked for; of others it says how many there are, since a list
 * that goes round is no place for the traders of other states.
 */
export function casesTable(
  cases: readonly Lived[],
  context: Pick<PageContext, 'register' | 'language' | 'query' | 'asOf' | 'knownAt'>,
): ExportTable {
  const { page: words, columns } = caseTexts(context.language);
  const asked = askedFor(context);
  const notes = {
    id: texts(context.language).exports.id,
    party: words.party,
    reference: columns.reference,
    state: columns.state,
    opened_on: columns.opened,
    traders: columns.traders,
    other_traders: columns.others,
    at_stake: columns.expected,
    outcome: columns.outcome,
    stopped: columns.stopped,
    days: columns.days,
    cost: columns.cost,
    made_up: columns.madeUp,
  };
  return {
    name: `${context.register.id}-vat-cases`,
    title: words.cases,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: cases.map((one) => {
      const { id, body } = one.record;
      const traders = tradersOf(one) as readonly VatNumber[];
      const named = traders.filter((number) => isOf(number, String(body.party)) || asked.has(number));
      const count = (value: unknown) => (typeof value === 'number' ? value : null);
      return {
        id,
        party: String(body.party),
        reference: String(body.reference),
        state: caseStateOf(one),
        opened_on: String(body.opened_on),
        traders: named.join(' '),
        other_traders: traders.length - named.length,
        at_stake: atStakeOf(body),
        outcome: caseStateOf(one) === 'closed' ? String(body.outcome) : null,
        stopped: count(body.stopped),
        days: count(body.days),
        cost: count(body.cost),
        made_up: alertOf(one)?.synthetic === true,
      };
    }),
    notes: exportNotes(context),
  };
}
