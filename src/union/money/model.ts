import { z } from 'zod';
import { IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

export const CurrencyField = z.string().regex(/^[A-Z]{3}$/);
const Amount = z.number();

export const Budget = recordSchema({ year: z.int(), currency: CurrencyField }, { amount: Amount });

/** One key of the record a party, with its share; the shares sum to one. */
export const ContributionKey = recordSchema({ year: z.int() }, { basis: TextField });

export const DerivedContribution = recordSchema(
  { id: IdField, year: z.int(), currency: CurrencyField, amounts: z.record(z.string(), Amount) },
  {},
);

/** What a file says of its money beside the lists, as far as the page of the budget reads it. */
export const Finance = z.looseObject({
  facts: z.array(z.string()).nullish(),
  key_history: z
    .looseObject({ change: z.string().nullish(), source: z.array(z.string()).nullish() })
    .nullish(),
  source: z.array(z.string()).nullish(),
});

export const budgets = defineKind({
  name: 'budgets',
  schema: Budget,
  label: {
    nl: { one: 'Begroting', many: 'Begrotingen' },
    fr: { one: 'Budget', many: 'Budgets' },
    de: { one: 'Haushalt', many: 'Haushalte' },
    en: { one: 'Budget', many: 'Budgets' },
  },
  titleFrom: ['year'],
  yearFrom: ['year'],
});

export const contributionKeys = defineKind({
  name: 'contribution_keys',
  schema: ContributionKey,
  label: {
    nl: { one: 'Verdeelsleutel', many: 'Verdeelsleutels' },
    fr: { one: 'Clé de répartition', many: 'Clés de répartition' },
    de: { one: 'Verteilungsschlüssel', many: 'Verteilungsschlüssel' },
    en: { one: 'Contribution key', many: 'Contribution keys' },
  },
  titleFrom: ['year'],
  yearFrom: ['year'],
});

export const derivedContributions = defineKind({
  name: 'derived_contributions',
  schema: DerivedContribution,
  label: {
    nl: { one: 'Berekende bijdragen', many: 'Berekende bijdragen' },
    fr: { one: 'Contributions calculées', many: 'Contributions calculées' },
    de: { one: 'Berechnete Beiträge', many: 'Berechnete Beiträge' },
    en: { one: 'Computed contributions', many: 'Computed contributions' },
  },
  titleFrom: ['year'],
  yearFrom: ['year'],
  partyFrom: ['amounts'],
});

export const moneyKinds = [budgets, contributionKeys, derivedContributions];
