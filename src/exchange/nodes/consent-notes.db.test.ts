import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  allowed,
  answered,
  asked,
  asLog,
  type ConsentingPeers,
  carry,
  deniedHere,
  eventsOf,
  followLaw,
  give,
  hand,
  noteOf,
  openConsenting,
  openConsentingPeers,
  post,
  requestFor,
  saidIn,
  sayingOf,
  seenIn,
  sign,
  withdraw,
} from '../../../test/support/consenting-peers.ts';
import { agree, type PeerNode, registerOfPeers } from '../../../test/support/peer-node.ts';
import { cosignNote, noteText, signNote, verifierKey } from '../log/signed-note.ts';
import { ask } from './ask.ts';
import { createCalls } from './call.ts';
import { readConsentNote, takeConsentNote } from './consents.ts';
import { rotateKey, takeKeyChange } from './key-changes.ts';
import type { OwnKey } from './keys.ts';
import { type ConsentSaid, consentForm, instantOf, longestConsentNote } from './model.ts';
import { signStatement, statementText } from './statement.ts';

const program = fileURLToPath(new URL('../../../verify/tripoint-verify.mjs', import.meta.url));

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

describe('A note of a consent', () => {
  const saying = (changes: Partial<ConsentSaid> = {}) => sayingOf(nl, changes);
  const refused = async (note: string) => {
    const status = await takeConsentNote(nl.node, note);
    const read = readConsentNote(note);
    expect(read === null ? null : await noteOf(nl, read.said.id)).toBe(null);
    expect(read === null ? [] : await eventsOf(nl, `consents/${read.said.id}`)).toEqual([]);
    return status;
  };

  test('that another than the supplier’s node signed is not taken', async () => {
    for (const [name, { node }] of [
      ['LU', lu],
      ['BE', lu],
      ['secretariat', peers.secretariat],
      ['NL', nl],
      ['BE', nl],
    ] as const)
      expect(await refused(signStatement(consentForm, saying(), asLog(name, node.key())))).toBe(403);
    // By whom it should be, but under no name of a log, or of another form.
    const key = be.node.key();
    expect(await refused(signStatement(consentForm, saying(), { name: 'BE', key: key.key }))).toBe(403);
    const other = { ...consentForm, form: 'contract/1' };
    expect(await refused(signStatement(other, saying(), asLog('BE', key)))).toBe(400);
  });

  test('of which a word was changed is not taken', async () => {
    const note = signStatement(consentForm, saying(), asLog('BE', be.node.key()));
    expect(await refused(note.replace('synthetic-case-1', 'synthetic-case-2'))).toBe(403);
    expect(await refused(note.replace('"evidence"', '"disclosure"'))).toBe(403);
    expect(await refused(note.replace('"conditions":null', '"conditions": null'))).toBe(400);
    expect(await refused(note.replace('— tripoint/BE', '— tripoint/LU'))).toBe(403);
    expect(await refused(`${note}${'x'.repeat(longestConsentNote)}`)).toBe(400);
    expect(await refused('')).toBe(400);
    expect(await post(`${nl.url}/exchange/consents`, 'x'.repeat(longestConsentNote + 1))).toBe(413);
    expect(await post(`${nl.url}/exchange/consents`, 'nothing')).toBe(400);
  });

  test('for a party that is not here, of a register that is not, of a party that is, or of later is not taken', async () => {
    const signed = (changes: Partial<ConsentSaid>) =>
      signStatement(consentForm, saying(changes), asLog('BE', be.node.key()));
    expect(await refused(signed({ receiver: 'LU' }))).toBe(403);
    expect(await refused(signed({ register: 'unheard' }))).toBe(403);
    expect(await refused(signed({ supplier: 'NL', receiver: 'NL' }))).toBe(403);
    // Another with a contract is not believed about NL here.
    const other = await openConsenting('DE');
    try {
      await agree(nl, other);
      const said = saying({ supplier: 'NL' });
      expect(await refused(signStatement(consentForm, said, asLog('DE', other.node.key())))).toBe(403);
    } finally {
      await other.close();
    }
    const later = nl.clock.now().epochMilliseconds + 61_000;
    expect(await refused(signed({ at: instantOf(later) }))).toBe(403);
  });

  test('that says something else under an id that is known changes nothing', async () => {
    const id = await give(be);
    await carry(be);
    const said = { ...saidIn(await noteOf(be, id)), case_reference: 'synthetic-case-2' };
    const other = signStatement(consentForm, said, asLog('BE', be.node.key()));
    expect(await takeConsentNote(nl.node, other)).toBe(409);
    expect(await noteOf(nl, id)).toBe(await noteOf(be, id));
  });

  test('beyond what a node may send is not taken, and whoever plays one again uses nothing of that up', async () => {
    const id = await give(be);
    await carry(be);
    const note = (await noteOf(be, id)) ?? '';
    await nl.reopen({ limit: { perSecond: 0.001, atOnce: 1 } });
    for (let sent = 0; sent < 3; sent += 1) expect(await takeConsentNote(nl.node, note)).toBe(204);
    const signed = () => signStatement(consentForm, saying(), asLog('BE', be.node.key()));
    expect(await takeConsentNote(nl.node, signed())).toBe(204);
    expect(await refused(signed())).toBe(429);
    await nl.reopen();
  });

  test('is shown in vain for another case, another receiver or another purpose', async () => {
    const ids = {
      case: await give(be, { case_reference: 'synthetic-case-2' }),
      receiver: await give(be, { receiver: 'LU' }),
      purpose: await give(be, { purpose: 'disclosure' }),
    };
    await sign(be);
    await hand(be);
    for (const id of Object.values(ids)) {
      expect(await asked(nl, requestFor(id))).toEqual(deniedHere);
      expect(await answered({ nl, be }, requestFor(id), [await noteOf(be, id)])).toBe('denied');
    }
    expect(await answered({ nl, be }, requestFor(ids.case), [await noteOf(be, ids.case)])).toBe('denied');
    // The note of one consent shows no other, however alike.
    const [good, alike] = [await give(be), await give(be)];
    await carry(be);
    expect(await answered({ nl, be }, requestFor(good), [await noteOf(be, alike)])).toBe('denied');
    expect(await answered({ nl, be }, requestFor(good), [await noteOf(be, ids.case)])).toBe('denied');
    expect(await answered({ nl, be }, requestFor(ids.case), [await noteOf(be, good)])).toBe('denied');
  });

  test('is shown in vain for what was had by another instrument, or of another data set', async () => {
    const [other, plates] = [
      await give(be, { instrument: 'other-treaty' }),
      await give(be, { data_set: 'plates' }),
    ];
    await carry(be);
    expect(await asked(nl, requestFor(other))).toEqual(deniedHere);
    expect(await answered({ nl, be }, requestFor(other), [await noteOf(be, other)])).toBe('denied');
    for (const changes of [{}, { data_set: 'persons' }]) {
      expect(await asked(nl, requestFor(plates, changes))).toEqual(deniedHere);
      expect(await answered({ nl, be }, requestFor(plates, changes), [await noteOf(be, plates)])).toBe(
        'denied',
      );
    }
    const fitting = requestFor(plates, { data_set: 'plates' });
    expect(await asked(nl, fitting)).toEqual(allowed);
    expect(await seenIn(be, fitting.id)).toMatchObject([[{ instrument: 'treaty', dataSet: 'plates' }]]);
    // A note of this node that says more than its record does.
    for (const changes of [{ instrument: 'other-treaty' }, { data_set: null }]) {
      const said = { ...saidIn(await noteOf(be, plates)), ...changes };
      const shown = signStatement(consentForm, said, asLog('BE', be.node.key()));
      const request = requestFor(plates, { data_set: 'plates' });
      expect(await answered({ nl, be }, request, [shown])).toBe('denied');
    }
  });

  test('of the form before, which named no instrument, is not taken and opens nothing', async () => {
    const { instrument: _, data_set: __, ...said } = saying();
    const first = { ...consentForm, form: 'consent/1' };
    const note = signStatement(first, said as ConsentSaid, asLog('BE', be.node.key()));
    expect(await refused(note)).toBe(400);
    const id = await give(be);
    await carry(be);
    const shown = signStatement(first, { ...said, id } as ConsentSaid, asLog('BE', be.node.key()));
    expect(await answered({ nl, be }, requestFor(id), [shown])).toBe('denied');
  });

  test('of a consent that is on no record, that was altered, or that its receiver signed is shown in vain', async () => {
    const id = await give(be);
    await carry(be);
    const note = (await noteOf(be, id)) ?? '';
    const said = saidIn(note);
    const never = saying();
    for (const [named, shown] of [
      [never.id, signStatement(consentForm, never, asLog('BE', be.node.key()))],
      [id, signStatement(consentForm, said, asLog('BE', nl.node.key()))],
      [id, signStatement(consentForm, said, asLog('NL', nl.node.key()))],
      [id, note.replace('Only in this trial', 'In every trial')],
      [id, signStatement(consentForm, { ...said, register: 'other' }, asLog('BE', be.node.key()))],
      [id, ''],
    ] as const)
      expect(await answered({ nl, be }, requestFor(named), [shown])).toBe('denied');
    expect(await answered({ nl, be }, requestFor(id), ['', 'x', note])).toBe('content');
    expect(
      await answered(
        { nl, be },
        requestFor(id),
        Array.from({ length: 21 }, () => note),
      ),
    ).toBe('request_invalid');
    expect(await answered({ nl, be }, requestFor(id), ['x'.repeat(longestConsentNote + 1)])).toBe(
      'request_invalid',
    );
  });

  test('is shown to the party that gave it, and to no other', async () => {
    const id = await give(be);
    await carry(be);
    // Of a consent of LU that has the same name, BE learns nothing.
    const ofLu = signStatement(consentForm, saying({ supplier: 'LU', id }), asLog('LU', lu.node.key()));
    expect(await takeConsentNote(nl.node, ofLu)).toBe(204);
    const request = requestFor(id);
    const bodies: string[] = [];
    const calls = createCalls();
    const spying: typeof calls = {
      ...calls,
      call: (peer, message, signal) =>
        calls.call(
          peer,
          async () => {
            const sent = await message();
            bodies.push(Buffer.from(sent.body).toString('utf8'));
            return sent;
          },
          signal,
        ),
    };
    const question = { register: registerOfPeers, request, query: null, actor: 'test', budget: 20_000 };
    expect(await ask(nl.node, spying, question)).toMatchObject({ outcome: 'content' });
    expect(bodies.length).toBe(1);
    expect(bodies[0]).toContain(`${id}`);
    expect(bodies[0]).not.toContain('tripoint/LU');
    expect(bodies[0]).toContain('tripoint/BE');
    expect(await seenIn(nl, request.id)).toMatchObject([[{ id, supplier: 'BE' }]]);
    expect(await seenIn(nl, request.id)).toMatchObject([{ length: 1 }]);
  });
});

