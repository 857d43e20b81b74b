import { daysBetween, formatDate, type PlainDate } from '#kernel/dates.ts';
import { isLanguage, type Language } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import {
  claimDigest,
  type Digest,
  listAddressed,
  listClaimed,
  lockReminders,
  reminderKey,
  type Sending,
  sendDigests,
} from '#platform/mail/digests.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import { allRecords } from '#platform/records/records.ts';
import { knownNow, listRegisters, type Register, titleOf } from '#platform/records/registers.ts';
import { texts } from '#platform/text/texts.ts';
import { bodies, groups, parties } from '../bodies/model.ts';
import { actors, loadNames, type Name } from '../bodies/store.ts';
import { promises, reminderAddresses } from '../commitments/model.ts';
import type { Commitment } from '../commitments/rules/commitment.ts';
import {
  type DueReminder,
  nearestAbove,
  type Reachable,
  reminderDay,
  reminderLadder,
  reminderOn,
} from '../commitments/rules/reminders.ts';
import { listCommitments } from '../commitments/store.ts';
import { instruments } from '../law/model.ts';
import { parliamentItems } from '../parliament/model.ts';
import { planItems } from '../plans/model.ts';
import { reminderTexts } from './text/texts.ts';

export type Reminding = {
  readonly database: Database;
  readonly clock: Clock;
  /** Where readers reach this node, without a trailing slash, for the links in mails. */
  readonly address: string;
};

/** Claims what is to be told today in every register, and sends all that has been claimed and not been sent. */
export async function remind(
  reminding: Reminding,
  mailer: Mailer,
): Promise<Sending & { readonly made: number }> {
  const made = await makeDigests(reminding);
  return { made, ...(await sendDigests(reminding.database, reminding.clock, mailer)) };
}

/** How many mails came of what is due and has not been told yet: one for each addressee and day at most. */
export async function makeDigests(reminding: Reminding): Promise<number> {
  const { database, clock } = reminding;
  const day = reminderDay(clock.now());
  const found = await database.read(async (tx) => {
    const all: Owed[] = [];
    for (const register of await listRegisters(tx)) {
      const owed = await listOwed(tx, register, day);
      if (owed !== null) all.push(owed);
    }
    return all;
  });
  let made = 0;
  for (const owed of found)
    made += await database.write(async (tx) => {
      const register = owed.register.id;
      await lockReminders(tx, register);
      const claimed = await listClaimed(tx, register);
      const addressed = await listAddressed(tx, register, day);
      // Who has been written to today hears of the rest tomorrow.
      const digests = digestsOf(owed, day, claimed, reminding.address).filter(
        ({ addressee }) => !addressed.has(addressee),
      );
      for (const digest of digests) await claimDigest(tx, clock, digest);
      return digests.length;
    });
  return made;
}

type Box = { readonly address: string; readonly language: Language };

/** What is open in a register on a day, by its name, with all that is needed to tell of it. */
type Owed = {
  readonly register: Register;
  /** By whose reminders they are for. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** In each language that somebody reads. */
  readonly open: ReadonlyMap<Language, ReadonlyMap<string, Commitment>>;
  readonly parents: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, Name>;
};

/** Null where nobody in the register has an address: then there is nothing to look for. */
async function listOwed(tx: Transaction, register: Register, day: PlainDate): Promise<Owed | null> {
  const moment = { register: register.id, knownAt: knownNow(register, day) };
  const addresses = await allRecords(tx, { ...moment, kinds: [reminderAddresses.name] });
  const boxes = new Map(
    addresses.flatMap(({ id, body }): [string, Box][] => {
      const { address, language } = body;
      if (typeof address !== 'string') return [];
      return [
        [id, { address, language: typeof language === 'string' && isLanguage(language) ? language : 'en' }],
      ];
    }),
  );
  if (boxes.size === 0) return null;
  const open = new Map<Language, ReadonlyMap<string, Commitment>>();
  for (const language of new Set([...boxes.values()].map((box) => box.language))) {
    const listed = await listCommitments(tx, { register, asOf: day, knownAt: moment.knownAt, language });
    const owed = listed.commitments.filter(({ one }) => one.state === 'open' && one.dueLatest !== null);
    open.set(language, new Map(owed.map(({ uid, one }) => [uid, one])));
  }
  const under = await allRecords(tx, { ...moment, kinds: [bodies.name, groups.name] });
  const parents = new Map(
    under.flatMap(({ id, body }): [string, string][] =>
      typeof body.parent === 'string' ? [[id, body.parent]] : [],
    ),
  );
  const shown = [...open.values()].map((byUid) => [...byUid.values()].map((one) => [one.owner, one.watcher]));
  return { register, boxes, open, parents, names: await loadNames(tx, moment, [shown, [...boxes.keys()]]) };
}

type Told = {
  readonly uid: string;
  readonly one: Commitment;
  readonly due: PlainDate;
  readonly reminder: DueReminder;
};

/** A node that was away on the day of a yearly reminder still gives it within these days, before the ladder's next step. */
const yearlyGrace = 6;

