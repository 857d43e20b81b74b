import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, daysBetween, type PlainDate } from '#kernel/dates.ts';
import { stateAfter } from '#kernel/lifecycle.ts';
import { verifyJournal } from '#platform/journal/journal.ts';
import type { Register } from '#platform/records/registers.ts';
import { listRegisters } from '#platform/records/registers.ts';
import {
  type CommitmentAct,
  type CommitmentState,
  commitmentLifecycle,
} from '../../src/union/commitments/model.ts';
import { listCommitments } from '../../src/union/commitments/store.ts';
import {
  acting,
  Days,
  members,
  openWorld,
  patience,
  register,
  steps,
  type World,
} from '../support/random-acts.ts';

/**
 * Random people promise, keep, refuse, offer, take on and move promises, and parliament asks and is answered, at random dates and
 * in any order. On every day, as known on every day, the one list must say what a few lines of model say: one owner of each promise,
 * its state and date, and of every question who owes an answer and whether their twelve months are over.
 */

const firstDayOfPlay = '2022-01-01' as PlainDate;
const stepsADay = 5;
const sg = acting({ body: 'sg' });
const parliament = acting({ body: 'parliament' });

type Dated<Value> = { readonly on: PlainDate; readonly value: Value };
type Promised = {
  readonly made: PlainDate;
  readonly steps: readonly (Dated<CommitmentState> & { readonly from: string })[];
  readonly owners: readonly Dated<string>[];
  readonly dues: readonly Dated<PlainDate>[];
  readonly offered: { readonly to: string; readonly on: PlainDate } | null;
};
type Question = {
  readonly tabled: PlainDate;
  readonly addressees: readonly string[];
  readonly signed: readonly string[];
  readonly drafted: boolean;
  readonly answered: Readonly<Record<string, PlainDate>>;
  readonly withdrawn: PlainDate | null;
};
type Model = {
  readonly promises: ReadonlyMap<string, Promised>;
  readonly questions: ReadonlyMap<string, Question>;
};

let world: World;
let model: Model = { promises: new Map(), questions: new Map() };
const days = new Days<Model>();

beforeAll(async () => {
  world = await openWorld(firstDayOfPlay, 11);
});
afterAll(() => world.database.close());

function keep(id: string, promise: Promised): void {
  model = { ...model, promises: new Map([...model.promises, [id, promise]]) };
}
function ask(id: string, question: Question): void {
  model = { ...model, questions: new Map([...model.questions, [id, question]]) };
}

const on = <Value>(dated: readonly Dated<Value>[], day: PlainDate) =>
  dated.filter((one) => one.on <= day).at(-1)?.value;
const stateOn = ({ steps: taken }: Promised, day: PlainDate) => on(taken, day) ?? 'none';
const last = <Value>(dated: readonly Dated<Value>[]) => dated.at(-1) as Dated<Value>;

type Command = {
  readonly name: CommitmentAct | 'record' | 'offer' | 'take_on' | 'change_due';
  readonly id: string;
  readonly actor: string;
  readonly other: string;
  readonly day: PlainDate;
  readonly until: PlainDate;
};

/** What the model becomes of it, or null where it is refused. */
function expected({ name, id, actor, other, day, until }: Command): Promised | null {
  const promise = model.promises.get(id);
  if (name === 'record') {
    if (promise !== undefined || other === actor || until < day) return null;
    const made = { on: day, value: actor };
    const first = { on: day, value: 'open', from: 'none' } as const;
    return { made: day, steps: [first], owners: [made], dues: [{ on: day, value: until }], offered: null };
  }
  if (promise === undefined) return null;
  const { owners, dues, offered, steps: taken } = promise;
  const owner = last(owners).value;
  const isOpen = stateOn(promise, world.today()) === 'open';
  if (name === 'take_on') {
    if (offered === null || !isOpen || actor !== offered.to) return null;
    if (day < offered.on || day < last(owners).on) return null;
    return { ...promise, offered: null, owners: [...owners, { on: day, value: offered.to }] };
  }
  if (actor !== owner) return null;
  if (name === 'offer') {
    if (!isOpen || day < last(owners).on || other === owner || other === 'sg') return null;
    return { ...promise, offered: { to: other, on: day } };
  }
  if (name === 'change_due') {
    const isWrong = day < last(dues).on || until === last(dues).value || until < promise.made;
    return !isOpen || isWrong ? null : { ...promise, dues: [...dues, { on: day, value: until }] };
  }
  const from = stateOn(promise, day);
  if (from === 'none') return null;
  const to = stateAfter(commitmentLifecycle, from, name);
  const next = taken.findIndex((step) => step.on > day);
  if (to === null || (next !== -1 && taken[next]?.from !== to)) return null;
  const step = { on: day, value: to, from };
  return { ...promise, steps: next === -1 ? [...taken, step] : taken.toSpliced(next, 0, step) };
}

type Drawn = Pick<Command, 'name' | 'actor' | 'other'> & { readonly isAimed: boolean };

