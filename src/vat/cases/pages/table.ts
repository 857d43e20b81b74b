import type { Lived } from '#exchange';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, PageContext } from '#platform/module.ts';
import { texts } from '#platform/text/texts.ts';
import { readVatNumber, type VatNumber } from '../../vat-number.ts';
import { caseStateOf, tradersOf } from '../actions/shared.ts';
import { alertOf } from '../load.ts';
import { isOf } from '../rules/asked.ts';
import { caseTexts } from '../text/texts.ts';

/**
 * Cases that the reader may see, for export. Of traders it names those of the case's own state and those that were asked for
 * (`trader` in the address); of others it says how many there are.
 */
export function casesTable(cases: readonly Lived[], context: PageContext): ExportTable {
  const { page: words, columns } = caseTexts(context.language);
  const asked = new Set(context.query.getAll('trader').flatMap((one) => readVatNumber(one)?.number ?? []));
  const notes = {
    id: texts(context.language).exports.id,
    party: words.party,
    reference: columns.reference,
    state: columns.state,
    opened_on: columns.opened,
    traders: columns.traders,
    other_traders: columns.others,
    expected_loss: columns.expected,
    outcome: columns.outcome,
    stopped: columns.stopped,
    days: columns.days,
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
        expected_loss: count(body.expected_loss),
        outcome: caseStateOf(one) === 'closed' ? String(body.outcome) : null,
        stopped: count(body.stopped),
        days: count(body.days),
        made_up: alertOf(one)?.synthetic === true,
      };
    }),
    notes: exportNotes(context),
  };
}
