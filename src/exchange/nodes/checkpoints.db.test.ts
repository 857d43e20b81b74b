import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendJournal, sequenceJournal } from '#platform/journal/journal.ts';
import { agree, openPeer, type PeerNode } from '../../../test/support/peer-node.ts';
import { checkpointText } from '../log/checkpoint.ts';
import { cosignNote, openNote, signNote } from '../log/signed-note.ts';
import { gatherCosignatures, makeCheckpoint, submissionFor, witness } from './checkpoints.ts';
import { rotateKey } from './key-changes.ts';
import { findCheckpoint } from './store.ts';

const now = '2030-01-10T12:00:00Z';
let nl: PeerNode;
let seer: PeerNode;
let lu: PeerNode;
beforeAll(async () => {
  const open = (name: string) => openPeer({ name, parties: [], duties: [] }, { now, services: [] });
  [nl, seer, lu] = [await open('NL'), await open('witness'), await open('LU')];
  await agree(nl, seer);
});
afterAll(async () => {
  for (const peer of [nl, seer, lu]) await peer?.close();
});

/** The log with that many entries more, and its checkpoint. */
async function grow({ node, clock }: PeerNode, count: number) {
  const entries = Array.from({ length: count }, () => ({
    event: 'exchange.tried',
    actor: 'test',
    payload: {},
  }));
  await node.database.write((tx) => appendJournal(tx, clock, entries));
  await sequenceJournal(node.database);
  const made = await makeCheckpoint(node);
  if (made === null) throw new Error('The log did not grow');
  return made;
}
type Made = Awaited<ReturnType<typeof grow>>;
const submitted = (made: Made, old: number) => nl.node.database.read((tx) => submissionFor(tx, made, old));
const refusal = async (text: string) => {
  const found = await witness(seer.node, text);
  return found.ok ? null : [found.status, found.text];
};
const seen = () => seer.node.database.read((tx) => findCheckpoint(tx, 'tripoint/NL'));
/** A checkpoint that the log's own key signs, whatever it says. */
const forged = ({ origin, size, root }: Pick<Made, 'origin' | 'size' | 'root'>): Made => ({
  origin,
  size,
  root,
  note: signNote(checkpointText({ origin, size, root }), { name: origin, key: nl.node.key().key }),
});

