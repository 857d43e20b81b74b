import type { DeclarationKind } from '../model.ts';
import {
  acquisitionKind,
  amount,
  correction,
  currency,
  date,
  declarersNumber,
  type FieldReader,
  orEmpty,
  othersNumber,
  ownNumber,
  payee,
  period,
  quarter,
  rate,
  refund,
  remembered,
  shortText,
  state as stateCode,
  supplyKind,
  time,
} from './fields.ts';
import { type RowFinding, shown, type Verdict } from './findings.ts';

/** How a column is read, under which names it is stored, and whether a file may be without it. */
export type Column = {
  readonly name: string;
  readonly read: FieldReader;
  /** How it is taken from bytes where it stands as written; absent: by what was read before. */
  readonly plain?: 'amount' | 'text';
  readonly stored: readonly string[];
  readonly isOptional?: true;
};

/** Columns of a store and their SQL types, in the order in which a row is staged. */
export type StoredColumn = readonly [
  name: string,
  type: 'INTEGER' | 'BIGINT' | 'VARCHAR' | 'DATE' | 'UTINYINT',
];

const typeOf: Readonly<Record<string, StoredColumn[1]>> = {
  sound: 'UTINYINT',
  period_from: 'INTEGER',
  period_to: 'INTEGER',
  cents: 'BIGINT',
  vat_cents: 'BIGINT',
  day: 'DATE',
  received: 'DATE',
  valid_from: 'DATE',
  valid_until: 'DATE',
  asked: 'DATE',
  rate: 'INTEGER',
  refund: 'UTINYINT',
};

/** Of each kind its columns, in the order of `columnsOf`; `state` took the declaration, `received` holds for rows that do not say. */
export function columnsFor(kind: DeclarationKind, state: string, received: string | null): readonly Column[] {
  // Numbers are remembered over all files (`fields.ts`), and not a second time here.
  const own = ownNumber(state);
  const other = othersNumber;
  const when: Column = {
    name: 'received',
    stored: ['received'],
    isOptional: true,
    read: remembered((written) => {
      if (written.trim() !== '') return date(written);
      return received === null ? { text: '', code: 'received_missing' } : { text: received, code: null };
    }),
  };
  const months: Column = { name: 'period', stored: ['period_from', 'period_to'], read: remembered(period) };
  const corrected: Column = {
    name: 'correction',
    stored: ['correction'],
    isOptional: true,
    read: remembered(correction),
  };
  const cents: Column = { name: 'amount', stored: ['cents'], read: amount, plain: 'amount' };
  switch (kind) {
    case 'supplies':
      return [
        { name: 'supplier', stored: ['supplier'], read: own },
        { name: 'acquirer', stored: ['acquirer', 'sound'], read: other },
        { name: 'kind', stored: ['kind'], read: remembered(supplyKind) },
        ...[months, cents, when, corrected],
      ];
    case 'acquisitions':
      return [
        { name: 'acquirer', stored: ['acquirer'], read: own },
        { name: 'kind', stored: ['kind'], read: remembered(acquisitionKind) },
        ...[months, cents, when, corrected],
      ];
    case 'purchases':
      return [
        { name: 'acquirer', stored: ['acquirer'], read: own },
        { name: 'declared_supplier', stored: ['supplier', 'sound'], read: other },
        { name: 'kind', stored: ['kind'], read: remembered(acquisitionKind) },
        ...[months, cents, when, corrected],
      ];
    case 'invoices':
      return [
        { name: 'seller', stored: ['seller'], read: own },
        { name: 'buyer', stored: ['buyer', 'sound'], read: other },
        { name: 'number', stored: ['number'], read: shortText, plain: 'text' },
        { name: 'date', stored: ['day'], read: remembered(date) },
        cents,
        { name: 'vat', stored: ['vat_cents'], read: amount, plain: 'amount' },
        when,
      ];
    case 'registrations':
      return [
        { name: 'number', stored: ['number'], read: own },
        { name: 'from', stored: ['valid_from'], read: remembered(date) },
        { name: 'until', stored: ['valid_until'], read: remembered(orEmpty(date)), isOptional: true },
        { name: 'reason', stored: ['reason'], read: remembered(orEmpty(shortText)), isOptional: true },
        { name: 'group', stored: ['owner'], read: remembered(orEmpty(shortText)), isOptional: true },
      ];
    case 'queries':
      return [
        { name: 'acquirer', stored: ['acquirer'], read: own },
        months,
        { name: 'asked', stored: ['asked'], read: remembered(date) },
      ];
    case 'one_stop_shop':
      return [
        { name: 'taxable_person', stored: ['taxable_person'], read: remembered(declarersNumber) },
        { name: 'identification', stored: ['identification'], read: remembered(stateCode) },
        { name: 'consumption', stored: ['consumption'], read: remembered(stateCode) },
        { name: 'period', stored: ['period_from', 'period_to'], read: remembered(quarter) },
        { name: 'rate', stored: ['rate'], read: remembered(rate) },
        cents,
        { name: 'vat', stored: ['vat_cents'], read: amount, plain: 'amount' },
        ...[when, corrected],
      ];
    case 'payments':
      return [
        { name: 'payee', stored: ['payee', 'sound'], read: remembered(payee) },
        { name: 'provider', stored: ['provider'], read: remembered(orEmpty(shortText)), isOptional: true },
        { name: 'payment', stored: ['payment'], read: shortText, plain: 'text' },
        { name: 'time', stored: ['day'], read: time },
        cents,
        { name: 'currency', stored: ['currency'], read: remembered(currency) },
        { name: 'payer_state', stored: ['payer_state'], read: remembered(stateCode) },
        { name: 'refund', stored: ['refund'], read: remembered(refund), isOptional: true },
      ];
  }
}

