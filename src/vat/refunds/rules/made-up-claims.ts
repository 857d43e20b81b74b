import { addDays, type PlainDate } from '#kernel/dates.ts';
import type { VatNumber } from '../../vat-number.ts';
import type { Cents, Debt } from '../model.ts';

/**
 * Claims that are made up, to look at and to play with: one at each place of the procedure where somebody has to do something. Days are counted back
 * from today, so that some terms run and one has passed, whenever they are made.
 */
export type MadeUpClaim = {
  readonly application: Readonly<Record<string, unknown>>;
  /** How far it goes: all before it have been done. */
  readonly upTo: 'lodged' | 'received' | 'asked' | 'approved' | 'proposed';
  /** How many days ago it was lodged, received and so on. */
  readonly daysAgo: { readonly lodged: number; readonly received: number; readonly asked: number };
};

export type MadeUpDebt = {
  readonly reference: string;
  readonly debt: Omit<Debt, 'id' | 'creditor' | 'debtor' | 'currency' | 'tax' | 'stays' | 'barredFrom'>;
};

type Invoice = { readonly taxable: Cents; readonly nature: string; readonly change?: object };

/** Rounded to the cent: a made-up rate of a fifth, which is the law of no state in particular. */
const fifth = (taxable: Cents): Cents => Math.round(taxable / 5);

function applicationOf(
  serial: string,
  { applicant, supplier, refundState, year, to, lodgedOn }: Who,
  invoices: readonly Invoice[],
) {
  return {
    id: `made-up-${serial}`,
    refund_state: refundState,
    applicant: {
      name: `Made-up business ${serial}`,
      address: 'Made-up quay 1',
      email: 'vat@example.org',
      activity: 'made up',
      vat_number: applicant,
      status: 'taxable',
    },
    period: { from: `${year}-01-01`, to: `${year}-${to}` },
    submitted_on: lodgedOn,
    currency: 'EUR',
    no_supplies_in_refund_state: true,
    account: { holder: `Made-up business ${serial}`, iban: 'NL91 ABNA 0417 1643 00', bic: 'ABNANL2A' },
    invoices: invoices.map(({ taxable, nature, change = {} }, place) => ({
      supplier: { name: 'Made-up supplier', address: 'Made-up street 2', vat_number: supplier },
      number: `M-${serial}-${place + 1}`,
      date: `${year}-${String((place % 9) + 1).padStart(2, '0')}-15`,
      taxable_cents: taxable,
      vat_cents: fifth(taxable),
      deductible_cents: fifth(taxable),
      pro_rata: 100,
      nature,
      ...change,
    })),
  };
}

export type Who = {
  readonly applicant: VatNumber;
  readonly supplier: VatNumber;
  readonly refundState: string;
  /** Of the refund period. */
  readonly year: string;
  /** Its last month and day. */
  readonly to: string;
  readonly lodgedOn: PlainDate;
};

/** A period that can still be claimed on a day: the year before, or from October on, when that is too late (art. 15), three quarters of this one. */
export function periodBefore(lodgedOn: PlainDate): { readonly year: string; readonly to: string } {
  const year = Number(lodgedOn.slice(0, 4));
  return lodgedOn.slice(5) <= '09-30'
    ? { year: String(year - 1), to: '12-31' }
    : { year: String(year), to: '09-30' };
}

const plans = [
  { upTo: 'lodged', daysAgo: { lodged: 12, received: 0, asked: 0 } },
  { upTo: 'asked', daysAgo: { lodged: 100, received: 90, asked: 20 } },
  { upTo: 'received', daysAgo: { lodged: 170, received: 160, asked: 0 } },
  { upTo: 'proposed', daysAgo: { lodged: 130, received: 120, asked: 0 } },
] as const;

/** `run` is in the reference of each, so that those of one press are told from those of another. */
export function madeUpClaims(
  today: PlainDate,
  run: string,
  refundState: string,
  numberOf: (place: number) => VatNumber,
  supplier: VatNumber,
): readonly MadeUpClaim[] {
  return plans.map((plan, place) => {
    const lodgedOn = addDays(today, -plan.daysAgo.lodged);
    const who = { applicant: numberOf(place), supplier, refundState, lodgedOn, ...periodBefore(lodgedOn) };
    const invoices: readonly Invoice[] = [
      { taxable: 1_250_00, nature: '6' },
      { taxable: 4_812_35, nature: '3' },
      // One with more than can be deducted, and one without a date in the period: the check says so.
      { taxable: 980_10, nature: '1', change: { pro_rata: 60 } },
      ...(place === 0
        ? []
        : [{ taxable: 310_00, nature: '7', change: { date: `${Number(who.year) - 1}-11-30` } }]),
      { taxable: 2_404_55, nature: '2' },
    ];
    return { ...plan, application: applicationOf(`${run}-${place + 1}`, who, invoices) };
  });
}

/** What the applicant of the last owes at home: one that nothing stands against, one in dispute, one that goes first, one not due yet. */
export function madeUpDebts(today: PlainDate, run: string): readonly MadeUpDebt[] {
  const ago = (days: number) => addDays(today, -days);
  const open = { rank: null, disputedSince: null, assessedOn: ago(400), dueOn: ago(370) };
  return [
    { reference: `made-up-debt-${run}-1`, debt: { ...open, cents: 512_40, enforceableFrom: ago(340) } },
    {
      reference: `made-up-debt-${run}-2`,
      debt: { ...open, cents: 230_00, enforceableFrom: ago(340), disputedSince: ago(60) },
    },
    {
      reference: `made-up-debt-${run}-3`,
      debt: {
        ...open,
        rank: 1,
        cents: 199_99,
        assessedOn: ago(300),
        dueOn: ago(270),
        enforceableFrom: ago(240),
      },
    },
    {
      reference: `made-up-debt-${run}-4`,
      debt: {
        ...open,
        cents: 1_000_00,
        assessedOn: ago(20),
        dueOn: addDays(today, 30),
        enforceableFrom: null,
      },
    },
  ];
}