describe('A witness', () => {
  test('puts its name under a log that grew, and only its own', async () => {
    await grow(nl, 20);
    const submit = async (_peer: unknown, text: string) => {
      const found = await witness(seer.node, text);
      return found.ok ? { status: 200, text: found.line } : { status: found.status, text: found.text };
    };
    expect(await gatherCosignatures(nl.node, submit)).toBe(1);
    await grow(nl, 300);
    expect(await gatherCosignatures(nl.node, submit)).toBe(1);
    const kept = await nl.node.database.read((tx) => findCheckpoint(tx, 'tripoint/NL'));
    const name = 'tripoint/witness';
    expect(openNote(kept?.note ?? '', [{ name, publicKey: seer.node.key().publicKey }])).toMatchObject({
      signatures: [{ name, seenAt: Date.parse(now) / 1000 }],
    });
    expect((await seen())?.size).toBe(kept?.size);
  });

  test('that was away puts its name under it later, though the log did not grow, and is not asked again', async () => {
    const made = await grow(nl, 7);
    const newest = async () => (await nl.node.database.read((tx) => findCheckpoint(tx, 'tripoint/NL')))?.note;
    expect(await gatherCosignatures(nl.node, async () => ({ status: 0, text: '' }))).toBe(0);
    expect(await newest()).toBe(made.note);
    let asked = 0;
    const submit = async (_peer: unknown, text: string) => {
      asked += 1;
      const found = await witness(seer.node, text);
      return found.ok ? { status: 200, text: found.line } : { status: found.status, text: found.text };
    };
    // Whoever else gathers meanwhile loses no name.
    const both = await Promise.all([
      gatherCosignatures(nl.node, submit),
      gatherCosignatures(nl.node, submit),
    ]);
    expect(Math.max(...both)).toBe(1);
    const name = 'tripoint/witness';
    const signed = openNote((await newest()) ?? '', [{ name, publicKey: seer.node.key().publicKey }]);
    expect(signed?.signatures.map((one) => one.name)).toEqual([name]);
    const before = asked;
    expect([await gatherCosignatures(nl.node, submit), asked]).toEqual([0, before]);
  });

  test('that answers anything but its name under the checkpoint is let go, and the checkpoint stays as it was', async () => {
    const made = await grow(nl, 4);
    const line = (name: string, { node }: PeerNode) =>
      cosignNote(made.note, { name, key: node.key().key }, 1).slice(made.note.length);
    const cosigned = line('tripoint/witness', seer);
    const own = signNote(checkpointText(made), { name: 'tripoint/witness', key: seer.node.key().key });
    const answers = [
      '',
      '\n',
      'nothing',
      'nothing\n',
      `${cosigned}${cosigned}`,
      `${cosigned}\n`,
      `${cosigned}— x AAAA\n`,
      `\n${cosigned}`,
      cosigned.trimEnd(),
      cosigned.replace('witness', 'stranger'),
      `${cosigned.slice(0, -6)}AAA=\n`,
      line('tripoint/witness', lu),
      line('tripoint/NL', nl),
      own.slice(made.note.lastIndexOf('\n\n') + 2),
      `— x ${'A'.repeat(2_000_000)}\n`,
    ];
    const newest = async () => (await nl.node.database.read((tx) => findCheckpoint(tx, 'tripoint/NL')))?.note;
    for (const text of answers) {
      expect([await gatherCosignatures(nl.node, async () => ({ status: 200, text })), text]).toEqual([
        0,
        text,
      ]);
      expect(await newest()).toBe(made.note);
    }
    expect(await gatherCosignatures(nl.node, async () => ({ status: 200, text: cosigned }))).toBe(1);
    expect(await newest()).toBe(made.note + cosigned);
  });

  test('that is asked about an older state says at which size it saw the log last', async () => {
    const { size } = (await seen()) as Made;
    const made = await grow(nl, 5);
    for (const old of [0, 20]) expect(await refusal(await submitted(made, old))).toEqual([409, `${size}\n`]);
    expect(await refusal(await submitted(made, size))).toBe(null);
    // The same once more, with where it stands now, is no harm.
    expect(await refusal(await submitted(made, made.size))).toBe(null);
  });

  test('signs no log that shrank', async () => {
    const last = (await seen()) as Made;
    const earlier = forged({ ...last, size: 20 });
    expect(await refusal(`old ${last.size}\n\n${earlier.note}`)).toEqual([422, 'the log shrank\n']);
    expect((await seen())?.size).toBe(last.size);
  });

  test('signs no second log of one size, nor one that goes on from another', async () => {
    const last = (await seen()) as Made;
    const root = Buffer.alloc(32, 7);
    expect(await refusal(`old ${last.size}\n\n${forged({ ...last, root }).note}`)).toEqual([
      409,
      'not a continuation\n',
    ]);
    const made = await grow(nl, 3);
    const proof = (await submitted(made, last.size)).split('\n\n')[0];
    expect(await refusal(`${proof}\n\n${forged({ ...made, root }).note}`)).toEqual([
      422,
      'not a continuation\n',
    ]);
    // Nor the true one without its proof.
    expect(await refusal(`old ${last.size}\n\n${made.note}`)).toEqual([422, 'not a continuation\n']);
    expect((await seen())?.root.equals(last.root)).toBe(true);
    expect(await refusal(await submitted(made, last.size))).toBe(null);
  });

  test('signs nothing that the log did not sign, with a key that is good now, nor of a log that it does not know', async () => {
    const { size } = (await seen()) as Made;
    const made = await grow(nl, 1);
    const text = await submitted(made, size);
    const [proof = ''] = text.split('\n\n');
    const said = checkpointText(made);
    const byAnother = signNote(said, { name: made.origin, key: lu.node.key().key });
    expect(await refusal(`${proof}\n\n${byAnother}`)).toEqual([403, 'not signed by the log\n']);
    expect(await refusal(`${proof}\n\n${said}\n`)).toEqual([403, 'not signed by the log\n']);
    const strange = signNote(said.replace('NL', 'LU'), { name: 'tripoint/LU', key: lu.node.key().key });
    expect(await refusal(`old 0\n\n${strange}`)).toEqual([404, 'unknown log\n']);
    await rotateKey(nl.node, nl.dataFolder);
    nl.forward({ minutes: 2 });
    const later = forged(made);
    expect(await refusal(`${proof}\n\n${later.note}`)).toEqual([403, 'not signed by the log\n']);
  });

  test.each([
    '',
    'old\n\n',
    'old -1\n\nx\n',
    'old 1e3\n\nx\n',
    'old 0\nnothing\n\nx\n',
    `old 0\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(65)}\nx\n`,
  ])('takes %j for nothing', async (text) => {
    expect(await refusal(text)).toEqual([400, 'malformed\n']);
  });
});
