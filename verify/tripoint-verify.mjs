#!/usr/bin/env node
/**
 * Checks a log of Tripoint from outside: it needs Node 20 and this file, and shares no code with what wrote the log. Whoever kept
 * an earlier checkpoint finds whether anything that stood in the log then was deleted, altered, reordered or forked since.
 * A consent: whether the log of that NAME signed it, itself and not as a co-signer; where all keys are of one name, it is that one.
 * Whose name it must be, the file does not say: give that of the node with which you agreed for the supplier (`said.supplier`).
 * That its key signed at that moment (`at`) and that the consent was not withdrawn since is not in the file.
 *
 * tripoint-verify log FOLDER --key VKEY … [--earlier FILE]
 * tripoint-verify receipt FILE --key VKEY …
 * tripoint-verify consent FILE --key VKEY … --signer NAME
 *
 * FOLDER has `checkpoint` (a C2SP signed note) and `entries.jsonl`, a line an entry in the order of the log:
 * {"entry": {…, "payloadHash"}, "salt", "payload"}; the last two are absent where they were erased. VKEY is
 * name+hash+base64, as C2SP writes it. Prints one JSON value; exit status 0: all holds, 1: faults, 2: wrong usage.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafOf = (data) => sha256(Buffer.of(0), data);
const nodeOf = (left, right) => sha256(Buffer.of(1), left, right);

/** RFC 8785: keys in the order of their UTF-16 code units, numbers as ECMAScript writes them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** The root over leaves that come one by one: the roots of the complete subtrees so far, largest first. */
class GrowingRoot {
  size = 0;
  stack = [];
  add(leaf) {
    let node = leaf;
    for (let count = this.size; count % 2 === 1; count = Math.floor(count / 2))
      node = nodeOf(this.stack.pop(), node);
    this.stack.push(node);
    this.size += 1;
  }
  root() {
    if (this.size === 0) return sha256(Buffer.alloc(0));
    return this.stack.reduceRight((right, left) => nodeOf(left, right));
  }
}

/** Types of signature in C2SP `signed-note`, both Ed25519. */
const [plain, cosigned] = [1, 4];

/** What was given cannot be looked at: that says nothing of it, neither that it holds nor that it does not. */
class Unusable extends Error {}

function readGiven(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Unusable(`${file} cannot be read (${error.code})`);
  }
}

function readKey(text) {
  const [name, id, ...rest] = text.split('+');
  const bytes = Buffer.from(rest.join('+'), 'base64');
  if (!name || bytes.length !== 33) throw new Unusable(`${text} is no key`);
  const [type] = bytes;
  if (type !== plain && type !== cosigned) throw new Unusable(`${text} is a key of another kind`);
  const expected = sha256(`${name}\n`, bytes).subarray(0, 4);
  if (expected.toString('hex') !== id) throw new Error(`The hash of key ${name} is not its own`);
  const x = bytes.subarray(1).toString('base64url');
  return {
    name,
    type,
    id: expected,
    key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
  };
}

/** What a note says and who of those known signed it; throws where a line of somebody known is not his, or nobody known signed. */
function openNote(note, keys) {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new Error('It is no signed note');
  const text = note.slice(0, end + 1);
  const signers = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [dash, name, encoded, ...more] = line.split(' ');
    if (dash !== '—' || !encoded || more.length > 0) throw new Error('A line of its signatures is none');
    const bytes = Buffer.from(encoded, 'base64');
    const known = keys.find((one) => one.name === name && one.id.equals(bytes.subarray(0, 4)));
    if (known === undefined) continue;
    const seen = known.type === cosigned ? Number(bytes.readBigUInt64BE(4)) : null;
    const message = known.type === cosigned ? `cosignature/v1\ntime ${seen}\n${text}` : text;
    if (!verify(null, Buffer.from(message), known.key, bytes.subarray(known.type === cosigned ? 12 : 4)))
      throw new Error(`The signature of ${name} is not over this text`);
    signers.push({ name, seen });
  }
  if (signers.length === 0) throw new Error('Nobody whose key was given signed it');
  return { text, signers };
}

/**
 * What the checkpoint in a note says and who signed it; throws where the log whose name stands in it did not: others vouch for what
 * it said and cannot say it in its place.
 */
function openCheckpoint(note, keys) {
  const { text, signers } = openNote(note, keys);
  const [origin, size, root, last] = text.split('\n');
  if (!/^(0|[1-9]\d*)$/.test(size ?? '') || Buffer.from(root ?? '', 'base64').length !== 32 || last !== '')
    throw new Error('It is no checkpoint');
  if (!signers.some(({ name, seen }) => name === origin && seen === null))
    throw new Error(`The log ${origin} did not sign it, or its key was not given`);
  return { origin, size: Number(size), root: Buffer.from(root, 'base64'), signers };
}

/**
 * The leaf of an entry, from its fields, and whether its payload was erased, salt and all; a fault where what is beside it is not
 * what it vouches for, which a payload without its salt never is.
 */
function leafFrom(line, number, faults) {
  const { entry, salt, payload } = JSON.parse(line);
  const isErased = salt === undefined && payload === undefined;
  if (!isErased) {
    const isWhole = salt !== undefined && payload !== undefined;
    const vouched = isWhole ? sha256(canonical([salt, payload])).toString('hex') : null;
    if (vouched !== entry.payloadHash) faults.push({ fault: 'payload_differs', entry: number });
  }
  return { leaf: leafOf(sha256(canonical(entry))), isErased };
}

