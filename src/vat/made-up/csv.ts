/**
 * A made-up world as the canonical files that states hand in (`model.ts` of the module): for each state and kind one, whose name says
 * that it is synthetic. Amounts in euros with two decimals. Sales at home are invoices; `acquisitions` are of the returns that came.
 */
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { columnsOf, type DeclarationKind } from '../model.ts';
import { never } from '../scoring/model.ts';
import type { VatNumber } from '../vat-number.ts';
import type { World } from './model.ts';
import { madeUpVatNumber, mistyped } from './vat-numbers.ts';

export type SyntheticFile = {
  /** `synthetic-BE-supplies.csv` */
  readonly name: string;
  readonly state: string;
  readonly kind: DeclarationKind;
  /** Parts of the text, some thousand lines each. */
  readonly chunks: () => Generator<string>;
};

const writtenKinds = ['supplies', 'acquisitions', 'invoices', 'registrations'] as const;
const atOnce = 5_000;
const correctionWords = ['', 'replace', 'add'] as const;

/** Throws for a world of more than 100,000 traders: there are no more made-up numbers. */
export function syntheticFiles(world: World): readonly SyntheticFile[] {
  const { traders, states, monthStart, firstDay } = world;
  const numbers = Array.from({ length: traders.count }, (_, trader) =>
    madeUpVatNumber(states[traders.state[trader] as number] as string, trader),
  );
  const days = new Map<number, PlainDate>();
  const dateOf = (day: number): PlainDate => {
    const date = days.get(day) ?? addDays(firstDay, day);
    days.set(day, date);
    return date;
  };
  const periods = Array.from({ length: world.months }, (_, month) =>
    dateOf(monthStart[month] as number).slice(0, 7),
  );
  const number = (trader: number) => numbers[trader] as VatNumber;
  const ofState = (trader: number, state: number) => traders.state[trader] === state;

  function* linesOf(state: number, kind: (typeof writtenKinds)[number]): Generator<readonly string[]> {
    const { supplies, returns, sales } = world;
    switch (kind) {
      case 'supplies':
        for (const rows of statementsOf(world)) {
          const [first = 0] = rows;
          const [supplier, acquirer] = [
            supplies.supplier[first] as number,
            supplies.acquirer[first] as number,
          ];
          if (!ofState(supplier, state)) continue;
          // Whose number was mistyped nobody can tell from the line: that of some other trader, with a wrong digit.
          const typed = acquirer < 0 ? mistyped(number((supplier + 1) % traders.count)) : number(acquirer);
          const period = periods[supplies.month[first] as number] as string;
          for (const { cents, received, correction } of linesOfOne(world, rows))
            yield [number(supplier), typed, 'L', period, euros(cents), dateOf(received), correction];
        }
        return;
      case 'acquisitions':
        for (let row = 0; row < returns.month.length; row++) {
          const [trader, filed] = [returns.trader[row] as number, returns.filed[row] as number];
          if (!ofState(trader, state) || filed === never) continue;
          const period = periods[returns.month[row] as number] as string;
          yield [number(trader), 'L', period, euros(returns.acquisitions[row]), dateOf(filed), ''];
        }
        return;
      case 'invoices':
        for (let row = 0; row < sales.day.length; row++) {
          const [seller, buyer] = [sales.seller[row] as number, sales.buyer[row] as number];
          if (!ofState(seller, state)) continue;
          const day = sales.day[row] as number;
          const [amount, vat] = [euros(sales.cents[row]), euros(sales.vat[row])];
          yield [number(seller), number(buyer), `S${row}`, dateOf(day), amount, vat, dateOf(day + 1)];
        }
        return;
      case 'registrations':
        for (let trader = 0; trader < traders.count; trader++) {
          if (!ofState(trader, state)) continue;
          const ended = traders.ended[trader] as number;
          const until = ended === never ? ['', ''] : [dateOf(ended), 'ended'];
          const group = traders.group[trader] as number;
          const owner = group < 0 ? '' : `G${group}`;
          yield [number(trader), dateOf(traders.registered[trader] as number), ...until, owner];
        }
    }
  }

  return states.flatMap((code, state) =>
    writtenKinds.map((kind) => ({
      name: `synthetic-${code}-${kind}.csv`,
      state: code,
      kind,
      chunks: function* () {
        let lines: string[] = [columnsOf[kind].join(',')];
        for (const line of linesOf(state, kind)) {
          lines.push(line.join(','));
          if (lines.length < atOnce) continue;
          yield `${lines.join('\n')}\n`;
          lines = [];
        }
        if (lines.length > 0) yield `${lines.join('\n')}\n`;
      },
    })),
  );
}

/** Rows of one supplier, acquirer and month, which a statement has as one total. */
function* statementsOf({ supplies }: World): Generator<readonly number[]> {
  const { month, supplier, acquirer } = supplies;
  for (let from = 0, to = 0; from < month.length; from = to) {
    const byAcquirer = new Map<number, number[]>();
    for (; month[to] === month[from] && supplier[to] === supplier[from]; to++) {
      const rows = byAcquirer.get(acquirer[to] as number) ?? [];
      byAcquirer.set(acquirer[to] as number, rows);
      rows.push(to);
    }
    yield* byAcquirer.values();
  }
}

/**
 * What was received of them, in its order. Where they are of several deals, all that came after the first is added to it, and what takes
 * the place of one of them by the difference: a line that takes the place of a total would take that of all.
 */
function linesOfOne({ supplies }: World, rows: readonly number[]) {
  const { cents, received, correction } = supplies;
  const deals = rows.filter((row) => correction[row] === 0).length;
  const inOrder = rows.toSorted((a, b) => (received[a] as number) - (received[b] as number) || a - b);
  return inOrder.map((row, place) => {
    const of = correction[row] as number;
    // What is replaced stands right before.
    const before = deals > 1 && of === 1 ? (cents[row - 1] as number) : 0;
    const word = deals > 1 ? (place === 0 ? '' : 'add') : (correctionWords[of] as string);
    return {
      cents: (cents[row] as number) - before,
      received: received[row] as number,
      correction: word,
    };
  });
}

function euros(cents: number | undefined): string {
  const whole = Math.abs(cents ?? 0);
  const sign = (cents ?? 0) < 0 ? '-' : '';
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}