/** By whom it is open to, if to anybody, and to somebody else. */
function aimed({ isAimed, name, actor, other }: Drawn, id: string): Omit<Drawn, 'isAimed'> {
  const promise = model.promises.get(id);
  if (!isAimed || promise === undefined) return { name, actor, other };
  if (promise.offered !== null && name === 'offer')
    return { name: 'take_on', actor: promise.offered.to, other };
  const owner = last(promise.owners).value;
  if (name === 'take_on') return { name, actor: promise.offered?.to ?? actor, other };
  const next = members.find((party) => party !== owner) as string;
  return { name, actor: owner, other: other === owner || other === 'sg' ? next : other };
}

const inputs = ({ name, id, actor, other, day, until }: Command) =>
  ({
    record: { id, what: id, owner: actor, watcher: other, due: until, origin: 'other', on: day },
    keep: { id, on: day, evidence: 'seen' },
    decline: { id, on: day, reason: 'no' },
    give_up: { id, on: day, reason: 'no' },
    reopen: { id, on: day, reason: 'yes' },
    offer: { id, to: other, on: day, reason: 'yours' },
    take_on: { id, on: day },
    change_due: { id, due: until, on: day, reason: 'later' },
  })[name];

/** A question is asked, or one of those whom it was asked does something about it; what is let be done the model takes as done. */
async function turn(id: string, party: string, day: PlainDate, choice: number): Promise<void> {
  const question = model.questions.get(id);
  if (question === undefined) {
    const addressees = members.filter((_, index) => ((choice + 1) >> index) % 2 === 1);
    const asked = addressees.length === 0 ? [...members] : addressees;
    const input = { id, kind: 'written_question', subject: id, addressees: asked.join(', '), on: day };
    await world.done(parliament, 'parliament/table', input);
    await world.done(sg, 'parliament/assign', { id, addressee: asked[0], on: day });
    const fresh = { signed: [], drafted: false, answered: {}, withdrawn: null };
    return ask(id, { tabled: day, addressees: asked, ...fresh });
  }
  const { addressees, signed, answered } = question;
  const draft = `${id}-answer-1`;
  const actor = acting({ party });
  switch (choice) {
    case 0: {
      const input = { id, party, text: 'Told', on: day };
      if ((await world.act(actor, 'parliament/answer_for_itself', input)).length > 0) return;
      expect(addressees.includes(party) && answered[party] === undefined).toBe(true);
      return ask(id, { ...question, answered: { ...answered, [party]: day } });
    }
    case 1:
      if (
        (await world.act(actor, 'parliament/draft_answer', { id, party, text: 'Joint', on: day })).length ===
        0
      )
        ask(id, { ...question, drafted: true });
      return;
    case 2:
    case 3:
    case 4:
      if ((await world.act(actor, 'parliament/sign_off', { id: draft, party, on: day })).length > 0) return;
      expect(question.drafted && addressees.includes(party) && !signed.includes(party)).toBe(true);
      return ask(id, { ...question, signed: [...signed, party] });
    case 5: {
      if ((await world.act(actor, 'parliament/give_answer', { id, party, on: day })).length > 0) return;
      // An answer that not all of them have signed off is nobody's.
      expect(addressees.filter((one) => !signed.includes(one))).toEqual([]);
      const given = addressees.map((one) => [one, answered[one] ?? day]);
      const earliest = given.map(([one, was]) => [one, String(was) < day ? was : day]);
      return ask(id, { ...question, answered: Object.fromEntries(earliest) });
    }
    default:
      if ((await world.act(parliament, 'parliament/withdraw', { id, on: day, reason: 'over' })).length === 0)
        ask(id, { ...question, withdrawn: day });
  }
}

/** Twelve calendar months later; the 29th of February has no other day than the 28th. */
function aYearAfter(day: PlainDate): string {
  const [year, rest] = [Number(day.slice(0, 4)), day.slice(4)];
  return `${year + 1}${rest === '-02-29' ? '-02-28' : rest}`;
}

/** Who owes an answer on a day, in the words of the clocks. */
function clockIn({ tabled, answered, withdrawn }: Question, party: string, day: PlainDate): string {
  const came = answered[party];
  if (came !== undefined && came <= day) return 'answered';
  if (withdrawn !== null && withdrawn <= day) return 'withdrawn';
  return day > aYearAfter(tabled) ? 'overdue' : 'running';
}

