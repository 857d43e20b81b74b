import { sql } from 'kysely';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { PartialDate } from '#kernel/dates.ts';
import { todayOn } from '#platform/clock.ts';
import { writeChanges } from '#platform/records/changes.ts';
import { firstStep } from '#union';
import { consents } from '../../src/exchange/consents/model.ts';
import { AccessRequest } from '../../src/exchange/model.ts';
import { Padded } from '../../src/exchange/nodes/answer.ts';
import { ask } from '../../src/exchange/nodes/ask.ts';
import { createCalls } from '../../src/exchange/nodes/call.ts';
import { listNotesOf } from '../../src/exchange/nodes/consents/store.ts';
import { handConsents, readConsentNote, signConsents } from '../../src/exchange/nodes/consents.ts';
import { signRequest } from '../../src/exchange/nodes/http-signature.ts';
import type { OwnKey } from '../../src/exchange/nodes/keys.ts';
import { type ConsentSaid, instantOf } from '../../src/exchange/nodes/model.ts';
import { feedAfter, followSecretariat, publishLaw } from '../../src/exchange/nodes/publish.ts';
import { receive, stamp } from '../../src/exchange/nodes/receive.ts';
import { agree, openPeer, type PeerNode, registerOfPeers, treatyWith } from './peer-node.ts';

/** Nodes between which consents pass: BE supplies, NL asks, LU is known to both and has no part in it. All cases are made up. */

const now = '2030-01-10T12:00:00Z';
export const lawOfConsents = treatyWith({
  use: {
    article: '1',
    operation: 'use',
    conditions: { all: [{ type: 'consent', to: 'evidence' }] },
  },
});
export const openConsenting = (name: string, rest: Partial<Parameters<typeof openPeer>[0]> = {}) =>
  openPeer(
    { name, parties: [name], duties: [], ...rest },
    { now, services: [{ operations: ['use'], answer: async () => ({ synthetic: true }) }] },
  );

export type ConsentingPeers = {
  readonly secretariat: PeerNode;
  readonly nl: PeerNode;
  readonly be: PeerNode;
  readonly lu: PeerNode;
};

export async function openConsentingPeers(): Promise<ConsentingPeers> {
  const secretariat = await openConsenting('secretariat', { parties: [], duties: ['secretariat'] });
  const [nl, be, lu] = [await openConsenting('NL'), await openConsenting('BE'), await openConsenting('LU')];
  await agree(nl, be);
  await agree(nl, lu);
  await agree(be, lu);
  for (const peer of [nl, be]) await agree(peer, secretariat);
  await publishLaw(secretariat.node, registerOfPeers, async () => lawOfConsents);
  const peers = { secretariat, nl, be, lu };
  await followLaw(peers);
  await be.listen();
  await nl.listen();
  return peers;
}

export async function followLaw({ secretariat, nl, be }: ConsentingPeers): Promise<void> {
  for (const { node } of [nl, be])
    await followSecretariat(
      node,
      (_peer, register, after) => feedAfter(secretariat.node, register, after),
      new Map(),
    );
}

let made = 0;
/** An id that no consent has yet. */
export function newConsentId(): string {
  made += 1;
  return `consent-${made}`;
}

/** A consent of BE to NL on the record of a node, as an action writes it; returns its id. */
export async function give(on: PeerNode, changes: object = {}, batch?: string): Promise<string> {
  const id = newConsentId();
  const today = todayOn(on.clock);
  const body = {
    id,
    supplier: 'BE',
    receiver: 'NL',
    instrument: 'treaty',
    case_reference: 'synthetic-case-1',
    purpose: 'evidence',
    conditions: 'Only in this trial',
    from: '2030-01-01',
    ...changes,
  };
  const steps = [firstStep('given', today, { act: 'give', by: 'BE' })];
  await change(on, { kind: consents, id, body, steps }, batch);
  return id;
}
export async function withdraw(on: PeerNode, id: string): Promise<void> {
  const step = {
    axis: 'state',
    from: 'given',
    to: 'withdrawn',
    effectiveOn: todayOn(on.clock),
    observed: false,
    details: { act: 'withdraw', by: 'BE', reason: 'The trial is over' },
  };
  await change(on, { kind: consents, id, steps: [step] });
}
async function change(
  { node, clock }: PeerNode,
  one: Parameters<typeof writeChanges>[2]['changes'][number],
  batch?: string,
): Promise<void> {
  await node.database.write((tx) =>
    writeChanges(tx, clock, {
      register: registerOfPeers,
      knownFrom: todayOn(clock) as PartialDate,
      event: 'consents/test',
      actor: 'test',
      party: 'BE',
      changes: [one],
      batch,
    }),
  );
}

