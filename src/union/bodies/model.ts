import { z } from 'zod';
import { languages } from '#kernel/languages.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';
import {
  DateField,
  FreeField,
  IdField,
  MissingField,
  recordSchema,
  TextField,
  TextList,
} from '#platform/records/fields.ts';
import { defineKind, type Kind } from '#platform/records/kind.ts';

/** Roles a party can have in a body, as the import layout names its lists. */
export const participationRoles = [
  'member',
  'participant',
  'partly',
  'observer',
  'guest',
  'consulted',
] as const;
export type ParticipationRole = (typeof participationRoles)[number];

/** What a group can be proposed as; a file may name others. */
export const groupKinds = ['strategic', 'operational', 'temporary', 'network', 'forum', 'pilot'] as const;

/** States of a group's lifecycle (facts/union.md, section 4). */
export const groupStates = [
  'proposed',
  'active',
  'dormant',
  'abolished',
  'merged',
  'converted',
  'rejected',
] as const;
export type GroupState = (typeof groupStates)[number];

/** What can be done to a group, and from which state to which (facts/union.md, section 4). */
export const groupActs = [
  'activate',
  'reject',
  'put_to_sleep',
  'revive',
  'abolish',
  'merge',
  'convert',
] as const;
export type GroupAct = (typeof groupActs)[number];
export const groupLifecycle: Lifecycle<GroupState, GroupAct> = {
  proposed: { activate: 'active', reject: 'rejected' },
  active: { put_to_sleep: 'dormant', abolish: 'abolished', merge: 'merged', convert: 'converted' },
  dormant: { revive: 'active', abolish: 'abolished', merge: 'merged', convert: 'converted' },
  abolished: {},
  merged: {},
  converted: {},
  rejected: {},
};

/**
 * What parties do in a group while it lasts, none of which changes its state: what has ended opens its papers to nobody new, is
 * steered by nobody and has no contact point to hand over (§3.3, §3.4).
 */
export type PartAct = 'place' | 'join' | 'admit' | 'leave' | 'end_part' | 'hand_over';
const whileItLasts = (state: GroupState): Readonly<Record<PartAct, GroupState>> => ({
  place: state,
  join: state,
  admit: state,
  leave: state,
  end_part: state,
  hand_over: state,
});
export const partLifecycle: Lifecycle<GroupState, PartAct> = {
  proposed: whileItLasts('proposed'),
  active: whileItLasts('active'),
  dormant: whileItLasts('dormant'),
  abolished: {},
  merged: {},
  converted: {},
  rejected: {},
};

export const Party = recordSchema(
  { id: IdField },
  {
    name: TextField,
    kind: TextField,
    parent: IdField,
    default_role: TextField,
    liaison_officer_at_secretariat: z.boolean(),
    cannot_be_party_to: TextField,
    role_note: TextField,
    since: DateField,
    observer_since: DateField,
  },
);

export const Body = recordSchema(
  { id: IdField },
  {
    name: TextField,
    kind: TextField,
    parent: IdField,
    party: IdField,
    decides: z.boolean(),
    functions: TextList,
    powers: TextList,
    members: z.record(z.string(), z.int()),
    composition_note: TextField,
    frequency: FreeField,
    duration_minutes: FreeField,
    usual_setting: TextField,
    usual_month: TextField,
    host: TextField,
    led_by: TextField,
    chair: TextField,
    former_name: TextField,
    established: DateField,
    renamed: DateField,
    presidency_term_years: z.number(),
    plenary_per_year: z.number(),
    committee_meetings_per_year: z.number(),
    bureau: TextField,
    plenary_location: TextField,
    committee_location: TextField,
    in_scope: z.boolean(),
    recommended_frequency: TextField,
    meetings_counted: z.record(z.string(), z.int()),
    meeting_months: z.record(z.string(), TextList),
    minutes_inspected_from: DateField,
  },
);

export const Role = recordSchema(
  { id: IdField },
  {
    name: TextField,
    organisation: TextField,
    duties: TextList,
    duty: TextField,
    rotation: TextField,
    since_2014: TextField,
    since_agreed: DateField,
  },
);

