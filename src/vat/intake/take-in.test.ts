import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Analytics, openAnalytics, quoted } from '#platform/analytics.ts';
import { findingsFile, foldersOf, listReceipts, rowsFile } from './receipts.ts';
import { takeIn } from './take-in.ts';

let home = '';
let analytics: Analytics & { readonly close: () => void };
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tripoint-intake-'));
  analytics = await openAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') });
});
afterAll(async () => {
  analytics.close();
  await rm(home, { recursive: true });
});

const head = 'supplier,acquirer,kind,period,amount,received,correction';
const good = 'NL004495445B01,BE0403019261,L,2019-05,1234.50,2019-06-20,';

async function take(folder: string, name: string, bytes: string | Buffer, received: string | null = null) {
  const file = join(home, name);
  await writeFile(file, bytes);
  const taken = await takeIn(analytics, folder, { file, state: name.slice(0, 2), received });
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  return taken.value;
}

async function stored(
  folder: string,
  receipt: { sha256: string; state: string; kind: 'supplies' | 'invoices' },
) {
  const place = join(foldersOf(folder, receipt.state, receipt.kind), receipt.sha256);
  const lines = (await readFile(join(place, findingsFile), 'utf8')).split('\n').filter(Boolean);
  const rows = await analytics.rows(`SELECT * FROM read_parquet(${quoted(join(place, rowsFile))})`);
  return { rows, findings: lines.map((line) => JSON.parse(line)) };
}

/** One hash over all that a folder holds. */
async function hashOfFolder(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const entry of (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .toSorted())
    hash.update(entry.slice(folder.length)).update(await readFile(entry));
  return hash.digest('hex');
}

/** A line of a statement, and what must become of it. */
const line: fc.Arbitrary<readonly [text: Buffer, verdict: 'accepted' | 'corrected' | 'quarantined' | 'any']> =
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .integer({ min: -99_999, max: 999_999 })
        .map((euros) => [Buffer.from(good.replace('1234.50', `${euros}.00`)), 'accepted'] as const),
    },
    fc.constantFrom(
      ...[
        [good.replace('NL004495445B01', 'nl 004495445 b01'), 'corrected'],
        [good.replace('1234.50', '"1.234,50"'), 'corrected'],
        [good.replace('2019-05', '201905'), 'corrected'],
        [good.replace('BE0403019261', 'BE0403019262'), 'accepted'],
        [good.replace('NL004495445B01', 'NL004495446B01'), 'quarantined'],
        [good.replace('NL004495445B01', 'BE0403019261'), 'quarantined'],
        [good.replace('1234.50', '1.234'), 'quarantined'],
        [good.replace('1234.50', '"1234.50'), 'quarantined'],
        [good.replace(',L,', ',X,'), 'quarantined'],
        [good.replace('2019-06-20', '2019-04-30'), 'quarantined'],
        [good.replace('2019-06-20', ''), 'quarantined'],
        [`${good},`, 'quarantined'],
        ['NL004495445B01,BE0403019261', 'quarantined'],
        ['', 'quarantined'],
        ['   ', 'quarantined'],
        [`${good}${' '.repeat(5_000)}`, 'quarantined'],
      ].map(([text, verdict]) => [Buffer.from(text as string), verdict as 'corrected'] as const),
    ),
    fc
      .uint8Array({ minLength: 1, maxLength: 120 })
      .map((bytes) => [Buffer.from(bytes.map((byte) => (byte === 10 ? 11 : byte))), 'any'] as const),
  );

