import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Register } from '#platform/records/registers.ts';
import { remember } from '#platform/records/remember.ts';
import { loadSnapshot, type RegisterSnapshot } from '#union';
import { type Law, readLaw } from './rules/law.ts';

const read = new WeakMap<RegisterSnapshot, Law>();

/** The register as it was known on a day, ready to be asked; read once for each of its states. */
export async function loadLaw(tx: Transaction, register: Register, knownAt: PartialDate): Promise<Law> {
  const day = lastDay(knownAt);
  const snapshot = await remember(register, ['law', day], () =>
    loadSnapshot(tx, { register: register.id, knownAt: day }),
  );
  const law = read.get(snapshot) ?? readLaw(snapshot, day);
  read.set(snapshot, law);
  return law;
}
