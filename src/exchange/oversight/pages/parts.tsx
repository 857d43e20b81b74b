import { formatInstant } from '#kernel/dates.ts';
import { decide, grantsOn } from '#platform/access/access.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, Tabs } from '#platform/page/components.tsx';
import { type NoteSignature, openNote, type Verifier } from '../../log/signed-note.ts';
import { instantOf, originOf } from '../../nodes/model.ts';
import { listKeys, type Self } from '../../nodes/store.ts';
import { exchangePath } from '../../openings/pages/parts.tsx';
import { openingTexts } from '../../openings/text/texts.ts';
import { seeNodes } from '../access.ts';
import { oversightTexts } from '../text/texts.ts';

/** What the pages on nodes, their log and supervision share. */

type Tab = 'peers' | 'log' | 'supervision';
export const oversightPaths: Readonly<Record<Tab, string>> = {
  peers: `${exchangePath}/peers`,
  log: `${exchangePath}/log`,
  supervision: `${exchangePath}/supervision`,
};

export function OversightTabs({ current, context }: { current: Tab; context: PageContext }) {
  const { tabs: words } = oversightTexts(context.language);
  const items = (['peers', 'log', 'supervision'] as const).map((tab) => ({
    text: words[tab],
    href: context.href(oversightPaths[tab]),
    current: tab === current,
  }));
  return <Tabs label={words.label} items={items} />;
}

export function oversightCrumbs({ language, href }: PageContext) {
  const { exchange } = openingTexts(language);
  return [
    { text: exchange.practice, href: href('/practice') },
    { text: exchange.title, href: href(exchangePath) },
  ];
}

/** Whether the reader may see nodes, keys and checkpoints. */
export function maySeeNodes({ actor, register, clock }: PageContext): boolean {
  return decide(seeNodes, actor, { register: register.id }, todayOn(clock), () => 'no').allowed;
}

/** Where nodes are reached and what was refused: for who acts for a party that this node speaks for, or, of a node of none, for any. */
export function actsHere({ actor, register, clock }: PageContext, self: Self | null): boolean {
  const parties = self?.parties ?? [];
  return grantsOn(actor, register.id, todayOn(clock)).some(
    ({ party }) => party !== null && (parties.length === 0 || parties.includes(party)),
  );
}

export function SignInFirst({ context }: { context: PageContext }) {
  const { shared: words } = oversightTexts(context.language);
  return <EmptyState why={words.signInWhy} what={words.signInWhat} who={words.signInWho} />;
}

/** A fingerprint as people read it out: in groups of four. */
export const inGroups = (fingerprint: string) => fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';

export function Fingerprint({ of }: { of: string }) {
  return <code>{inGroups(of)}</code>;
}

/** A moment in milliseconds since 1970, in UTC and the reader's words. */
export function Time({ at, context }: { at: number; context: PageContext }) {
  const instant = instantOf(at);
  return (
    <time dateTime={instant}>
      {oversightTexts(context.language).shared.time(formatInstant(instant, context.language))}
    </time>
  );
}

/** Everybody whose signature under a checkpoint this node can check, by all keys that it knows of them. */
export async function listVerifiers(tx: Transaction): Promise<readonly Verifier[]> {
  return (await listKeys(tx)).map(({ node, publicKey }) => ({ name: originOf(node), publicKey }));
}

/** Who of them signed, the log itself first; nobody where it did not: others cannot say in its place what it is. */
export function signersOf(note: string, verifiers: readonly Verifier[]): readonly NoteSignature[] {
  const { text = '', signatures = [] } = openNote(note, verifiers) ?? {};
  const isKeeper = ({ name, seenAt }: NoteSignature) => seenAt === null && text.startsWith(`${name}\n`);
  const keepers = signatures.filter(isKeeper);
  return keepers.length === 0 ? [] : [...keepers, ...signatures.filter(({ seenAt }) => seenAt !== null)];
}

/** What is typed on the machine of the operator. */
export function Commands({ lines }: { lines: readonly string[] }) {
  return <pre>{lines.join('\n')}</pre>;
}

/** As all documents of the product write it. */
export const tripoint = (words: string) => `npm run -s tripoint -- ${words}`;