describe('A file of declarations', () => {
  test('a hundred of them with broken rows: every row ends as one of three, the counts add up, and a second time changes nothing', async () => {
    const folder = join(home, 'hundred');
    const again = join(home, 'hundred-turned');
    const files = fc.sample(fc.array(line, { minLength: 1, maxLength: 60, size: 'max' }), {
      numRuns: 100,
      seed: 20_200_531,
    });
    let looked = 0;
    for (const [index, lines] of files.entries()) {
      const text = Buffer.concat([Buffer.from(head), ...lines.flatMap(([one]) => [Buffer.from('\n'), one])]);
      // The last line counts, with an end of its own or without; an empty last one is the end of that before.
      const bytes = index % 2 === 0 ? Buffer.concat([text, Buffer.from('\n')]) : text;
      const endsEmpty = index % 2 === 1 && lines.at(-1)?.[0].length === 0;
      const { receipt } = await take(folder, `NL-${index}.csv`, bytes);
      const { in: all, accepted, corrected, quarantined } = receipt.rows;
      expect(all).toBe(lines.length - (endsEmpty ? 1 : 0));
      expect(accepted + corrected + quarantined).toBe(all);
      const atLeast = (verdict: string) => lines.filter(([, one]) => one === verdict).length;
      const any = atLeast('any');
      for (const [verdict, count] of Object.entries({ accepted, corrected })) {
        expect(count).toBeGreaterThanOrEqual(atLeast(verdict));
        expect(count).toBeLessThanOrEqual(atLeast(verdict) + any);
      }
      const { rows, findings } = await stored(folder, { ...receipt, kind: 'supplies' });
      expect(rows).toHaveLength(accepted + corrected);
      expect(findings.filter((one) => one.verdict === 'quarantined')).toHaveLength(quarantined);
      expect(findings.filter((one) => one.verdict === 'corrected')).toHaveLength(corrected);
      for (const { row, raw, sha256 } of findings) {
        const written = lines[row - 1]?.[0] ?? Buffer.alloc(0);
        const bare = written.at(-1) === 13 ? written.subarray(0, -1) : written;
        // What is longer than a row may be is kept cut, with the hash of all.
        expect(Buffer.from(raw, 'base64')).toEqual(bare.subarray(0, 4_096));
        expect(sha256).toBe(
          createHash('sha256')
            .update(bare.length > 4_096 ? written : bare)
            .digest('hex'),
        );
      }
      looked += all;
    }
    expect(looked).toBeGreaterThan(2_000);
    const before = await hashOfFolder(folder);
    for (const index of files.keys()) {
      const file = join(home, `NL-${index}.csv`);
      expect(await takeIn(analytics, folder, { file, state: 'NL', received: null })).toMatchObject({
        value: { wasThere: true },
      });
    }
    expect(await hashOfFolder(folder)).toBe(before);
    for (const index of [...files.keys()].reverse())
      await takeIn(analytics, again, { file: join(home, `NL-${index}.csv`), state: 'NL', received: null });
    expect(await hashOfFolder(again)).toBe(before);
    expect(await listReceipts(again)).toEqual(await listReceipts(folder));
  }, 120_000);

  test('tells all that is wrong with a row at once, each with its place', async () => {
    const folder = join(home, 'all-at-once');
    const broken = 'NL004495446B01,BE0403019261,X,2019-15,1.234,2019-06-20,perhaps';
    const { receipt } = await take(folder, 'NL-all.csv', `${head}\n${broken}\n`);
    const { findings } = await stored(folder, { ...receipt, kind: 'supplies' });
    expect(
      findings[0].found.map(({ place, code }: { place: string; code: string }) => `${place} ${code}`),
    ).toEqual([
      'supplier number_unsound',
      'kind kind_unknown',
      'period period_unreadable',
      'amount amount_ambiguous',
      'correction correction_unknown',
    ]);
  });

  test('has its columns in any order, apart by semicolons, with the mark of Windows, and those that may be absent', async () => {
    const folder = join(home, 'order');
    const text = '﻿Amount;Period;Kind;Acquirer;Supplier\r\n12,50;2019-Q2;S;LU15027442;NL004495445B01\r\n';
    const { receipt } = await take(folder, 'NL-order.csv', text, '2019-07-31');
    expect(receipt).toMatchObject({
      kind: 'supplies',
      rows: { in: 1, accepted: 0, corrected: 1, quarantined: 0 },
    });
    const { rows } = await stored(folder, { ...receipt, kind: 'supplies' });
    expect(rows).toMatchObject([
      {
        supplier: 'NL004495445B01',
        acquirer: 'LU15027442',
        sound: 1,
        kind: 'S',
        period_from: 24_231,
        period_to: 24_233,
      },
    ]);
    expect(rows[0]).toMatchObject({ cents: 1250n, correction: null });
  });

  test('is refused as one where its head is not that of any kind: what is missing and what is not known', async () => {
    const file = join(home, 'head.csv');
    await writeFile(file, 'supplier,acquirer,sort,period,amount\n');
    expect(await takeIn(analytics, join(home, 'none'), { file, state: 'NL', received: null })).toEqual({
      ok: false,
      problems: [
        {
          code: 'vat_head_columns',
          path: 'FILE:1',
          params: { kind: 'supplies', missing: 'kind', unknown: 'sort' },
          severity: 'error',
        },
      ],
    });
    expect(await listReceipts(join(home, 'none'))).toEqual([]);
  });

  test.each([
    ['', 'vat_file_empty'],
    ['<Invoice/>', 'vat_ubl_root'],
    ['<IntraConsignment/>', 'vat_intervat_root'],
    ['<a><b></a>', 'vat_xml_invalid'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'vat_xml_invalid'],
    ['<a>&unknown;</a>', 'vat_xml_invalid'],
    [`${'<a>'.repeat(50)}`, 'vat_xml_invalid'],
    [`<a b="${'x'.repeat(20_000_000)}"/>`, 'vat_xml_invalid'],
    ['<?xml version="1.0" encoding="UTF-16"?><a/>', 'vat_xml_encoding'],
  ])('%.40s is refused: %s', async (text, code) => {
    const file = join(home, 'refused');
    await writeFile(file, text);
    const taken = await takeIn(analytics, join(home, 'none'), { file, state: 'BE', received: null });
    expect(taken.ok ? [] : taken.problems.map((one) => one.code)).toEqual([code]);
    expect(await listReceipts(join(home, 'none'))).toEqual([]);
  });
});

