import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Collector, SaidOfList } from './collector.ts';
import { amount, xmlDecimal } from './fields.ts';
import { readXml } from './xml.ts';

const namespace = 'http://www.minfin.fgov.be/IntraConsignment';

type Listing = { at: number; supplier: string; month: string; quarter: string; year: string };
type Client = { supplier: string; acquirer: string; issuedBy: string; kind: string; amount: string };

/**
 * The Belgian recapitulative statement of Intervat: `IntraConsignment` with lists, each of one declarant and period, with its clients; each
 * list says how many they are and what they sum up to. Problems: those of `readXml`, `vat_intervat_root`.
 */
export async function readIntervat(
  chunks: AsyncIterable<Buffer>,
  collectorOf: (kind: 'supplies') => Collector,
): Promise<Result<Collector>> {
  const collector = collectorOf('supplies');
  let row = 0;
  let list = 0;
  let isRoot = false;
  let listing: Listing = { at: 0, supplier: '', month: '', quarter: '', year: '' };
  let client: Client = { supplier: '', acquirer: '', issuedBy: '', kind: '', amount: '' };
  let clients = 0;

  const read = await readXml(chunks, {
    isRow: (path) => path.length === 3 && path[2] === 'IntraClient',
    afterChunk: () => collector.flush(),
    open: ({ local, namespace: uri, attributes }, path) => {
      if (path.length === 1) isRoot = local === 'IntraConsignment' && uri === namespace;
      else if (path.length === 2 && local === 'IntraListing') {
        list++;
        clients = 0;
        listing = { at: list, supplier: '', month: '', quarter: '', year: '' };
        collector.control(list, {
          declarant: attributes.DeclarantReference ?? '',
          rows: /^\d{1,9}$/.test(attributes.ClientsNbr ?? '') ? Number(attributes.ClientsNbr) : null,
          cents: centsOf(attributes.AmountSum),
        });
      } else if (path.length === 3 && local === 'IntraClient')
        client = { supplier: listing.supplier, acquirer: '', issuedBy: '', kind: '', amount: '' };
      else if (path.length === 4 && local === 'CompanyVATNumber' && path[2] === 'IntraClient')
        client.issuedBy = attributes.issuedBy ?? '';
    },
    close: (path, text, raw) => {
      const [, , third, fourth] = path;
      const value = text.trim();
      if (path.length === 4 && third === 'Declarant' && fourth === 'VATNumber')
        listing.supplier = `BE${value}`;
      if (path.length === 4 && third === 'Period') {
        if (fourth === 'Month') listing.month = value;
        if (fourth === 'Quarter') listing.quarter = value;
        if (fourth === 'Year') listing.year = value;
      }
      if (path.length === 4 && third === 'IntraClient') {
        if (fourth === 'CompanyVATNumber') client.acquirer = value;
        if (fourth === 'Code') client.kind = value;
        if (fourth === 'Amount') client.amount = value;
      }
      if (path.length === 3 && third === 'IntraClient' && isRoot) {
        row++;
        clients++;
        const above = `IntraListing[${list}]/`;
        const own = `${above}IntraClient[${clients}]/`;
        const { acquirer, issuedBy, kind } = client;
        collector.take(
          row,
          list,
          [
            listing.supplier,
            `${issuedBy}${acquirer}`,
            kind,
            periodOf(listing),
            xmlDecimal(client.amount),
            '',
            '',
          ],
          [
            ...[`${above}Declarant/VATNumber`, `${own}CompanyVATNumber`, `${own}Code`, `${above}Period`],
            ...[`${own}Amount`, '', ''],
          ],
          raw,
        );
      }
    },
  });
  if (!read.ok) return read;
  return isRoot ? ok(collector) : fail(problem('vat_intervat_root', 'FILE'));
}

function periodOf({ month, quarter, year }: Listing): string {
  if (month !== '') return `${year}-${month.padStart(2, '0')}`;
  return quarter === '' ? year : `${year}-Q${quarter}`;
}

/** As an amount of a row is read: what is plainly the same in other signs says the same. */
function centsOf(said: string | undefined): SaidOfList['cents'] {
  if (said === undefined) return null;
  const { text, code } = amount(xmlDecimal(said.trim()));
  return code === null || code === 'written_otherwise' ? BigInt(text) : 'unreadable';
}
