import { cases, indicators } from '#evidence';
import { bodies, contacts, groupStates, groups, parties } from '../bodies/model.ts';
import { commitmentOrigins, promises } from '../commitments/model.ts';
import { parliamentItems } from '../parliament/model.ts';
import { planItems, plans } from '../plans/model.ts';
import { mainThemes, presidencies } from '../programme/model.ts';
import { type Column, type SheetKind, titleLanguages } from './model.ts';

const translations = titleLanguages.map((key): Column => ({ key, type: 'text' }));

const id: Column = { key: 'id', type: 'text' };
/** Who can owe something. */
const holders = [bodies, groups, parties];
const note: Column = { key: 'note', type: 'text' };

export const sheetKinds: readonly SheetKind[] = [
  {
    kind: groups,
    title: ['name', ...titleLanguages, 'code'],
    natural: [],
    columns: [
      id,
      { key: 'code', type: 'text' },
      { key: 'name', type: 'text' },
      ...translations,
      { key: 'kind', type: 'text', byAction: true },
      { key: 'parent', type: 'reference', to: [bodies, groups], byAction: true },
      { key: 'status', type: 'choice', choices: groupStates, byAction: true },
      { key: 'status_as_of', type: 'date', byAction: true, past: true },
      { key: 'created', type: 'date', byAction: true, past: true },
      { key: 'participants', type: 'references', to: [parties], byAction: true },
      { key: 'observers', type: 'references', to: [parties], byAction: true },
      { key: 'chair', type: 'text' },
      { key: 'secretariat', type: 'text' },
      { key: 'mandate', type: 'text' },
      note,
    ],
  },
  {
    kind: contacts,
    title: ['organisation'],
    natural: ['body', 'party', 'organisation'],
    columns: [
      id,
      { key: 'body', type: 'reference', to: [groups, bodies], required: true },
      { key: 'party', type: 'reference', to: [parties], required: true },
      { key: 'organisation', type: 'text' },
      { key: 'person', type: 'text', personal: true },
      { key: 'vacant', type: 'yes_no' },
      { key: 'from', type: 'date' },
      { key: 'to', type: 'date' },
      note,
    ],
  },
  {
    kind: promises,
    title: ['what'],
    natural: [],
    columns: [
      id,
      { key: 'what', type: 'text', required: true },
      { key: 'language', type: 'choice', choices: ['nl', 'fr', 'de', 'en'] },
      { key: 'owner', type: 'reference', to: holders, required: true, byAction: true },
      { key: 'watcher', type: 'reference', to: holders, required: true, byAction: true },
      { key: 'due', type: 'date', required: true, byAction: true },
      { key: 'origin', type: 'choice', choices: commitmentOrigins },
      { key: 'made', type: 'date', byAction: true, past: true },
      note,
    ],
  },
  {
    kind: parliamentItems,
    title: ['subject', ...titleLanguages],
    natural: [],
    columns: [
      id,
      { key: 'subject', type: 'text' },
      ...translations,
      { key: 'kind', type: 'text' },
      { key: 'year', type: 'year' },
      { key: 'tabled', type: 'date', byAction: true, past: true },
      // Each of several has a clock of its own.
      { key: 'addressees', type: 'references', to: holders, byAction: true, formerly: 'addressee' },
      note,
    ],
  },
  {
    kind: planItems,
    title: ['name', ...titleLanguages],
    natural: [],
    within: 'plan',
    columns: [
      id,
      { key: 'plan', type: 'reference', to: [plans], required: true, byAction: true },
      { key: 'name', type: 'text' },
      ...translations,
      { key: 'text', type: 'text' },
      { key: 'theme', type: 'reference', to: [mainThemes] },
      { key: 'case', type: 'reference', to: [cases] },
      { key: 'proposed_by', type: 'reference', to: holders, required: true },
      { key: 'responsible', type: 'reference', to: holders, required: true },
      { key: 'expected', type: 'text', required: true },
      { key: 'indicator', type: 'reference', to: [indicators] },
      { key: 'target', type: 'number' },
      { key: 'presidency', type: 'reference', to: [presidencies] },
      { key: 'priority', type: 'text' },
      note,
    ],
  },
];

export const sheetKindNames = [
  'working_groups',
  'contacts',
  'promises',
  'parliament_items',
  'plan_items',
] as const;
export type SheetKindName = (typeof sheetKindNames)[number];

/** The declaration of a kind by its name. */
export function sheetKindOf(name: SheetKindName): SheetKind {
  const found = sheetKinds.find(({ kind }) => kind.name === name);
  if (found === undefined) throw new Error(`${name} is listed and not declared`);
  return found;
}