describe('What a sender says of a file', () => {
  const text = `${head}\nNL004495445B01,BE0403019261,L,2019-05,12.50,2019-06-20,\n`;
  const bring = async (folder: string, cents: bigint | null, rows: number | null = null) => {
    const file = join(home, 'NL-said.csv');
    await writeFile(file, text);
    const said = { declarant: '', rows, cents };
    return takeIn(analytics, folder, { file, state: 'NL', received: null, said });
  };

  test('and that is not so has nothing taken, and the same file is taken when it is said rightly', async () => {
    const folder = join(home, 'said');
    expect(await bring(folder, 1n)).toMatchObject({
      ok: false,
      problems: [{ code: 'vat_said_differs', params: { rows: 1, cents: '1250', saidCents: '1' } }],
    });
    expect(await listReceipts(folder)).toEqual([]);
    expect(await bring(folder, 1_250n)).toMatchObject({ ok: true, value: { wasThere: false } });
    // It is there, and still is not what is said of it.
    expect(await bring(folder, null, 2)).toMatchObject({
      ok: false,
      problems: [{ code: 'vat_said_differs' }],
    });
    expect(await bring(folder, 1_250n, 1)).toMatchObject({ ok: true, value: { wasThere: true } });
    expect((await listReceipts(folder)).map(({ controls }) => controls)).toEqual([[]]);
  });

  test('is not asked of XML, whose lists say it themselves', async () => {
    const file = join(home, 'BE-said.xml');
    await writeFile(file, consignment([]));
    const said = { declarant: '', rows: 0, cents: null };
    const taken = await takeIn(analytics, join(home, 'said-xml'), {
      file,
      state: 'BE',
      received: null,
      said,
    });
    expect(taken).toMatchObject({ ok: false, problems: [{ code: 'vat_said_of_xml' }] });
  });
});

const client = (number: string, amount: string, code = 'L', at = 1) =>
  `<IntraClient SequenceNumber="${at}"><CompanyVATNumber issuedBy="NL">${number}</CompanyVATNumber><Code>${code}</Code><Amount>${amount}</Amount></IntraClient>`;
const listing = (clients: readonly string[], said: string, period = '<Month>05</Month>') =>
  `<IntraListing SequenceNumber="1" ${said} DeclarantReference="ref-1"><ns2:Declarant><VATNumber>0403019261</VATNumber><Name>Café</Name></ns2:Declarant><ns2:Period>${period}<ns2:Year>2019</ns2:Year></ns2:Period>${clients.join('\n')}</IntraListing>`;