export const Group = recordSchema(
  { id: IdField },
  {
    code: TextField,
    name: TextField,
    case: IdField,
    kind: TextField,
    parent: IdField,
    status: z.enum(groupStates),
    status_as_of: DateField,
    status_missing: MissingField,
    created: DateField,
    created_missing: MissingField,
    ended: DateField,
    predecessor: TextField,
    successor: IdField,
    reason: TextField,
    formalised: DateField,
    first_meeting: DateField,
    end_date: DateField,
    duration_years: z.number(),
    frequency: FreeField,
    chair: TextField,
    host: TextField,
    led_by: TextField,
    initiator: TextField,
    secretariat: TextField,
    chair_of_working_groups: TextField,
    participants: z.array(IdField),
    partly: z.array(IdField),
    observers: z.array(IdField),
    observer_since: z.record(z.string(), DateField),
    regular_guests: z.array(IdField),
    former: z.array(
      z.looseObject({
        party: IdField,
        role: z.enum(participationRoles).nullish(),
        from: DateField.nullish(),
        until: DateField.nullish(),
      }),
    ),
    participants_organisations: TextList,
    area: z.array(IdField),
    topics: TextList,
    stakeholders_approx: z.number(),
    cofinanced_by: TextField,
    strategic_consultation: z.boolean(),
    contact_points_missing: z.array(IdField),
    initiative: IdField,
    mandate: TextField,
    dormant_months: z.int(),
    steering_waiver: TextField,
    /** Why another body steers it than before. */
    placed_because: TextField,
  },
);

export const Participation = recordSchema(
  { id: IdField, body: IdField, party: IdField, role: z.enum(participationRoles) },
  { from: DateField, to: DateField, reason: TextField },
);

/** A person is named to those who take part in the body, not to the public. */
export const Contact = recordSchema(
  { id: IdField, body: IdField, party: IdField },
  {
    organisation: TextField,
    person: TextField,
    vacant: z.boolean(),
    from: DateField,
    to: DateField,
    handover: TextField,
  },
);

/** What a group must remember when those who knew it have left (§3.4, §15.4); open to those who take part in it. */
export const GroupNote = recordSchema(
  { id: IdField, body: IdField, date: DateField, text: z.string() },
  { party: IdField },
);

/** Which post holds the file of a dossier, and what it left to the one after it (§5.2.1, §12.4); no person is named. */
export const DossierHolder = recordSchema(
  { id: IdField, case: IdField, holder: z.string() },
  { from: DateField, to: DateField, handover: TextField },
);

/**
 * Who is competent in a field in which a region may not act alone (§7.2.1, §7.4): the state that it is a part of, or whichever party
 * it is, and which government or ministry there.
 */
export const Competence = recordSchema(
  { id: IdField, party: IdField, field: z.string(), held_by: IdField },
  { government: TextField, from: DateField, evidence: TextField },
);

/** Which body may do what; the id is the power. */
/** `hears`: bodies and parties that were consulted before it is used (§6.2.1, §7.2.1). */
export const Power = recordSchema(
  { id: IdField, body: IdField },
  { name: TextField, hears: z.array(IdField) },
);

const declaredParties = defineKind({
  name: 'parties',
  schema: Party,
  label: {
    nl: { one: 'Partij', many: 'Partijen' },
    fr: { one: 'Partie', many: 'Parties' },
    de: { one: 'Partei', many: 'Parteien' },
    en: { one: 'Party', many: 'Parties' },
  },
  titleFrom: ['name'],
});

const stateNames = new Map<string, Intl.DisplayNames>();

/** What a state is usually called in a language (CLDR). */
function stateName(code: string, language: string): string | undefined {
  const names =
    stateNames.get(language) ?? new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  stateNames.set(language, names);
  return names.of(code);
}

/** ISO 3166-1 code of a party that is a state: it goes by the code, and by the usual name of it in some language. */
export function stateCodeOf(id: string, { texts }: LocalizedText): string | null {
  const isUsual = ([language, name]: [string, string]) => stateName(id, language) === name;
  return /^[A-Z]{2}$/.test(id) && Object.entries(texts).some(isUsual) ? id : null;
}

/** A state has its usual names in the languages in which its source does not name it. */
export const parties: Kind = {
  ...declaredParties,
  title: (body) => {
    const title = declaredParties.title(body);
    const code = stateCodeOf(String(body.id), title);
    if (code === null) return title;
    const usual = languages.map((language) => [language, stateName(code, language)]);
    return { ...title, texts: { ...Object.fromEntries(usual), ...title.texts } };
  },
};

