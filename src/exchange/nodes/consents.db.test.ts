import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { undoBatch } from '#platform/records/batches.ts';
import {
  allowed,
  answered,
  asked,
  asLog,
  type ConsentingPeers,
  carry,
  deniedHere,
  deniedThere,
  eventsOf,
  give,
  hand,
  lawOfConsents,
  noteOf,
  openConsenting,
  openConsentingPeers,
  post,
  requestFor,
  saidIn,
  seenIn,
  sign,
  withdraw,
} from '../../../test/support/consenting-peers.ts';
import { type PeerNode, registerOfPeers } from '../../../test/support/peer-node.ts';
import { listNotesOf, tellOfConsents } from './consents/store.ts';
import { consentsIn, handConsents, takeConsentNote } from './consents.ts';
import { instantOf, withdrawalForm } from './model.ts';
import { publishLaw } from './publish.ts';
import { replayDecisions } from './replay.ts';
import { startRounds } from './rounds.ts';
import { signStatement } from './statement.ts';

let peers: ConsentingPeers;
let nl: PeerNode;
let be: PeerNode;
let lu: PeerNode;
beforeAll(async () => {
  peers = await openConsentingPeers();
  ({ nl, be, lu } = peers);
});
afterAll(async () => {
  for (const peer of Object.values(peers ?? {})) await peer.close();
});

describe('A consent that was given', () => {
  test('is signed, handed over and shown: before that nothing leaves, and after it both decide by it', async () => {
    const id = await give(be);
    const early = requestFor(id);
    expect(await asked(nl, early)).toEqual(deniedHere);
    expect(await eventsOf(be, `exchange_requests/${early.id}`)).toEqual([]);
    expect(await carry(be)).toEqual([1, 1]);
    expect(await carry(be)).toEqual([0, 0]);
    expect(await noteOf(nl, id)).toBe(await noteOf(be, id));
    expect(await eventsOf(be, `consents/${id}`)).toEqual(['exchange.consent_signed']);
    expect(await eventsOf(nl, `consents/${id}`)).toEqual(['exchange.consent_taken']);
    const request = requestFor(id);
    expect(await asked(nl, request)).toEqual(allowed);
    const taken = {
      id,
      supplier: 'BE',
      receiver: 'NL',
      to: 'evidence',
      instrument: 'treaty',
      dataSet: null,
      case: 'synthetic-case-1',
      from: '2030-01-10',
      until: null,
    };
    expect(await seenIn(nl, request.id)).toEqual([[taken]]);
    expect(await seenIn(be, request.id)).toEqual([[taken]]);
  });

  test('is named by who asks, or he is asked for it', async () => {
    expect(await asked(nl, requestFor(null))).toEqual({ ...deniedHere, codes: ['not_stated'] });
  });

  test('counts for nothing where it is named and not shown', async () => {
    const id = await give(be);
    await carry(be);
    expect(await answered({ nl, be }, requestFor(id), [])).toBe('denied');
    expect(await answered({ nl, be }, requestFor(id), [await noteOf(nl, id)])).toBe('content');
  });

  test('is handed over again until the other has it, and taken once however often it comes', async () => {
    const id = await give(be);
    await sign(be);
    await give(be);
    await sign(be);
    let tries = 0;
    const away = async () => {
      tries += 1;
      throw new Error('Nobody is there');
    };
    expect(await handConsents(be.node, away, new Map())).toBe(0);
    expect(tries, 'one is enough to know that he is away').toBe(1);
    // It was taken, and nobody heard of it.
    await handConsents(
      be.node,
      async ({ url }, note) => {
        await post(`${url}/exchange/consents`, note);
        throw new Error('The line broke');
      },
      new Map(),
    );
    expect(await hand(be)).toBe(2);
    expect(await hand(be)).toBe(0);
    const note = await noteOf(be, id);
    expect(await takeConsentNote(nl.node, note ?? '')).toBe(204);
    expect(await eventsOf(nl, `consents/${id}`)).toEqual(['exchange.consent_taken']);
  });

  test.each([
    ['with the next round', 50, async () => {}],
    ['at once, when it is told', 600_000, () => be.node.database.write(tellOfConsents)],
  ])('is handed over by the running node %s', async (_when, every, tell) => {
    const rounds = await startRounds(be.node, { every });
    try {
      const id = await give(be);
      await tell();
      while ((await noteOf(nl, id)) === null) await wait(20);
      await withdraw(be, id);
      await tell();
      while ((await noteOf(nl, id, 'withdrawn')) === null) await wait(20);
    } finally {
      await rounds.stop();
    }
  });

  test('that was refused keeps nothing else waiting, and is tried again later', async () => {
    const [first, second] = [await give(be), await give(be)];
    await sign(be);
    const refusing = new Map();
    const status = async (_peer: unknown, note: string) => (saidIn(note).id === first ? 403 : 204);
    expect(await handConsents(be.node, status, refusing)).toBe(1);
    expect(refusing.get('NL')).toEqual(new Set([first]));
    expect(await handConsents(be.node, async () => 204, refusing)).toBe(0);
    expect(await hand(be)).toBe(1);
    expect([await noteOf(nl, first), await noteOf(nl, second)]).toEqual([await noteOf(be, first), null]);
  });

  test('that holds no longer, was withdrawn before, or is of a party elsewhere is not signed', async () => {
    const withdrawn = await give(be);
    await withdraw(be, withdrawn);
    const ids = [await give(be, { until: '2030-01-10' }), withdrawn, await give(be, { supplier: 'LU' })];
    expect(await sign(be)).toBe(0);
    for (const id of ids) expect(await noteOf(be, id)).toBe(null);
  });

  test('that is longer than a note is not signed, and the log of the node says so without a word of it', async () => {
    const id = await give(be, { conditions: 'SYN-CANARY '.repeat(500) });
    expect(await sign(be)).toBe(0);
    expect(await noteOf(be, id)).toBe(null);
    expect(be.said.join('\n')).toContain(id);
    expect(be.said.join('\n')).not.toContain('SYN-CANARY');
  });
});