async function checkLog(folder, keys, earlierFile) {
  const faults = [];
  const opened = (file, fault) => {
    const note = readGiven(file);
    try {
      return openCheckpoint(note, keys);
    } catch (error) {
      faults.push({ fault, reason: error.message });
      return null;
    }
  };
  const checkpoint = opened(join(folder, 'checkpoint'), 'checkpoint_unsigned');
  const earlier = earlierFile === undefined ? null : opened(earlierFile, 'earlier_unsigned');
  if (checkpoint === null || (earlierFile !== undefined && earlier === null)) return { faults };
  const entries = join(folder, 'entries.jsonl');
  if (!existsSync(entries)) throw new Unusable(`${entries} cannot be read (ENOENT)`);
  const log = new GrowingRoot();
  let erased = 0;
  let then = earlier?.size === 0 ? log.root() : null;
  for await (const line of createInterface({ input: createReadStream(entries) })) {
    if (line === '') continue;
    const { leaf, isErased } = leafFrom(line, log.size, faults);
    if (isErased) erased += 1;
    log.add(leaf);
    if (log.size === earlier?.size) then = log.root();
    // What came after the checkpoint is of the next one.
    if (log.size === checkpoint.size) break;
  }
  if (log.size < checkpoint.size)
    faults.push({ fault: 'entries_missing', entries: log.size, checkpoint: checkpoint.size });
  else if (!log.root().equals(checkpoint.root)) faults.push({ fault: 'root_differs', size: checkpoint.size });
  if (earlier !== null) {
    if (earlier.origin !== checkpoint.origin)
      faults.push({ fault: 'another_log', earlier: earlier.origin, now: checkpoint.origin });
    if (checkpoint.size < earlier.size)
      faults.push({ fault: 'truncated', earlier: earlier.size, now: checkpoint.size });
    else if (then === null || !then.equals(earlier.root))
      faults.push({ fault: 'not_a_continuation', earlier: earlier.size });
  }
  const { origin, size, signers } = checkpoint;
  return { origin, size, entries: log.size, erased, signers, earlier: earlier?.size ?? null, faults };
}

/** RFC 9162, 2.1.3.2. */
function includes(leaf, index, { size, root }, proof) {
  let [place, last, found] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      found = nodeOf(sibling, found);
      while (place % 2 === 0 && place !== 0) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
    } else found = nodeOf(found, sibling);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return index >= 0 && index < size && last === 0 && found.equals(root);
}

function checkReceipt(file, keys) {
  const faults = [];
  const receipt = JSON.parse(readGiven(file));
  const isOne =
    typeof receipt?.checkpoint === 'string' &&
    Number.isInteger(receipt.index) &&
    Array.isArray(receipt.proof);
  if (!isOne) throw new Error('It is no receipt');
  const checkpoint = openCheckpoint(receipt.checkpoint, keys);
  const { leaf } = leafFrom(JSON.stringify(receipt), receipt.index, faults);
  const proof = receipt.proof.map((hash) => Buffer.from(hash, 'base64'));
  if (!includes(leaf, receipt.index, checkpoint, proof))
    faults.push({ fault: 'not_in_the_log', entry: receipt.index });
  return {
    origin: checkpoint.origin,
    size: checkpoint.size,
    signers: checkpoint.signers,
    index: receipt.index,
    faults,
  };
}

/** Whoever else signed it: only the signature of that name makes it a consent, and none by which it only vouches for what it saw. */
function checkConsent(file, keys, signer) {
  const { text, signers } = openNote(readGiven(file), keys);
  if (!signers.some(({ name, seen }) => name === signer && seen === null))
    throw new Error(`${signer} did not sign it, or its key was not given`);
  const [head, line, end, ...more] = text.split('\n');
  const form = /^tripoint (consent\/2|consent-withdrawal\/1)$/.exec(head)?.[1];
  if (form === undefined || end !== '' || more.length > 0)
    throw new Error('It is no consent, and no withdrawal of one');
  const said = JSON.parse(line);
  return {
    form,
    said,
    signer,
    signers,
    faults: canonical(said) === line ? [] : [{ fault: 'not_canonical' }],
  };
}

const { values, positionals } = parseArgs({
  options: {
    key: { type: 'string', multiple: true },
    earlier: { type: 'string' },
    signer: { type: 'string' },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});
const [what, path, ...more] = positionals;
/** Who must have signed a consent; undefined: of several names none was said. */
function signerAmong(keys) {
  const names = new Set(keys.map((text) => text.split('+')[0]));
  return values.signer ?? (names.size === 1 ? [...names][0] : undefined);
}
if (
  values.help ||
  !['log', 'receipt', 'consent'].includes(what ?? '') ||
  path === undefined ||
  more.length > 0 ||
  !values.key ||
  (what === 'consent' ? signerAmong(values.key) === undefined : values.signer !== undefined)
) {
  process.stderr.write(
    'tripoint-verify log FOLDER --key VKEY … [--earlier FILE]\ntripoint-verify receipt FILE --key VKEY …\n' +
      'tripoint-verify consent FILE --key VKEY … --signer NAME\n' +
      'NAME: whose signature it must be; needed where keys of several names are given.\n',
  );
  process.exitCode = 2;
} else {
  let verdict = null;
  try {
    const keys = values.key.map(readKey);
    if (what === 'log') verdict = await checkLog(path, keys, values.earlier);
    else if (what === 'receipt') verdict = checkReceipt(path, keys);
    else verdict = checkConsent(path, keys, signerAmong(values.key));
  } catch (error) {
    if (error instanceof Unusable) process.stderr.write(`${error.message}\n`);
    else verdict = { faults: [{ fault: 'unreadable', reason: error.message }] };
  }
  if (verdict === null) process.exitCode = 2;
  else {
    const count = verdict.faults.length;
    process.stderr.write(count === 0 ? 'All of it holds.\n' : `It does not hold: ${count} faults.\n`);
    process.stdout.write(`${JSON.stringify(verdict)}\n`);
    process.exitCode = count === 0 ? 0 : 1;
  }
}
