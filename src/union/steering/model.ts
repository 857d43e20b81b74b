import { z } from 'zod';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

/** What stood in a field before, and why another value replaced it: what was recorded stays to be seen. */
const Replaced = z.strictObject({ field: z.string(), stood: z.string(), on: DateField, reason: z.string() });
export type Replaced = z.output<typeof Replaced>;
const replaced = { replaced: z.array(Replaced) };

/**
 * What has to be written down so that steering can be seen (§15.2.1): in which rhythm the ministries of a state meet (§3.4), whether
 * the bureau of parliament was met on the priorities (§6.2.1), what a national parliament was told of them (§3.6.1), what became of
 * a pilot at the European level (§15.1.3), and when the accounts of a year were presented (§8.1).
 */
export const rhythms = defineKind({
  name: 'agreed_rhythms',
  schema: recordSchema(
    { id: IdField, party: IdField, per_year: z.int().min(1), from: DateField },
    { evidence: TextField, ...replaced },
  ),
  label: {
    nl: { one: 'Afgesproken ritme', many: 'Afgesproken ritmes' },
    fr: { one: 'Rythme convenu', many: 'Rythmes convenus' },
    de: { one: 'Vereinbarter Rhythmus', many: 'Vereinbarte Rhythmen' },
    en: { one: 'Agreed rhythm', many: 'Agreed rhythms' },
  },
  titleFrom: ['id'],
  yearFrom: ['from'],
  partyFrom: ['party'],
  href: () => '/steering',
});

export const coordinationMeetings = defineKind({
  name: 'coordination_meetings',
  schema: recordSchema({ id: IdField, party: IdField, date: DateField }, { evidence: TextField }),
  label: {
    nl: { one: 'Interdepartementaal overleg', many: 'Interdepartementale overleggen' },
    fr: { one: 'Réunion interministérielle', many: 'Réunions interministérielles' },
    de: { one: 'Ressortabstimmung', many: 'Ressortabstimmungen' },
    en: { one: 'Interdepartmental meeting', many: 'Interdepartmental meetings' },
  },
  titleFrom: ['id'],
  yearFrom: ['date'],
  partyFrom: ['party'],
  href: () => '/steering',
});

export const prioritiesMeetings = defineKind({
  name: 'priorities_meetings',
  schema: recordSchema(
    { id: IdField, year: z.int() },
    {
      asked: DateField,
      held: DateField,
      counterpart: TextField,
      evidence: TextField,
      reason: TextField,
      ...replaced,
    },
  ),
  label: {
    nl: { one: 'Overleg over de prioriteiten', many: 'Overleggen over de prioriteiten' },
    fr: { one: 'Réunion sur les priorités', many: 'Réunions sur les priorités' },
    de: { one: 'Gespräch über die Prioritäten', many: 'Gespräche über die Prioritäten' },
    en: { one: 'Meeting on the priorities', many: 'Meetings on the priorities' },
  },
  titleFrom: ['year'],
  yearFrom: ['year'],
  href: () => '/steering',
});

export const parliamentAccounts = defineKind({
  name: 'parliament_accounts',
  schema: recordSchema(
    { id: IdField, party: IdField, presidency: IdField, date: DateField },
    { chamber: TextField, document: TextField },
  ),
  label: {
    nl: {
      one: 'Verantwoording aan een nationaal parlement',
      many: 'Verantwoordingen aan nationale parlementen',
    },
    fr: { one: 'Compte rendu à un parlement national', many: 'Comptes rendus aux parlements nationaux' },
    de: { one: 'Bericht an ein nationales Parlament', many: 'Berichte an nationale Parlamente' },
    en: { one: 'Account to a national parliament', many: 'Accounts to national parliaments' },
  },
  titleFrom: ['document'],
  yearFrom: ['date'],
  partyFrom: ['party'],
  href: () => '/steering',
});

export const uptakes = ['taken_over', 'not_taken_over', 'still_weighed'] as const;
export type Uptake = (typeof uptakes)[number];

export const pilotUptakes = defineKind({
  name: 'pilot_uptakes',
  schema: recordSchema(
    { id: IdField, pilot: IdField, uptake: z.enum(uptakes), date: DateField, evidence: z.string() },
    replaced,
  ),
  label: {
    nl: { one: 'Gevolg van een pilot in Europa', many: 'Gevolgen van pilots in Europa' },
    fr: { one: 'Suite européenne d’un projet pilote', many: 'Suites européennes de projets pilotes' },
    de: { one: 'Europäische Folge eines Pilotprojekts', many: 'Europäische Folgen von Pilotprojekten' },
    en: { one: 'What Europe made of a pilot', many: 'What Europe made of pilots' },
  },
  titleFrom: ['pilot'],
  yearFrom: ['date'],
  href: () => '/steering',
});

/** The accounts of one year; the id is the year. */
export const accountYears = defineKind({
  name: 'account_years',
  schema: recordSchema(
    { id: IdField, year: z.int() },
    { due: DateField, presented: DateField, evidence: TextField, ...replaced },
  ),
  label: {
    nl: { one: 'Jaarrekening', many: 'Jaarrekeningen' },
    fr: { one: 'Comptes annuels', many: 'Comptes annuels par année' },
    de: { one: 'Jahresrechnung', many: 'Jahresrechnungen' },
    en: { one: 'Accounts of a year', many: 'Accounts by year' },
  },
  titleFrom: ['year'],
  yearFrom: ['year'],
  href: () => '/steering',
});

export const steeringKinds = [
  rhythms,
  coordinationMeetings,
  prioritiesMeetings,
  parliamentAccounts,
  pilotUptakes,
  accountYears,
];