test(
  `after ${steps} random steps everything owed is as a replay has it, on every day and as known on every day`,
  async () => {
    const who = fc.constantFrom(...members);
    const command = fc.record({
      isQuestion: fc.integer({ min: 0, max: 9 }).map((one) => one < 4),
      number: fc.integer({ min: 0, max: 5 + Math.floor(steps / 100) }),
      name: fc.oneof(
        { weight: 2, arbitrary: fc.constant<Command['name']>('record') },
        { weight: 1, arbitrary: fc.constant<Command['name']>('keep') },
        { weight: 4, arbitrary: fc.constant<Command['name']>('reopen') },
        { weight: 1, arbitrary: fc.constantFrom<Command['name']>('decline', 'give_up') },
        { weight: 9, arbitrary: fc.constantFrom<Command['name']>('offer', 'take_on', 'change_due') },
      ),
      actor: who,
      other: fc.constantFrom(...members, 'sg'),
      // Mostly by whom it is open to and lately, so that much is possible.
      isAimed: fc.integer({ min: 0, max: 2 }).map((one) => one > 0),
      back: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 700 }) },
      ),
      ahead: fc.integer({ min: -100, max: 600 }),
      question: fc.integer({ min: 0, max: 9 + Math.floor(steps / 50) }),
      choice: fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 3, 4, 4, 5, 5, 6),
    });
    const counts = { accepted: 0, refused: 0, taken_on: 0, answers: 0 };
    for (const [index, drawn] of fc.sample(command, { seed: 20_221_231, numRuns: steps }).entries()) {
      const today = addDays(firstDayOfPlay, Math.floor(index / stepsADay));
      if (today !== world.today()) days.keep(world.today(), model);
      world.setDay(today);
      const day = addDays(today, -drawn.back);
      if (drawn.isQuestion) {
        await turn(`q-${drawn.question}`, drawn.actor, day, drawn.choice);
        continue;
      }
      const one: Command = {
        ...aimed(drawn, `p-${drawn.number}`),
        id: `p-${drawn.number}`,
        day,
        until: addDays(day, drawn.ahead),
        // Watched by the secretariat, who may not promise for a state here.
        ...(drawn.name === 'record' ? { other: 'sg' } : {}),
      };
      const then = expected(one);
      const answer = await world.act(acting({ party: one.actor }), `commitments/${one.name}`, inputs(one));
      expect(answer.length === 0, `${JSON.stringify(one)}: ${answer.join()}`).toBe(then !== null);
      counts[then === null ? 'refused' : 'accepted'] += 1;
      if (then === null) continue;
      if (one.name === 'take_on') counts.taken_on += 1;
      keep(one.id, then);
    }
    days.keep(world.today(), model);
    counts.answers = [...model.questions.values()].reduce((n, q) => n + Object.keys(q.answered).length, 0);
    for (const [what, count] of Object.entries(counts)) expect(count, what).toBeGreaterThan(5);

    const play = daysBetween(firstDayOfPlay, world.today());
    const asked = fc.tuple(fc.integer({ min: 0, max: 1_200 }), fc.integer({ min: 0, max: play }));
    const moments = fc
      .sample(asked, { seed: 2, numRuns: 60 })
      .map(
        ([after, known]) =>
          [addDays('2020-06-01' as PlainDate, after), addDays(firstDayOfPlay, known)] as const,
      );
    const held = await world.database.read(listRegisters);
    const demonstration = held.find(({ id }) => id === register) as Register;
    let compared = 0;
    for (const [day, known] of [[world.today(), world.today()] as const, ...moments]) {
      const { promises, questions } = days.at(known, { promises: new Map(), questions: new Map() });
      const { commitments } = await world.database.read((tx) =>
        listCommitments(tx, { register: demonstration, asOf: day, knownAt: known, language: 'en' }),
      );
      const said = (prefix: string) =>
        commitments.map(({ one }) => one).filter(({ origin }) => String(origin.id).startsWith(prefix));
      const at = `on ${day} as known on ${known}`;
      const owed = [...promises].filter(([, { made }]) => made <= day);
      expect(
        said('p-')
          .map(({ origin, owner, state, stated }) => [origin.id, owner, state, stated])
          .sort(),
        at,
      ).toEqual(
        owed
          .map(([id, one]) => [
            id,
            on(one.owners, day),
            // Before its first step counts, a promise that was made is open.
            stateOn(one, day) === 'none' ? 'open' : stateOn(one, day),
            on(one.dues, day),
          ])
          .sort(),
      );
      const answers = said('q-');
      expect(answers.map(({ origin, owner, state }) => [origin.id, owner, state]).sort(), at).toEqual(
        [...questions]
          .filter(([, { tabled }]) => tabled <= day)
          .flatMap(([id, question]) =>
            question.addressees.map((party) => [id, party, clockIn(question, party, day)] as const),
          )
          // What parliament took back is owed by nobody.
          .filter(([, , clock]) => clock !== 'withdrawn')
          .map(([id, party, clock]) => [id, party, clock === 'answered' ? 'done' : 'open'])
          .sort(),
      );
      for (const { origin, owner, dueLatest, doneOn } of answers) {
        const question = questions.get(String(origin.id)) as Question;
        expect(dueLatest, `${origin.id} ${at}`).toBe(aYearAfter(question.tabled));
        expect(doneOn).toBe(
          clockIn(question, String(owner), day) === 'answered' ? question.answered[String(owner)] : null,
        );
      }
      compared += owed.length + answers.length;
    }
    expect(compared).toBeGreaterThan(300);
    expect((await verifyJournal(world.database)).faults).toEqual([]);
  },
  patience,
);
