import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

export type CheckState = 'planned' | 'agreed' | 'running' | 'closed' | 'withdrawn';
export type CheckAct = 'plan' | 'amend' | 'withdraw' | 'agree' | 'begin' | 'record_result' | 'close';

/** `agree` leads on once all have; a plan that changes is agreed to anew. While a check runs its plan stays as it was agreed. */
export const checkLifecycle: Lifecycle<CheckState, CheckAct> = {
  planned: { amend: 'planned', withdraw: 'withdrawn', agree: 'agreed' },
  agreed: { amend: 'planned', withdraw: 'withdrawn', begin: 'running' },
  running: { record_result: 'running', close: 'closed' },
  closed: {},
  withdrawn: {},
};

/** In which nothing is left to do on a check. */
export const endStates: readonly CheckState[] = ['closed', 'withdrawn'];

/** Services that take part beside the tax administrations (M(2019)9; report, §12.2.4). */
export const services = ['tax', 'customs', 'veterinary'] as const;
export type Service = (typeof services)[number];

/** What a state says of an item: how it changed hands, and where it was. */
export const factSorts = ['sale', 'purchase', 'movement', 'ownership'] as const;
export type FactSort = (typeof factSorts)[number];

/** As what a sale or purchase was declared. */
export const treatments = [
  'intra_community',
  'margin_scheme',
  'domestic',
  'third_country',
  'private',
  'not_declared',
] as const;
export type Treatment = (typeof treatments)[number];

/** In the place of a number: somebody who has none, and whom nobody names here. */
export const privatePerson = 'private';

/** A check that states do together: what it is about, who takes part, when. It names no trader. */
export const JointCheck = recordSchema(
  {
    id: IdField,
    title: z.string(),
    goods: IdField,
    /** Parties whose delegates check together, and see of one another what is said of these items. */
    states: z.array(IdField),
    services: z.array(z.enum(services)),
  },
  {
    about: TextField,
    /** Who is told of the plan and sees no more of it: regions and others with a part in the body. */
    invited: z.array(IdField),
    /** Numbers of the items, for those who check. */
    items: z.array(z.string()),
    from: DateField,
    until: DateField,
    /** Made up, and marked so wherever it is shown. */
    synthetic: z.boolean(),
  },
);

export const jointChecks = defineKind({
  name: 'vat_joint_checks',
  schema: JointCheck,
  label: {
    nl: { one: 'Gezamenlijke controle', many: 'Gezamenlijke controles' },
    fr: { one: 'Contrôle conjoint', many: 'Contrôles conjoints' },
    de: { one: 'Gemeinsame Prüfung', many: 'Gemeinsame Prüfungen' },
    en: { one: 'Joint check', many: 'Joint checks' },
  },
  visibility: 'participants',
  titleFrom: ['title'],
  yearFrom: ['from'],
  partyFrom: ['states'],
  href: (id) => `/practice/vat/checks/${id}`,
});

/** What one state says of one item of a check. Whom the state does not know is absent, and so is an amount that it does not know. */
export const CheckFact = recordSchema(
  {
    id: IdField,
    check: IdField,
    state: IdField,
    item: z.string(),
    sort: z.enum(factSorts),
    date: DateField,
  },
  {
    /** VAT numbers, or `private`. */
    seller: TextField,
    buyer: TextField,
    /** Euro cents. */
    cents: z.int(),
    declared_as: z.enum(treatments),
    /** Of a movement, from where to where; of an owner, what else is known. */
    detail: TextField,
    /** The sheet that brought it; absent: it was written in a form. */
    sheet: IdField,
    /** From when it counts no longer, and why: it stays on record. */
    withdrawn_on: DateField,
    withdrawn_for: TextField,
    synthetic: z.boolean(),
  },
);

export const checkFacts = defineKind({
  name: 'vat_joint_check_facts',
  schema: CheckFact,
  label: {
    nl: { one: 'Feit van een gezamenlijke controle', many: 'Feiten van gezamenlijke controles' },
    fr: { one: 'Fait d’un contrôle conjoint', many: 'Faits de contrôles conjoints' },
    de: { one: 'Tatsache einer gemeinsamen Prüfung', many: 'Tatsachen gemeinsamer Prüfungen' },
    en: { one: 'Fact of a joint check', many: 'Facts of joint checks' },
  },
  visibility: 'participants',
  titleFrom: ['item'],
  yearFrom: ['date'],
  partyFrom: ['state'],
  href: (id) => `/practice/vat/checks/facts/${id}`,
});

/** A sheet of facts that a state brought: what each of its rows came to. */
export const CheckSheet = recordSchema(
  {
    id: IdField,
    check: IdField,
    state: IdField,
    name: z.string(),
    sha256: z.string(),
    rows: z.object({ in: z.int(), accepted: z.int(), corrected: z.int(), quarantined: z.int() }),
    findings: z.array(
      z.object({
        row: z.int(),
        place: z.string(),
        code: z.string(),
        was: z.string(),
        became: z.string().nullable(),
      }),
    ),
  },
  {},
);

export const checkSheets = defineKind({
  name: 'vat_joint_check_sheets',
  schema: CheckSheet,
  label: {
    nl: { one: 'Blad met feiten', many: 'Bladen met feiten' },
    fr: { one: 'Feuille de faits', many: 'Feuilles de faits' },
    de: { one: 'Blatt mit Tatsachen', many: 'Blätter mit Tatsachen' },
    en: { one: 'Sheet of facts', many: 'Sheets of facts' },
  },
  visibility: 'participants',
  titleFrom: ['name'],
  partyFrom: ['state'],
  href: (id) => `/practice/vat/checks/sheets/${id}`,
});

export const jointCheckKinds = [jointChecks, checkFacts, checkSheets];
