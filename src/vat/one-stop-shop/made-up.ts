import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { type Dice, diceOf } from '#kernel/dice.ts';
import { madeUpVatNumber } from '../made-up/vat-numbers.ts';
import { daysOf, taxPeriodOf } from '../tax-period.ts';
import type { Compared } from './compare-quarter.ts';
import {
  type Declared,
  type Entry,
  mostRows,
  obstacles,
  type Paid,
  type Quarter,
  type RowBehind,
} from './model.ts';
import { comparePayments } from './rules/compare.ts';

/**
 * Returns and payments of a quarter that are made up, to look at: sellers elsewhere who were paid by consumers of one state. Most declared what
 * they were paid, but for a sale or two that was paid before or after the quarter; one declared less than half of it; the others show each what can
 * be in the way of a comparison.
 */

/** How a made-up seller stands; that of which no number is known has an account. */
const plans = [
  ...Array.from({ length: 8 }, () => 'as_declared' as const),
  'under_declared',
  'few_payments',
  'no_return',
  'other_currency',
  'no_payments',
  'no_number',
] as const;
type Plan = (typeof plans)[number];

/** Whose sellers there are. */
const sellerStates = ['NL', 'BE', 'LU', 'DE', 'FR'] as const;
/** Hundredths of a percent: a made-up rate of a fifth, which is the law of no state in particular. */
const rate = 2_000;
/** In the place of a file, since there is none. */
export const madeUpFile = 'made-up';

type Payment = {
  readonly payee: string;
  readonly cents: number;
  readonly currency: string;
  readonly day: string;
};
type Line = { readonly person: string; readonly base: number; readonly vat: number };

/** The last quarter that is over on a day. */
export function quarterBefore(today: PlainDate): Quarter {
  const month = 12 * Number(today.slice(0, 4)) + Number(today.slice(5, 7)) - 1;
  const from = month - (month % 3) - 3;
  return { quarter: taxPeriodOf({ from, to: from + 2 }), from, to: from + 2 };
}

/** What consumers of a state paid and what was declared for it, the same for the same seed. */
function drafted(state: string, quarter: Quarter, seed: number) {
  const { first, last } = daysOf(quarter);
  const epoch = '1970-01-01' as PlainDate;
  const elsewhere = sellerStates.filter((one) => one !== state);
  const payments: Payment[] = [];
  const lines: Line[] = [];
  for (const [place, plan] of plans.entries()) {
    const dice = diceOf(seed, `seller ${place}`);
    const own = elsewhere[place % elsewhere.length] as string;
    const number = madeUpVatNumber(own, 90_000 + ((seed + place) % 9_000));
    const payee = plan === 'no_number' ? `${own}00SYNT${String(place).padStart(10, '0')}` : number;
    const paid = paidTo(payee, plan, dice, () => addDays(epoch, dice.whole(first, last)));
    payments.push(...paid);
    const gross = declaredOf(plan, paid, dice);
    if (gross !== null) {
      const base = Math.round(gross / 1.2);
      lines.push({ person: payee, base, vat: gross - base });
    }
  }
  return { payments, lines };
}

function paidTo(payee: string, plan: Plan, dice: Dice, day: () => PlainDate): readonly Payment[] {
  if (plan === 'no_payments') return [];
  const count = plan === 'few_payments' ? dice.whole(8, 20) : dice.whole(30, 60);
  const paid = Array.from({ length: count }, (_, at) => ({
    ...{ payee, cents: Math.round(dice.lognormal(80_00, 0.7)), day: day() },
    currency: plan === 'other_currency' && at % 5 === 0 ? 'USD' : 'EUR',
  }));
  const [sent] = paid.filter(({ currency }) => currency === 'EUR');
  // One is paid back.
  return sent === undefined ? paid : [...paid, { ...sent, cents: -sent.cents, day: day() }];
}

/** What the seller declared, with VAT; null: there is no return of his. */
function declaredOf(plan: Plan, paid: readonly Payment[], dice: Dice): number | null {
  if (plan === 'no_return' || plan === 'no_number') return null;
  if (plan === 'no_payments') return dice.whole(500_00, 2_000_00);
  const inEuros = paid.flatMap(({ cents, currency }) => (currency === 'EUR' ? cents : []));
  const sum = inEuros.reduce((all, cents) => all + cents, 0);
  if (plan === 'under_declared') return Math.round(0.42 * sum);
  // Sold in the quarter and paid after it, or the other way round.
  const late = Math.round(dice.lognormal(60_00, 0.5));
  return dice.chance(0.5) ? sum + late : Math.max(100, sum - late);
}

function declaredIn(lines: readonly Line[], consumption: string): readonly Declared[] {
  return lines.map((line) => ({ ...line, consumption, lines: 1 }));
}

function paidIn(
  payments: readonly Payment[],
  payerState: string,
  persons: ReadonlySet<string>,
): readonly Paid[] {
  const groups = Map.groupBy(payments, ({ payee, currency }) => `${payee} ${currency}`);
  return [...groups.values()].flatMap((own): readonly Paid[] => {
    const [one] = own;
    if (one === undefined) return [];
    const [sent, back] = [own.filter(({ cents }) => cents > 0), own.filter(({ cents }) => cents < 0)];
    const sum = (some: readonly Payment[]) => some.reduce((all, { cents }) => all + Math.abs(cents), 0);
    return [
      {
        ...{ payee: one.payee, isNumber: persons.has(one.payee), payerState, currency: one.currency },
        ...{ payments: sent.length, paid: sum(sent), refunds: back.length, refunded: sum(back) },
      },
    ];
  });
}

/** The comparison of a quarter that is made up for a state, with the rows behind each entry, by the same rules as a true one. */
export function madeUpComparison(state: string, quarter: Quarter, seed: number): Compared {
  const { payments, lines } = drafted(state, quarter, seed);
  const numbers = new Set(payments.flatMap(({ payee }) => (/^..00SYNT/.test(payee) ? [] : payee)));
  const all = comparePayments(declaredIn(lines, state), paidIn(payments, state, numbers));
  const rowsOf = ({ payee }: Pick<Entry, 'payee'>): readonly RowBehind[] => [
    ...lines.flatMap(({ person, base, vat }, row): readonly RowBehind[] =>
      person === payee
        ? [
            {
              side: 'declared',
              file: madeUpFile,
              row: row + 1,
              cents: base,
              vat,
              currency: 'EUR',
              rate,
              day: null,
            },
          ]
        : [],
    ),
    ...payments
      .flatMap(({ cents, currency, day, payee: to }, row): readonly RowBehind[] =>
        to === payee
          ? [{ side: 'paid', file: madeUpFile, row: row + 1, cents, vat: null, currency, rate: null, day }]
          : [],
      )
      .toSorted((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || a.row - b.row),
  ];
  const entries = all.map((entry) => {
    const rows = rowsOf(entry);
    return { ...entry, rows: rows.slice(0, mostRows), rowsInAll: rows.length };
  });
  const counts = obstacles.map((one) => [one, all.filter((entry) => entry.obstacles.includes(one)).length]);
  const said = canonicalJson({ synthetic: true, state, quarter: quarter.quarter, seed });
  return {
    ...{ id: createHash('sha256').update(said).digest('hex'), state, quarter: quarter.quarter, entries },
    summary: {
      ...{ synthetic: true, files: [], entries: all.length, kept: all.length },
      compared: all.filter(({ ratio }) => ratio !== null).length,
      obstacles: Object.fromEntries(counts) as Compared['summary']['obstacles'],
    },
  };
}