describe('The file of a note', () => {
  const vkeyOf = (node: string, { publicKey }: OwnKey, of: 'log' | 'cosigner' = 'log') =>
    verifierKey({ name: `tripoint/${node}`, publicKey }, of);
  const run = async (note: string, vkeys: readonly string[], signer?: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'tripoint-note-'));
    const file = join(folder, 'note.txt');
    await writeFile(file, note);
    const keys = vkeys.flatMap((vkey) => ['--key', vkey]);
    const named = signer === undefined ? [] : ['--signer', `tripoint/${signer}`];
    const ran = spawnSync(process.execPath, [program, 'consent', file, ...keys, ...named], {
      encoding: 'utf8',
    });
    await rm(folder, { recursive: true });
    return ran;
  };
  const verify = async (note: string, key: OwnKey) => {
    const { status, stdout } = await run(note, [vkeyOf('BE', key)]);
    return { status, verdict: JSON.parse(stdout) };
  };

  test('is the signer’s whom the caller names, whoever else signed it, and no co-signer’s', async () => {
    const id = await give(be);
    await sign(be);
    const note = (await noteOf(be, id)) ?? '';
    const both = [vkeyOf('BE', be.node.key()), vkeyOf('NL', nl.node.key())];
    const forged = signStatement(consentForm, saidIn(note), asLog('NL', nl.node.key()));
    const statuses = async (file: string, vkeys = both) => [
      (await run(file, vkeys, 'BE')).status,
      (await run(file, vkeys, 'NL')).status,
      (await run(file, vkeys)).status,
    ];
    // Of several names none is taken for whose it must be: wrong usage, whatever the file is.
    expect(await statuses(note)).toEqual([0, 1, 2]);
    expect(await statuses(forged)).toEqual([1, 0, 2]);
    expect((await run(forged, both)).stderr).toContain('--signer NAME');
    // BE saw it as a co-signer sees the checkpoint of another's log.
    const seen = cosignNote(forged, asLog('BE', be.node.key()), 1);
    const all = [...both, vkeyOf('BE', be.node.key(), 'cosigner')];
    expect(await statuses(seen, all)).toEqual([1, 0, 2]);
    expect((await run(seen, [vkeyOf('BE', be.node.key(), 'cosigner')])).status).toBe(1);
    const alone = cosignNote(`${noteText(note)}\n`, asLog('BE', be.node.key()), 1);
    expect((await run(alone, all, 'BE')).status).toBe(1);
    expect((await run(note, [vkeyOf('NL', nl.node.key())], 'BE')).status).toBe(1);
  });

  test('is checked outside by the key of the node that signed it, and one that was altered is found out', async () => {
    const id = await give(be);
    await sign(be);
    await withdraw(be, id);
    await sign(be);
    const key = be.node.key();
    for (const what of ['given', 'withdrawn']) {
      const note = (await noteOf(be, id, what)) ?? '';
      const { status, verdict } = await verify(note, key);
      expect([status, verdict.faults]).toEqual([0, []]);
      expect(verdict).toMatchObject({
        form: what === 'given' ? 'consent/2' : 'consent-withdrawal/1',
        said: { id, supplier: 'BE', receiver: 'NL' },
        signers: [{ name: 'tripoint/BE' }],
      });
      expect((await verify(note.replace(id, `${id}0`), key)).status).toBe(1);
      expect((await verify(note, nl.node.key())).status).toBe(1);
    }
    const contract = signStatement(
      { ...consentForm, form: 'contract/1' },
      saidIn(await noteOf(be, id)),
      asLog('BE', key),
    );
    expect(await verify(contract, key)).toMatchObject({
      status: 1,
      verdict: { faults: [{ fault: 'unreadable' }] },
    });
    // Signed, and written in another way than the one that is signed.
    const text = statementText(consentForm, saidIn(await noteOf(be, id))).replace('":"', '": "');
    expect((await verify(signNote(text, asLog('BE', key)), key)).verdict.faults).toEqual([
      { fault: 'not_canonical' },
    ]);
  });
});

