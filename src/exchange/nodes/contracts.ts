import { hash } from 'node:crypto';
import { appendJournal } from '#platform/journal/journal.ts';
import { openNote, signNote } from '../log/signed-note.ts';
import { fingerprintOf, publicKeyFrom, rawKeyOf } from './keys.ts';
import { type Contract, contractForm, instantOf, type Side } from './model.ts';
import { type ExchangeNode, hosts } from './node.ts';
import { statementText } from './statement.ts';
import {
  endContracts,
  endKey,
  insertContract,
  insertKey,
  isContractEnded,
  listKeys,
  listPeers,
  lockContracts,
  type Peer,
  readContract,
  type Self,
} from './store.ts';

/**
 * How two nodes come to know each other: each operator reads the fingerprint of his node's key to the other, by telephone or in
 * person, and both nodes sign the same text with both keys in it. Nothing that only came over the network is believed.
 */

/** What another must know of this node. */
export function ownSide(node: ExchangeNode, url: string): Side {
  const { epoch, publicKey } = node.key();
  const { name, parties, duties } = node.self;
  return {
    node: name,
    key: rawKeyOf(publicKey).toString('base64url'),
    epoch,
    url,
    parties: [...(parties ?? [])],
    duties: [...duties],
  };
}

/** A contract signed by this side alone: the other signs it, too, and sends it back. */
export function proposeContract(node: ExchangeNode, own: Side, other: Side): string {
  const contract: Contract = { between: [own, other], from: instantOf(node.clock.now().epochMilliseconds) };
  return signNote(statementText(contractForm, contract), { name: node.self.name, key: node.key().key });
}

export type ContractFault =
  | 'exchange_contract_unreadable'
  | 'exchange_contract_not_ours'
  | 'exchange_contract_key_not_ours'
  | 'exchange_contract_unsigned'
  | 'exchange_contract_fingerprint_differs'
  | 'exchange_contract_node_known'
  | 'exchange_contract_ended'
  | 'exchange_contract_key_ended'
  | 'exchange_contract_epoch_known'
  | 'exchange_contract_party_taken'
  | 'exchange_contract_secretariat_taken';

export type Agreed =
  | { readonly ok: true; readonly note: string; readonly id: string; readonly other: Side }
  | { readonly ok: false; readonly fault: ContractFault };

/**
 * Puts this node's name under a contract that the other signed, or takes back one that now has both, and believes the other's key
 * from then on. `fingerprint` is what the other's operator read out; it must be that of the key in the text.
 */
export async function agreeContract(node: ExchangeNode, note: string, fingerprint: string): Promise<Agreed> {
  const contract = readContract(note);
  if (contract === null) return { ok: false, fault: 'exchange_contract_unreadable' };
  const own = contract.between.find((side) => side.node === node.self.name);
  const other = contract.between.find((side) => side.node !== node.self.name);
  if (own === undefined || other === undefined) return { ok: false, fault: 'exchange_contract_not_ours' };
  const { publicKey, key } = node.key();
  if (own.key !== rawKeyOf(publicKey).toString('base64url'))
    return { ok: false, fault: 'exchange_contract_key_not_ours' };
  const theirs = publicKeyFrom(other.key);
  if (theirs === null) return { ok: false, fault: 'exchange_contract_unreadable' };
  if (fingerprintOf(theirs) !== fingerprint)
    return { ok: false, fault: 'exchange_contract_fingerprint_differs' };
  const names = (verifiers: Parameters<typeof openNote>[1]) => openNote(note, verifiers) !== null;
  if (!names([{ name: other.node, publicKey: theirs }]))
    return { ok: false, fault: 'exchange_contract_unsigned' };
  const text = statementText(contractForm, contract);
  const signed = names([{ name: node.self.name, publicKey }])
    ? note
    : `${note}${signNote(text, { name: node.self.name, key }).slice(text.length + 1)}`;
  const id = hash('sha256', text);
  const now = node.clock.now().epochMilliseconds;
  return node.database.write(async (tx): Promise<Agreed> => {
    await lockContracts(tx);
    if (await isContractEnded(tx, id)) return { ok: false, fault: 'exchange_contract_ended' };
    const peers = await listPeers(tx, node.self.name);
    const taken = takenBy(other, node.self, peers);
    if (taken !== null) return { ok: false, fault: taken };
    const known = (await listKeys(tx)).filter((one) => one.node === other.node);
    const kept = known.find((one) => one.fingerprint === fingerprint);
    if (kept !== undefined && kept.until !== null && kept.until <= now)
      return { ok: false, fault: 'exchange_contract_key_ended' };
    if (kept === undefined && known.length > 0) {
      // A second key for a node that is known comes by its own statement, signed with the first: but from one that lost it, after
      // the contract was ended here. It is newer than all that were, so that none of these speaks for the node again, or ends it.
      if (peers.some((peer) => peer.node === other.node))
        return { ok: false, fault: 'exchange_contract_node_known' };
      if (known.some(({ epoch }) => epoch >= other.epoch))
        return { ok: false, fault: 'exchange_contract_epoch_known' };
      for (const lost of known)
        await endKey(tx, lost.fingerprint, { at: now, reason: 'revoked', now, basis: `contract ${id}` });
    }
    await insertKey(
      tx,
      {
        fingerprint,
        node: other.node,
        epoch: other.epoch,
        publicKey: other.key,
        from: Date.parse(contract.from),
      },
      { now, basis: `contract ${id}` },
    );
    await insertContract(tx, { id, node: other.node, note: signed, now });
    await appendJournal(tx, node.clock, [
      { event: 'exchange.contract', actor: 'operator', payload: { id, note: signed } },
    ]);
    return { ok: true, note: signed, id, other };
  });
}

/**
 * A party speaks by one node, and one publishes the law: who claims what another has, or this one, would be answered in its name. Its
 * fingerprint says who it is, and nothing of for whom it speaks.
 */
function takenBy(other: Side, self: Self, peers: readonly Peer[]): ContractFault | null {
  const others = peers.filter(({ node }) => node !== other.node);
  if (
    other.parties.some((party) => hosts(self, party) || others.some((peer) => peer.parties.includes(party)))
  )
    return 'exchange_contract_party_taken';
  const publishes = ({ duties }: Pick<Side, 'duties'>) => duties.includes('secretariat');
  const isTaken = publishes(other) && (publishes({ duties: [...self.duties] }) || others.some(publishes));
  return isTaken ? 'exchange_contract_secretariat_taken' : null;
}

/**
 * Ends all contracts with a node, on this side and at once: nothing of it is heard from then on, and nothing told to it. Returns which
 * ended; none where there is no contract. Its keys stay known, for what they signed.
 */
export async function endContract(
  node: ExchangeNode,
  name: string,
  reason: string,
): Promise<readonly string[]> {
  return node.database.write(async (tx) => {
    const contracts = await endContracts(tx, { node: name, reason, now: node.clock.now().epochMilliseconds });
    if (contracts.length > 0)
      await appendJournal(tx, node.clock, [
        { event: 'exchange.contract_ended', actor: 'operator', payload: { node: name, contracts, reason } },
      ]);
    return contracts;
  });
}