/** One mail for each addressee to whom something is to be told. */
function digestsOf(
  owed: Owed,
  day: PlainDate,
  claimed: ReadonlySet<string>,
  address: string,
): readonly Digest[] {
  const [anyLanguage] = owed.open.values();
  const told = [...(anyLanguage ?? [])].flatMap(([uid, one]): Told[] => {
    return duesOf(one, day).flatMap((due) => {
      const isClaimed = (rule: string) => claimed.has(reminderKey({ subject: uid, rule, due }));
      const reminder = reminderOn(due, day, reachableFor(one, due <= day, owed), isClaimed);
      return reminder === null ? [] : [{ uid, one, due, reminder }];
    });
  });
  return [...Map.groupBy(told, ({ reminder }) => reminder.addressee)].flatMap(([addressee, some]) => {
    const box = owed.boxes.get(addressee);
    if (box === undefined) return [];
    return [
      {
        register: owed.register.id,
        addressee,
        day,
        ...box,
        ...write(owed, addressee, box.language, some, day, address),
        settles: some.flatMap(({ uid, due, reminder }) => {
          const key = { subject: uid, due };
          return [
            { ...key, rule: reminder.rule, told: true },
            ...reminder.passedOver.map((rule) => ({ ...key, rule, told: false })),
          ];
        }),
      },
    ];
  });
}

/** When one is due: the next time, and of what comes back each year the time that has just gone by. */
function duesOf({ dueLatest, remindedLast = null }: Commitment, day: PlainDate): readonly PlainDate[] {
  const justPast =
    remindedLast !== null && daysBetween(remindedLast, day) <= yearlyGrace ? [remindedLast] : [];
  return dueLatest === null ? justPast : [...justPast, dueLatest];
}

/**
 * A party has nothing above it: what it owes goes up from whoever watches. A yearly reminder is prepared by its owner and, on its
 * day, told to whom it reminds (§9.2.2), or to its owner where that one cannot be reached.
 */
function reachableFor(
  { owner, watcher, reminds }: Commitment,
  isDue: boolean,
  { boxes, parents, names }: Owed,
): Reachable {
  const has = (id: string | null) => (id !== null && boxes.has(id) ? id : null);
  if (reminds !== undefined)
    return { owner: (isDue ? has(reminds) : null) ?? has(owner), watcher: null, above: null };
  const isParty = owner !== null && names.has(`${parties.name}/${owner}`);
  return {
    owner: has(owner),
    watcher: has(watcher),
    above: nearestAbove(isParty ? watcher : owner, parents, (id) => boxes.has(id)),
  };
}

const saidIn = [promises, parliamentItems, instruments, planItems, groups];

/** Title and text of a mail, in the language of its addressee. */
function write(
  { register, names, open }: Owed,
  addressee: string,
  language: Language,
  told: readonly Told[],
  day: PlainDate,
  address: string,
): { readonly title: string; readonly content: string } {
  const words = reminderTexts(language);
  const nameOf = (id: string) => {
    const name = actors.map((kind) => names.get(`${kind.name}/${id}`)).find((one) => one !== undefined);
    return name === undefined ? id : localize(name.title, language, ['en']).text;
  };
  const pathTo = (path: string) => `${address}/${language}/${register.id}${path}`;
  const lineOf = ({ uid, one, due }: Told) => {
    const { text, owner, watcher, dueLatest, stated, origin } = open.get(language)?.get(uid) ?? one;
    const left = daysBetween(day, due);
    const facts = [
      words.due(formatDate(due === dueLatest && stated !== null ? stated : due, language)),
      left > 0 ? words.left(left) : left === 0 ? words.today : words.late(-left),
      ...(owner === null ? [] : [words.owner(nameOf(owner))]),
      ...(watcher === null ? [] : [words.watcher(nameOf(watcher))]),
    ];
    const kind = saidIn.find(({ name }) => name === origin.kind) ?? instruments;
    return `- ${text.replaceAll('\n', ' ')}\n  ${facts.join('; ')}\n  ${pathTo(kind.href(origin.id))}`;
  };
  const roleOf = ({ one, reminder }: Told) =>
    one.reminds === addressee
      ? 'reminded'
      : (reminderLadder.find(({ rule }) => rule === reminder.rule)?.to ?? 'owner');
  const parts = (['owner', 'reminded', 'watcher', 'above'] as const).flatMap((role) => {
    const of = told.filter((one) => roleOf(one) === role);
    const sorted = of.toSorted((a, b) => (a.due < b.due ? -1 : 1));
    return of.length === 0 ? [] : [`${words.parts[role]}\n\n${sorted.map(lineOf).join('\n\n')}`];
  });
  const isMadeUp = register.meta.synthetic === true;
  return {
    title: words.title(told.length, titleOf(register, language)),
    content: [
      words.to(nameOf(addressee), formatDate(day, language)),
      ...(isMadeUp ? [texts(language).exports.synthetic] : []),
      ...parts,
      words.all(pathTo('/commitments')),
      words.foot,
    ].join('\n\n'),
  };
}