const consignment = (listings: readonly string[]) =>
  Buffer.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?>\n<IntraConsignment xmlns="http://www.minfin.fgov.be/IntraConsignment" xmlns:ns2="http://www.minfin.fgov.be/InputCommon" IntraListingsNbr="${listings.length}">${listings.join('')}</IntraConsignment>`,
    'latin1',
  );

describe('A Belgian statement', () => {
  const sound = client('004495445B01', '1234.5');

  test('is read with its declarant, period, clients and control totals', async () => {
    const folder = join(home, 'intervat');
    const both = [sound, client('004495445B01', '-34.50', 'T', 2)];
    const xml = consignment([listing(both, 'ClientsNbr="2" AmountSum="1200.00"', '<Quarter>2</Quarter>')]);
    const { receipt } = await take(folder, 'BE-statement.xml', xml, '2019-07-20');
    expect(receipt).toMatchObject({
      format: 'intervat',
      rows: { in: 2, accepted: 2, corrected: 0, quarantined: 0 },
    });
    expect(receipt.controls).toMatchObject([
      { declarant: 'ref-1', holds: 'yes', cents: { said: '120000', found: '120000' } },
    ]);
    const { rows } = await stored(folder, { ...receipt, kind: 'supplies' });
    expect(rows.map(({ supplier, acquirer, kind, cents }) => [supplier, acquirer, kind, cents])).toEqual([
      ['BE0403019261', 'NL004495445B01', 'L', 123_450n],
      ['BE0403019261', 'NL004495445B01', 'T', -3_450n],
    ]);
  });

  test.each([
    ['ClientsNbr="2" AmountSum="1234.50"', 'no'],
    ['ClientsNbr="1" AmountSum="1234.51"', 'no'],
    ['ClientsNbr="1" AmountSum="1234.50"', 'yes'],
  ])(
    'that says %s holds: %s; a list that does not is kept apart as one, and the others are taken',
    async (said, holds) => {
      const folder = join(home, `control-${createHash('sha256').update(said).digest('hex')}`);
      const xml = consignment([
        listing([sound], said),
        listing([sound], 'ClientsNbr="1" AmountSum="1234.50"'),
      ]);
      const { receipt } = await take(folder, 'BE-control.xml', xml, '2019-06-20');
      const apart = holds === 'no' ? 1 : 0;
      expect(receipt.rows).toEqual({ in: 2, accepted: 2 - apart, corrected: 0, quarantined: apart });
      expect(receipt.controls[0]).toMatchObject({ holds });
      const { rows, findings } = await stored(folder, { ...receipt, kind: 'supplies' });
      expect(rows).toHaveLength(2 - apart);
      expect(findings.map((one) => [one.list, one.found[0].code])).toEqual(
        apart === 1 ? [[1, 'control_total_differs']] : [],
      );
    },
  );

  test('that is not whole has each of its rows kept apart once, with the bytes that it had', async () => {
    const folder = join(home, 'whole');
    const odd = client('0044.95.445 B01', '1.00', 'l', 2);
    const xml = consignment([listing([sound, odd], 'ClientsNbr="3"')]);
    const { receipt } = await take(folder, 'BE-whole.xml', xml, '2019-06-20');
    expect(receipt.rows).toEqual({ in: 2, accepted: 0, corrected: 0, quarantined: 2 });
    const { rows, findings } = await stored(folder, { ...receipt, kind: 'supplies' });
    expect(rows).toEqual([]);
    expect(findings.map(({ row, verdict }) => `${row} ${verdict}`)).toEqual([
      '1 quarantined',
      '2 quarantined',
    ]);
    expect(findings.map(({ raw }) => Buffer.from(raw, 'base64').toString())).toEqual([sound, odd]);
    expect(findings[1].found.map(({ code, became }: Record<string, string>) => [code, became])).toEqual([
      ['control_total_differs', null],
      ['written_otherwise', null],
      ['written_otherwise', null],
    ]);
  });

  test.each([
    ['AmountSum="1234,50"', 'yes'],
    ['AmountSum="1.234,51"', 'no'],
    ['AmountSum="much"', 'unknown'],
  ])('that says %s in other signs holds: %s', async (said, holds) => {
    const folder = join(home, `otherwise-${holds}`);
    const { receipt } = await take(
      folder,
      'BE-otherwise.xml',
      consignment([listing([sound], said)]),
      '2019-06-20',
    );
    expect(receipt.controls).toMatchObject([{ holds }]);
  });

  test('names by its path what a client lacks', async () => {
    const folder = join(home, 'path');
    const xml = consignment([listing([sound, client('12', 'much', 'Q', 2)], 'ClientsNbr="2"')]);
    const { receipt } = await take(folder, 'BE-path.xml', xml, '2019-06-20');
    const { findings } = await stored(folder, { ...receipt, kind: 'supplies' });
    expect(
      findings[0].found.map((one: { place: string; code: string }) => `${one.place} ${one.code}`),
    ).toEqual([
      'IntraListing[1]/IntraClient[2]/Code kind_unknown',
      'IntraListing[1]/IntraClient[2]/Amount amount_unreadable',
    ]);
    expect(Buffer.from(findings[0].raw, 'base64').toString()).toBe(client('12', 'much', 'Q', 2));
  });
});

const ubl = (root: 'Invoice' | 'CreditNote', currency = 'EUR', buyer = 'NL004495445B01') =>
  `<?xml version="1.0"?><${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cbc="urn:c" xmlns:cac="urn:a"><cbc:ID>F-7</cbc:ID><cbc:IssueDate>2019-05-31</cbc:IssueDate><cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode><cac:AccountingSupplierParty><cac:Party><cac:PartyTaxScheme><cbc:CompanyID>BE0403019261</cbc:CompanyID></cac:PartyTaxScheme></cac:Party></cac:AccountingSupplierParty><cac:AccountingCustomerParty><cac:Party><cac:PartyTaxScheme><cbc:CompanyID>${buyer}</cbc:CompanyID></cac:PartyTaxScheme></cac:Party></cac:AccountingCustomerParty><cac:TaxTotal><cbc:TaxAmount currencyID="EUR">21.00</cbc:TaxAmount></cac:TaxTotal><cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount></cac:LegalMonetaryTotal></${root}>`;

describe('An invoice in UBL', () => {
  test.each([
    ['Invoice', 10_000n],
    ['CreditNote', -10_000n],
  ] as const)('%s is one sale of %s cents', async (root, cents) => {
    const folder = join(home, root);
    const { receipt } = await take(folder, `BE-${root}.xml`, ubl(root), '2019-06-01');
    const { rows } = await stored(folder, { ...receipt, kind: 'invoices' });
    expect(rows).toMatchObject([{ seller: 'BE0403019261', buyer: 'NL004495445B01', number: 'F-7', cents }]);
  });

  test('may have a picture of itself within it', async () => {
    const picture = `<cac:AdditionalDocumentReference><cac:Attachment><cbc:EmbeddedDocumentBinaryObject>${'QUJD'.repeat(800_000)}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;
    const text = ubl('Invoice').replace(
      '<cac:AccountingSupplierParty>',
      `${picture}<cac:AccountingSupplierParty>`,
    );
    const { receipt } = await take(join(home, 'picture'), 'BE-picture.xml', text, '2019-06-01');
    expect(receipt.rows).toMatchObject({ in: 1, accepted: 1 });
  });

  test('in another currency, or without its buyer, is kept apart', async () => {
    const folder = join(home, 'apart');
    const dollars = await take(folder, 'BE-usd.xml', ubl('Invoice', 'USD'), '2019-06-01');
    const nobody = await take(folder, 'BE-nobody.xml', ubl('Invoice', 'EUR', ''), '2019-06-01');
    const codes = await Promise.all(
      [dollars, nobody].map(async ({ receipt }) => {
        const { findings } = await stored(folder, { ...receipt, kind: 'invoices' });
        return `${findings[0].found[0].place} ${findings[0].found[0].code}`;
      }),
    );
    expect(codes).toEqual([
      ' currency_not_euro',
      'Invoice/AccountingCustomerParty/Party/PartyTaxScheme/CompanyID number_unreadable',
    ]);
  });
});