describe('A withdrawal', () => {
  test('closes at the supplier’s at once, and is shown in vain before the asker has heard of it', async () => {
    const id = await give(be);
    await carry(be);
    expect(await asked(nl, requestFor(id))).toEqual(allowed);
    await withdraw(be, id);
    const request = requestFor(id);
    expect(await asked(nl, request)).toEqual(deniedThere);
    expect(await seenIn(be, request.id)).toMatchObject([[{ id, until: '2030-01-10' }]]);
    expect(await carry(be)).toEqual([1, 1]);
    expect(await asked(nl, requestFor(id))).toEqual(deniedHere);
    // Whoever has the note shows it all the same.
    expect(await answered({ nl, be }, requestFor(id), [await noteOf(nl, id)])).toBe('denied');
  });

  test('may come before its consent, which then opens nothing', async () => {
    const id = await give(be);
    await sign(be);
    await withdraw(be, id);
    await sign(be);
    const [given, withdrawn] = [await noteOf(be, id), await noteOf(be, id, 'withdrawn')];
    expect(await takeConsentNote(nl.node, withdrawn ?? '')).toBe(204);
    expect(await takeConsentNote(nl.node, given ?? '')).toBe(204);
    expect(await asked(nl, requestFor(id))).toEqual(deniedHere);
    // Nobody tells why.
    expect(withdrawn).not.toContain('The trial is over');
  });

  test('is signed of what was taken back as if it had never been on record', async () => {
    const id = await give(be, {}, 'sheet-1');
    await carry(be);
    expect(await asked(nl, requestFor(id))).toEqual(allowed);
    const order = {
      register: registerOfPeers,
      batch: 'sheet-1',

      actor: 'test',
      party: 'BE',
    };
    expect(await be.node.database.write((tx) => undoBatch(tx, be.clock, order))).toMatchObject({ ok: true });
    expect(await asked(nl, requestFor(id))).toEqual(deniedThere);
    expect(await carry(be)).toEqual([1, 1]);
    expect(await carry(be)).toEqual([0, 0]);
    expect(await asked(nl, requestFor(id))).toEqual(deniedHere);
  });

  test('that another signed, or that is played again, ends no consent', async () => {
    const [ended, id] = [await give(be), await give(be)];
    await carry(be);
    await withdraw(be, ended);
    await carry(be);
    const at = instantOf(nl.clock.now().epochMilliseconds);
    const {
      instrument: ______,
      data_set: _______,
      case_reference: _,
      purpose: __,
      conditions: ___,
      from: ____,
      until: _____,
      given,
      ...same
    } = saidIn(await noteOf(be, id));
    const said = { ...same, at, on: given as never };
    for (const [name, { node }] of [
      ['LU', lu],
      ['BE', lu],
      ['NL', nl],
      ['BE', nl],
    ] as const)
      expect(
        await takeConsentNote(nl.node, signStatement(withdrawalForm, said, asLog(name, node.key()))),
      ).toBe(403);
    // By the node of its own party, of a consent of that name: another's.
    const ofLu = signStatement(withdrawalForm, { ...said, supplier: 'LU' }, asLog('LU', lu.node.key()));
    expect(await takeConsentNote(nl.node, ofLu)).toBe(204);
    const notes = await nl.node.database.read((tx) => listNotesOf(tx, [id]));
    expect(notes.map(({ supplier, what }) => [supplier, what])).toEqual([
      ['BE', 'given'],
      ['LU', 'withdrawn'],
    ]);
    expect(consentsIn(notes, given as never)).toMatchObject([{ id, until: null }]);
    const once = (await noteOf(be, ended, 'withdrawn')) ?? '';
    expect(await takeConsentNote(nl.node, once)).toBe(204);
    expect(await takeConsentNote(nl.node, once.replaceAll(ended, id))).toBe(403);
    expect(await eventsOf(nl, `consents/${ended}`)).toEqual([
      'exchange.consent_taken',
      'exchange.consent_taken',
    ]);
    expect(await asked(nl, requestFor(id))).toEqual(allowed);
  });
});

test('Between two parties of one node a consent is signed and shown on the same way', async () => {
  const whole = await openConsenting('tripoint', { parties: null, duties: ['secretariat'] });
  try {
    await publishLaw(whole.node, registerOfPeers, async () => lawOfConsents);
    const id = await give(whole);
    const here = { by: 'tripoint', codes: ['not_met'] };
    expect(await asked(whole, requestFor(id))).toEqual({ ...here, outcome: 'denied' });
    expect(await sign(whole)).toBe(1);
    expect(await asked(whole, requestFor(id))).toEqual({ outcome: 'content', by: 'tripoint', codes: [] });
    await withdraw(whole, id);
    expect(await asked(whole, requestFor(id))).toEqual({ ...here, outcome: 'denied' });
    expect(await sign(whole)).toBe(1);
    expect(await asked(whole, requestFor(id))).toEqual({ ...here, outcome: 'denied' });
    const { decisions, ...rest } = await whole.node.database.read(replayDecisions);
    expect(rest).toEqual({ erased: 0, different: [] });
    expect(decisions).toBe(6);
  } finally {
    await whole.close();
  }
});

test('Every decision on a consent follows again from what was seen of it', async () => {
  for (const { node } of [nl, be]) {
    const { decisions, ...rest } = await node.database.read(replayDecisions);
    expect(rest).toEqual({ erased: 0, different: [] });
    expect(decisions).toBeGreaterThan(5);
  }
});