export const bodies = defineKind({
  name: 'bodies',
  schema: Body,
  label: {
    nl: { one: 'Orgaan', many: 'Organen' },
    fr: { one: 'Organe', many: 'Organes' },
    de: { one: 'Organ', many: 'Organe' },
    en: { one: 'Body', many: 'Bodies' },
  },
  titleFrom: ['name'],
  partyFrom: ['party'],
  href: (id) => `/bodies/${id}`,
});

export const roles = defineKind({
  name: 'roles',
  schema: Role,
  label: {
    nl: { one: 'Rol', many: 'Rollen' },
    fr: { one: 'Rôle', many: 'Rôles' },
    de: { one: 'Rolle', many: 'Rollen' },
    en: { one: 'Role', many: 'Roles' },
  },
  titleFrom: ['name'],
});

export const groups = defineKind({
  name: 'working_groups',
  schema: Group,
  label: {
    nl: { one: 'Werkgroep', many: 'Werkgroepen' },
    fr: { one: 'Groupe de travail', many: 'Groupes de travail' },
    de: { one: 'Arbeitsgruppe', many: 'Arbeitsgruppen' },
    en: { one: 'Working group', many: 'Working groups' },
  },
  titleFrom: ['name', 'code'],
  yearFrom: ['created'],
  partyFrom: ['participants', 'partly', 'observers', 'regular_guests'],
  href: (id) => `/groups/${id}`,
});

export const participations = defineKind({
  name: 'participations',
  schema: Participation,
  label: {
    nl: { one: 'Deelname', many: 'Deelnames' },
    fr: { one: 'Participation', many: 'Participations' },
    de: { one: 'Teilnahme', many: 'Teilnahmen' },
    en: { one: 'Participation', many: 'Participations' },
  },
  titleFrom: ['body'],
  yearFrom: ['from'],
  partyFrom: ['party'],
});

export const contacts = defineKind({
  name: 'contacts',
  schema: Contact,
  visibility: 'participants',
  label: {
    nl: { one: 'Aanspreekpunt', many: 'Aanspreekpunten' },
    fr: { one: 'Point de contact', many: 'Points de contact' },
    de: { one: 'Ansprechstelle', many: 'Ansprechstellen' },
    en: { one: 'Contact point', many: 'Contact points' },
  },
  titleFrom: ['organisation'],
  partyFrom: ['party'],
});

export const dossierHolders = defineKind({
  name: 'dossier_holders',
  schema: DossierHolder,
  label: {
    nl: { one: 'Dossierhouder', many: 'Dossierhouders' },
    fr: { one: 'Gestionnaire de dossier', many: 'Gestionnaires de dossiers' },
    de: { one: 'Dossierverantwortliche Stelle', many: 'Dossierverantwortliche Stellen' },
    en: { one: 'Holder of a file', many: 'Holders of files' },
  },
  titleFrom: ['holder'],
  yearFrom: ['from'],
});

export const groupNotes = defineKind({
  name: 'group_notes',
  schema: GroupNote,
  visibility: 'participants',
  label: {
    nl: { one: 'Notitie van een werkgroep', many: 'Notities van werkgroepen' },
    fr: { one: 'Note d’un groupe', many: 'Notes de groupes' },
    de: { one: 'Notiz einer Gruppe', many: 'Notizen von Gruppen' },
    en: { one: 'Note of a group', many: 'Notes of groups' },
  },
  titleFrom: ['text'],
  yearFrom: ['date'],
  partyFrom: ['party'],
});

export const competences = defineKind({
  name: 'competences',
  schema: Competence,
  label: {
    nl: { one: 'Bevoegdheid van een hoofdstad', many: 'Bevoegdheden van hoofdsteden' },
    fr: { one: 'Compétence d’une capitale', many: 'Compétences de capitales' },
    de: { one: 'Zuständigkeit einer Hauptstadt', many: 'Zuständigkeiten von Hauptstädten' },
    en: { one: 'Competence of a capital', many: 'Competences of capitals' },
  },
  titleFrom: ['field'],
  partyFrom: ['party'],
});

export const powers = defineKind({
  name: 'powers',
  schema: Power,
  label: {
    nl: { one: 'Bevoegdheid', many: 'Bevoegdheden' },
    fr: { one: 'Compétence', many: 'Compétences' },
    de: { one: 'Befugnis', many: 'Befugnisse' },
    en: { one: 'Power', many: 'Powers' },
  },
  titleFrom: ['name', 'id'],
});

export const bodyKinds = [
  parties,
  bodies,
  roles,
  powers,
  groups,
  participations,
  contacts,
  groupNotes,
  dossierHolders,
  competences,
];
