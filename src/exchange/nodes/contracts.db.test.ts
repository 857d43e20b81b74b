import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPeer, type PeerNode } from '../../../test/support/peer-node.ts';
import { signNote } from '../log/signed-note.ts';
import { agreeContract, endContract, ownSide, proposeContract } from './contracts.ts';
import { revokeKey, rotateKey, takeKeyChange } from './key-changes.ts';
import { keyAt } from './keys.ts';
import { contractForm, instantOf, keyEndForm, Side } from './model.ts';
import { signStatement, statementText } from './statement.ts';
import { listKeyStatements, listKeys, listPeers } from './store.ts';

let nl: PeerNode;
let be: PeerNode;
let lu: PeerNode;
const now = '2030-01-10T12:00:00Z';
beforeAll(async () => {
  const open = (party: string) =>
    openPeer({ name: party, parties: [party], duties: [] }, { now, services: [] });
  [nl, be, lu] = [await open('NL'), await open('BE'), await open('LU')];
});
afterAll(async () => {
  for (const peer of [nl, be, lu]) await peer.close();
});

const side = ({ node, url }: PeerNode) => ownSide(node, url);
const fingerprint = ({ node }: PeerNode) => node.key().fingerprint;
const agreed = async (on: PeerNode, note: string, read: string) => {
  const found = await agreeContract(on.node, note, read);
  return found.ok ? null : found.fault;
};
const known = ({ node }: PeerNode) =>
  node.database.read(async (tx) => ({
    keys: (await listKeys(tx)).filter((key) => key.node !== node.self.name).map((key) => key.node),
    peers: (await listPeers(tx, node.self.name)).map((peer) => peer.node),
    entries: (await sql`select from platform.journal where event = 'exchange.contract'`.execute(tx)).rows
      .length,
  }));

const peersOf = ({ node }: PeerNode) => node.database.read((tx) => listPeers(tx, node.self.name));
const statementsOf = ({ node }: PeerNode) =>
  node.database.read((tx) => listKeyStatements(tx, node.self.name));