export const sign = ({ node }: PeerNode) => signConsents(node, new Map());
/** As a round does; returns how many notes others confirmed. */
export const hand = ({ node }: PeerNode) =>
  handConsents(node, async ({ url }, note) => post(`${url}/exchange/consents`, note), new Map());
export async function post(url: string, note: string): Promise<number> {
  const sent = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: note };
  return (await fetch(url, sent)).status;
}
export const carry = async (peer: PeerNode) => [await sign(peer), await hand(peer)];

export const noteOf = async ({ node }: PeerNode, id: string, what = 'given') => {
  const notes = await node.database.read((tx) => listNotesOf(tx, [id]));
  return notes.find((one) => one.what === what)?.note ?? null;
};
export const saidIn = (note: string | null): ConsentSaid => {
  const read = readConsentNote(note ?? '');
  if (read?.what !== 'given') throw new Error('No consent');
  return read.said;
};
export const asLog = (node: string, key: OwnKey) => ({ name: `tripoint/${node}`, key: key.key });

let count = 0;
export function requestFor(consent: string | null, changes: Partial<AccessRequest> = {}): AccessRequest {
  count += 1;
  return AccessRequest.parse({
    id: `q${count}`,
    from: { party: 'NL', officer: 'synthetic-officer' },
    to: 'BE',
    instrument: 'treaty',
    operation: 'use',
    case: 'synthetic-case-1',
    consents: consent === null ? [] : [consent],
    ...changes,
  });
}
export async function asked(by: PeerNode, request: AccessRequest) {
  const question = { register: registerOfPeers, request, query: null, actor: 'test', budget: 20_000 };
  const { outcome, by: told, reasons } = await ask(by.node, createCalls(), question);
  return { outcome, by: told, codes: reasons.map(({ code }) => code) };
}
/** What BE answers where NL shows what it likes, whatever its own node would have said. */
export async function answered(
  { nl, be }: Pick<ConsentingPeers, 'nl' | 'be'>,
  request: AccessRequest,
  presented: readonly (string | null)[],
) {
  const plain = {
    method: 'POST',
    url: `${be.url}/exchange/requests`,
    headers: {
      'content-type': 'application/json',
      'tripoint-instrument': 'treaty',
      'tripoint-budget': '20000',
    },
    body: Buffer.from(canonicalJson({ register: registerOfPeers, request, query: null, presented })),
  };
  const sent = await signRequest(plain, nl.node.key(), stamp(nl.node));
  const received = await receive(be.node, sent, new AbortController().signal);
  if (!('answer' in received)) return received.refused.code;
  return Padded.parse(JSON.parse(Buffer.from(received.answer.body).toString('utf8'))).answer.outcome;
}

export const eventsOf = ({ node }: PeerNode, subject: string) =>
  node.database.read(async (tx) => {
    const { rows } = await sql<{ event: string; register: string | null }>`
      select event, register from platform.journal where subject = ${subject} and register is null order by id`.execute(
      tx,
    );
    return rows.map(({ event }) => event);
  });
export const seenIn = ({ node }: PeerNode, id: string) =>
  node.database.read(async (tx) => {
    const { rows } = await sql<{ payload: { readonly seen: { readonly consents: unknown } } }>`
      select payload from platform.journal join platform.journal_payload on entry = journal.id
      where subject = ${`exchange_requests/${id}`} and event in ('exchange.asked', 'exchange.decided')`.execute(
      tx,
    );
    return rows.map(({ payload }) => payload.seen.consents);
  });

/** A consent that BE never gave, as its node might say it. */
export const sayingOf = ({ clock }: PeerNode, changes: Partial<ConsentSaid> = {}): ConsentSaid => ({
  register: registerOfPeers,
  id: newConsentId(),
  supplier: 'BE',
  receiver: 'NL',
  instrument: 'treaty',
  data_set: null,
  case_reference: 'synthetic-case-1',
  purpose: 'evidence',
  conditions: null,
  from: '2030-01-01' as PartialDate,
  until: null,
  given: '2030-01-10' as PartialDate,
  at: instantOf(clock.now().epochMilliseconds),
  ...changes,
});

export const allowed = { outcome: 'content', by: 'BE', codes: [] };
export const deniedHere = { outcome: 'denied', by: 'NL', codes: ['not_met'] };
export const deniedThere = { outcome: 'denied', by: 'BE', codes: ['not_met'] };
