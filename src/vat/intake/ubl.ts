import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Collector } from './collector.ts';
import { xmlDecimal } from './fields.ts';
import { readXml } from './xml.ts';

const roots: Readonly<Record<string, { readonly uri: string; readonly sign: 1 | -1 }>> = {
  Invoice: { uri: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', sign: 1 },
  CreditNote: { uri: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', sign: -1 },
};

/** Where an EN 16931 invoice in UBL has what is wanted of it, below its root. */
const places = {
  number: 'ID',
  date: 'IssueDate',
  currency: 'DocumentCurrencyCode',
  seller: 'AccountingSupplierParty/Party/PartyTaxScheme/CompanyID',
  buyer: 'AccountingCustomerParty/Party/PartyTaxScheme/CompanyID',
  amount: 'LegalMonetaryTotal/TaxExclusiveAmount',
  vat: 'TaxTotal/TaxAmount',
} as const;
type Place = keyof typeof places;
const nameOf: ReadonlyMap<string, Place> = new Map(
  Object.entries(places).map(([name, path]) => [path, name as Place]),
);

/** One invoice or credit note, whose amounts are taken off. Problems: those of `readXml`, `vat_ubl_root`. */
export async function readUbl(
  chunks: AsyncIterable<Buffer>,
  collectorOf: (kind: 'invoices') => Collector,
): Promise<Result<Collector>> {
  const collector = collectorOf('invoices');
  const found = new Map<Place, string>();
  let sign: 1 | -1 | null = null;
  let root = '';

  const read = await readXml(chunks, {
    isRow: (path) => path.length === 1,
    afterChunk: () => collector.flush(),
    open: ({ local, namespace }, path) => {
      if (path.length > 1) return;
      root = local;
      sign = Object.hasOwn(roots, local) && roots[local]?.uri === namespace ? roots[local].sign : null;
    },
    close: (path, text, raw) => {
      if (path.length > 1) {
        const name = nameOf.get(path.slice(1).join('/'));
        // The first counts: a second total of VAT is that in another currency (BT-111).
        if (name !== undefined && !found.has(name)) found.set(name, text.trim());
        return;
      }
      if (sign === null) return;
      const currency = found.get('currency') ?? '';
      if (currency !== 'EUR') return collector.refuse(1, 0, 'currency_not_euro', raw());
      const value = (place: Place) => found.get(place) ?? '';
      const signed = (place: Place) =>
        sign === -1 ? negated(xmlDecimal(value(place))) : xmlDecimal(value(place));
      const at = (place: Place) => `${root}/${places[place]}`;
      collector.take(
        1,
        0,
        [
          value('seller'),
          value('buyer'),
          value('number'),
          value('date'),
          signed('amount'),
          signed('vat'),
          '',
        ],
        [at('seller'), at('buyer'), at('number'), at('date'), at('amount'), at('vat'), ''],
        raw,
      );
    },
  });
  if (!read.ok) return read;
  return sign === null ? fail(problem('vat_ubl_root', 'FILE', { root: root.slice(0, 60) })) : ok(collector);
}

const negated = (text: string) => (text.startsWith('-') ? text.slice(1) : `-${text}`);