describe('A contract', () => {
  test('of which the fingerprint is not the one that was read out is refused', async () => {
    const note = proposeContract(nl.node, side(nl), side(be));
    expect(await agreed(be, note, fingerprint(lu))).toBe('exchange_contract_fingerprint_differs');
    expect(await agreed(be, note, '')).toBe('exchange_contract_fingerprint_differs');
  });

  test('between others, or with a key that is not ours, is refused', async () => {
    const others = proposeContract(nl.node, side(nl), side(be));
    expect(await agreed(lu, others, fingerprint(nl))).toBe('exchange_contract_not_ours');
    const stranger = { ...side(be), key: side(lu).key };
    expect(await agreed(be, proposeContract(nl.node, side(nl), stranger), fingerprint(nl))).toBe(
      'exchange_contract_key_not_ours',
    );
    const own = proposeContract(nl.node, side(nl), { ...side(be), node: 'NL' });
    expect(await agreed(nl, own, fingerprint(be))).toBe('exchange_contract_not_ours');
  });

  test('that the other did not sign, or of which a word was changed since, is refused', async () => {
    const said = { between: [side(nl), side(be)] as [Side, Side], from: instantOf(Date.parse(now)) };
    const text = statementText(contractForm, said);
    const byAnother = signNote(text, { name: 'NL', key: lu.node.key().key });
    expect(await agreed(be, byAnother, fingerprint(nl))).toBe('exchange_contract_unsigned');
    expect(await agreed(be, `${text}\n`, fingerprint(nl))).toBe('exchange_contract_unsigned');
    const note = proposeContract(nl.node, side(nl), side(be));
    expect(await agreed(be, note.replace('"parties":["NL"]', '"parties":["LU"]'), fingerprint(nl))).toBe(
      'exchange_contract_unsigned',
    );
    expect(await agreed(be, note.replace('"from"', '"form"'), fingerprint(nl))).toBe(
      'exchange_contract_unreadable',
    );
    expect(await agreed(be, 'nothing', fingerprint(nl))).toBe('exchange_contract_unreadable');
  });

  test('that was refused leaves nothing behind', async () => {
    expect(await known(be)).toEqual({ keys: [], peers: [], entries: 0 });
  });

  test.each([
    'ftp://nl.example',
    'file:///etc/passwd',
    'http://officer:word@nl.example',
    'http://nl.example?to=http://127.0.0.1:5432',
    'http://nl.example?',
    'http://nl.example#',
    'http://nl.example@127.0.0.1',
    'http://nl.example\\@127.0.0.1',
    'http://nl.example/',
    'http://nl.example /x',
    '//nl.example',
    '',
  ])('with the address %s is none', async (url) => {
    expect(Side.safeParse({ ...side(nl), url }).success).toBe(false);
    const note = proposeContract(nl.node, { ...side(nl), url }, side(be));
    expect(await agreed(be, note, fingerprint(nl))).toBe('exchange_contract_unreadable');
  });

  test('with a plain address may have a path before which nothing stands', () => {
    for (const url of ['https://nl.example', 'http://127.0.0.1:4101', 'https://state.example/tripoint'])
      expect(Side.safeParse({ ...side(nl), url }).success).toBe(true);
  });

  test('that both signed is kept by both, however often it is brought', async () => {
    const proposed = proposeContract(nl.node, side(nl), side(be));
    const signed = await agreeContract(be.node, proposed, fingerprint(nl));
    if (!signed.ok) throw new Error(signed.fault);
    expect(await agreed(nl, signed.note, fingerprint(be))).toBe(null);
    expect(await agreed(nl, signed.note, fingerprint(be))).toBe(null);
    expect(await known(nl)).toMatchObject({ keys: ['BE'], peers: ['BE'] });
    expect(await known(be)).toMatchObject({ keys: ['NL'], peers: ['NL'] });
  });

  test('with a second key for a node that is known is refused: that comes signed by the first', async () => {
    const impostor = { ...side(lu), node: 'NL', url: nl.url, parties: ['NL'] };
    const said = { between: [impostor, side(be)] as [Side, Side], from: instantOf(Date.parse(now)) };
    const note = signNote(statementText(contractForm, said), { name: 'NL', key: lu.node.key().key });
    expect(await agreed(be, note, fingerprint(lu))).toBe('exchange_contract_node_known');
    // Its own next key is no other case, as long as nobody was told of it.
    await rotateKey(nl.node, nl.dataFolder);
    expect(await agreed(be, proposeContract(nl.node, side(nl), side(be)), fingerprint(nl))).toBe(
      'exchange_contract_node_known',
    );
    expect(await known(be)).toMatchObject({ keys: ['NL'], peers: ['NL'] });
  });

  test('with a key that was revoked is refused, however well the other signs it', async () => {
    const old = nl.node.key();
    const olden = { ...nl.node, key: () => old };
    await rotateKey(nl.node, nl.dataFolder);
    const next = nl.node.key().fingerprint;
    const end = await revokeKey(nl.node, old.fingerprint);
    for (const note of [...(await statementsOf(nl)), end]) await takeKeyChange(be.node, note);
    be.forward({ minutes: 1 });
    const stolen = proposeContract(olden, ownSide(olden, 'https://elsewhere.example'), side(be));
    expect(await agreed(be, stolen, old.fingerprint)).toBe('exchange_contract_key_ended');
    expect(await peersOf(be)).toMatchObject([{ node: 'NL', url: nl.url }]);
    expect(await agreed(be, proposeContract(nl.node, side(nl), side(be)), next)).toBe(null);
  });

  test('that ended is in force no more, nor is one that it took the place of, and it cannot be brought again', async () => {
    const proposed = proposeContract(nl.node, side(nl), side(be));
    const signed = await agreeContract(be.node, proposed, fingerprint(nl));
    if (!signed.ok) throw new Error(signed.fault);
    // Somebody ended the newest alone: what it replaced does not come back.
    await be.node.database.owner
      .transaction()
      .execute((tx) =>
        sql`insert into exchange.contract_end (contract, ended_at, reason) values (${signed.id}, now(), 'test')`.execute(
          tx,
        ),
      );
    expect(await peersOf(be)).toEqual([]);
    expect(await agreed(be, signed.note, fingerprint(nl))).toBe('exchange_contract_ended');
    be.forward({ seconds: 1 });
    nl.forward({ minutes: 2 });
    const again = proposeContract(nl.node, side(nl), side(be));
    expect(await agreed(be, again, fingerprint(nl))).toBe(null);
    expect(await peersOf(be)).toMatchObject([{ node: 'NL' }]);
    expect((await endContract(be.node, 'NL', 'moved')).length).toBe(2);
    expect(await peersOf(be)).toEqual([]);
    expect(await endContract(be.node, 'NL', 'moved')).toEqual([]);
    expect(await endContract(be.node, 'nobody', 'moved')).toEqual([]);
    const { rows } = await be.node.database.read((tx) =>
      sql<{
        reason: string;
      }>`select payload->>'reason' as reason from platform.journal join platform.journal_payload
        on entry = id where event = 'exchange.contract_ended'`.execute(tx),
    );
    expect(rows).toEqual([{ reason: 'moved' }]);
  });

  test('of a node that lost its keys is agreed anew, with a key above all that it had, of which none speaks for it again', async () => {
    const lost = nl.node.key();
    const found = await openPeer({ name: 'NL', parties: ['NL'], duties: [] }, { now, services: [] });
    try {
      found.forward({ minutes: 5 });
      be.forward({ minutes: 5 });
      const propose = () => proposeContract(found.node, side(found), side(be));
      expect(await agreed(be, propose(), fingerprint(found))).toBe('exchange_contract_epoch_known');
      for (let epoch = 2; epoch <= lost.epoch + 1; epoch += 1) await rotateKey(found.node, found.dataFolder);
      expect(await agreed(be, propose(), fingerprint(found))).toBe(null);
      expect(await peersOf(be)).toMatchObject([{ node: 'NL', url: found.url }]);
      const before = Date.parse(now);
      const said = { node: 'NL', fingerprint: fingerprint(found), from: instantOf(before) };
      expect(await takeKeyChange(be.node, signStatement(keyEndForm, said, lost))).toBe(false);
      const keys = (await be.node.database.read(listKeys)).filter((key) => key.node === 'NL');
      const at = be.clock.now().epochMilliseconds;
      const good = keys.filter((key) => keyAt([key], key.fingerprint, at) !== null);
      expect(good.map((key) => key.fingerprint)).toEqual([fingerprint(found)]);
      // While there is a contract, nobody comes with another key by another.
      const impostor = { ...side(lu), node: 'NL', epoch: 50 };
      const between = { between: [impostor, side(be)] as [Side, Side], from: instantOf(at) };
      const note = signNote(statementText(contractForm, between), { name: 'NL', key: lu.node.key().key });
      expect(await agreed(be, note, fingerprint(lu))).toBe('exchange_contract_node_known');
    } finally {
      await found.close();
    }
  });

  test('with a node that claims the party of another, or of this one, or to publish what another does, is refused', async () => {
    const claim = async (on: PeerNode, name: string, what: Partial<Side>) => {
      const claiming = await openPeer(
        { name, parties: what.parties ?? [], duties: what.duties ?? [] },
        { now: instantOf(on.clock.now().epochMilliseconds), services: [] },
      );
      const note = proposeContract(claiming.node, side(claiming), side(on));
      return { found: await agreed(on, note, fingerprint(claiming)), close: () => claiming.close() };
    };
    const before = (await peersOf(be)).length;
    const claims: readonly (readonly [string, Partial<Side>, string | null])[] = [
      ['LU', { parties: ['LU', 'NL'] }, 'exchange_contract_party_taken'],
      ['FR', { parties: ['FR', 'BE'] }, 'exchange_contract_party_taken'],
      ['sg', { duties: ['secretariat'] }, null],
      ['sg-2', { duties: ['secretariat'] }, 'exchange_contract_secretariat_taken'],
      ['FR', { parties: ['FR'] }, null],
    ];
    for (const [name, what, fault] of claims) {
      const claimed = await claim(be, name, what);
      await claimed.close();
      expect([name, claimed.found]).toEqual([name, fault]);
    }
    expect((await peersOf(be)).length).toBe(before + 2);
    // Whose contract has ended left its parties to others.
    await endContract(be.node, 'FR', 'moved');
    const moved = await claim(be, 'FR-2', { parties: ['FR'] });
    await moved.close();
    expect(moved.found).toBe(null);
  });
});
