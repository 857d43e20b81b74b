import { lastDay } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext, ReadContext } from '#platform/module.ts';
import { instruments, listMembers, loadNames, type Names, plainName } from '#union';
import type { Law } from '../rules/law.ts';
import { loadLaw } from '../store.ts';
import type { NameOf } from '../text/reasons.ts';
import { type Openings, openingsOf } from './rules/openings.ts';
import { openingTexts } from './text/texts.ts';

/** The openings of some instruments at the page's moment, with the names of all that they speak of. */
export type LoadedOpenings = {
  readonly law: Law;
  /** By instrument: those that have provisions, in the register's order. */
  readonly openings: ReadonlyMap<string, Openings>;
  readonly names: Names;
  readonly nameOf: NameOf;
};

/** Of all instruments that have provisions, or of one. */
export async function loadOpenings(
  tx: Transaction,
  context: ReadContext,
  instrument?: string,
): Promise<LoadedOpenings> {
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const law = await loadLaw(tx, context.register, context.knownAt);
  const members = (await listMembers(tx, moment)).map(({ id }) => id);
  const held = [...law.provisions.keys()].filter((id) => instrument === undefined || id === instrument);
  const openings = new Map(
    held.map((id) => [id, openingsOf(law, id, members, lastDay(context.asOf))] as const),
  );
  const spoken = [
    held,
    [...openings.values()].map(({ parties, openings: each }) => [
      parties,
      each.map(({ provision: { adds }, pairs }) => [
        adds?.instrument ?? null,
        pairs.map(({ standing: { paths, reasons } }) => [paths.map(({ basis }) => basis), reasons]),
      ]),
    ]),
  ];
  const names = await loadNames(tx, moment, spoken, [instruments]);
  return { law, openings, names, nameOf: nameOfIn(law, names, context.language) };
}

/** What things are called in a sentence: a provision by its article and instrument. */
export function nameOfIn(law: Law, names: Names, language: Language): NameOf {
  const nameOf: NameOf = (kind, id) => {
    if (kind === 'parties') return plainName(id, names, language);
    if (kind === 'instruments') return plainName(id, names, language, [instruments]);
    const provision = law.provision.get(id);
    if (provision === undefined) return id;
    const title = nameOf('instruments', provision.instrument);
    const { articleIn } = openingTexts(language).page;
    return provision.article === null ? title : articleIn(provision.article, title);
  };
  return nameOf;
}

/** Whether it is known today that articles open something, of one instrument or of any: asked where nothing was known then. */
export async function isKnownToday(
  tx: Transaction,
  { register, clock }: PageContext,
  instrument?: string,
): Promise<boolean> {
  const today = await loadLaw(tx, register, todayOn(clock));
  return instrument === undefined ? today.provisions.size > 0 : today.provisions.has(instrument);
}