/** What a file of this kind is stored as: the number of its row and of its list, and whether it was corrected, come first. */
export function storedColumnsOf(kind: DeclarationKind): readonly StoredColumn[] {
  const stored = columnsFor(kind, '', null).flatMap((column) => column.stored);
  return [
    ['row', 'INTEGER'],
    ['list', 'INTEGER'],
    ['corrected', 'UTINYINT'],
    ...stored.map((name): StoredColumn => [name, typeOf[name] ?? 'VARCHAR']),
  ];
}

export type ReadRow = {
  readonly verdict: Verdict;
  /** The line of a store without its row and list; null where it is kept apart. */
  readonly staged: string | null;
  /** For the control of its list; null where the amount could not be read, 0 where a row has none. */
  readonly cents: number | null;
  readonly findings: readonly RowFinding[];
};

export type RowReader = {
  /** Reads the fields of one row, in the order of `columnsOf`, an absent one empty; `places` says of each where it stood. */
  read(row: number, fields: readonly string[], places: readonly string[]): ReadRow;
  readonly required: readonly string[];
};

const nothingFound: readonly RowFinding[] = [];

export function rowReader(columns: readonly Column[]): RowReader {
  const readers = columns.map((column) => column.read);
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [amountAt, periodAt, receivedAt, fromAt, untilAt] = [
    'amount',
    'period',
    'received',
    'from',
    'until',
  ].map(at) as [number, number, number, number, number];
  const refundAt = at('refund');
  const texts: string[] = columns.map(() => '');
  return {
    required: columns.filter((column) => column.isOptional === undefined).map((column) => column.name),
    read(row, fields, places) {
      let findings: RowFinding[] | null = null;
      let isFaulty = false;
      for (let column = 0; column < readers.length; column++) {
        const written = fields[column] ?? '';
        const { text, code } = (readers[column] as FieldReader)(written);
        texts[column] = text;
        if (code === null) continue;
        const isCorrected = code === 'written_otherwise';
        isFaulty ||= !isCorrected;
        findings ??= [];
        const became = isCorrected ? text.replace('\t', ' ') : null;
        findings.push({ row, place: places[column] ?? '', code, was: shown(written), became });
      }
      const order = isFaulty ? null : orderFault();
      if (order !== null) {
        isFaulty = true;
        findings ??= [];
        const { column, code } = order;
        findings.push({
          row,
          place: places[column] ?? '',
          code,
          was: shown(fields[column] ?? ''),
          became: null,
        });
      }
      const found = findings ?? nothingFound;
      const cents = amountAt < 0 ? 0 : readCents(texts[amountAt] as string);
      if (isFaulty) return { verdict: 'quarantined', staged: null, cents, findings: found };
      const staged = `${findings === null ? 0 : 1}\t${texts.join('\t')}`;
      return { verdict: findings === null ? 'accepted' : 'corrected', staged, cents, findings: found };
    },
  };

  /** What each field allows and both together do not. */
  function orderFault(): {
    readonly column: number;
    readonly code: 'received_before_period' | 'ends_before_it_begins' | 'refund_unclear';
  } | null {
    // A payment of less than nothing that is not said to be a refund could be either.
    if (refundAt >= 0 && texts[refundAt] === '0' && (texts[amountAt] as string).startsWith('-'))
      return { column: refundAt, code: 'refund_unclear' };
    if (periodAt >= 0 && receivedAt >= 0) {
      const [from = ''] = (texts[periodAt] as string).split('\t', 1);
      const day = texts[receivedAt] as string;
      if (12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1 < Number(from))
        return { column: receivedAt, code: 'received_before_period' };
    }
    if (untilAt >= 0) {
      const until = texts[untilAt] as string;
      if (until !== '' && until < (texts[fromAt] as string))
        return { column: untilAt, code: 'ends_before_it_begins' };
    }
    return null;
  }
}

/** What could not be read stands as nothing. */
const readCents = (text: string) => (text === '' ? null : Number(text));