describe('A key', () => {
  test('that has ended signs no consent that anybody takes, whenever it says that it did', async () => {
    const earlier = await give(be);
    await carry(be);
    const id = await give(be);
    await sign(be);
    const old = be.node.key();
    const before = await noteOf(be, id);
    const statement = await rotateKey(be.node, be.dataFolder);
    expect(await takeKeyChange(nl.node, statement)).toBe(true);
    for (const peer of Object.values(peers)) peer.forward({ minutes: 2 });
    await followLaw(peers);
    // What was signed in time and not handed over is signed anew.
    const said = { ...saidIn(before), id: 'consent-dated-back' };
    const dated = signStatement(consentForm, said, asLog('BE', old));
    expect(await takeConsentNote(nl.node, dated)).toBe(403);
    expect(await takeConsentNote(nl.node, before ?? '')).toBe(403);
    expect(await hand(be)).toBe(1);
    expect(await noteOf(nl, id)).not.toBe(before);
    expect(await noteOf(nl, id)).toBe(await noteOf(be, id));
    expect(await eventsOf(be, `consents/${id}`)).toEqual([
      'exchange.consent_signed',
      'exchange.consent_signed',
    ]);
    expect(await asked(nl, requestFor(id))).toEqual(allowed);
    // The note from before is no worse for it where its record is.
    expect(await answered({ nl, be }, requestFor(id), [before])).toBe('content');
    // Signed anew after it was taken, it says the same.
    const again = {
      ...saidIn(await noteOf(nl, id)),
      at: instantOf(nl.clock.now().epochMilliseconds + 1_000),
    };
    const anew = signStatement(consentForm, again, asLog('BE', be.node.key()));
    expect(await takeConsentNote(nl.node, anew)).toBe(204);
    expect(await noteOf(nl, id)).toBe(await noteOf(be, id));
    // One that was taken while its key signed still opens.
    expect(await asked(nl, requestFor(earlier))).toEqual(allowed);
  });
});
