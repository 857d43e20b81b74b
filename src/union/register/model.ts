import { z } from 'zod';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind, registerKind } from '#platform/records/kind.ts';

/** A file's `meta`: which union, since when its source says so, and by what conventions. */
export const Meta = recordSchema(
  { id: IdField, known_from: DateField },
  {
    title: TextField,
    derived_from: TextField,
    perspective: TextField,
    source_convention: TextField,
    editorial_fields: TextField,
    date_convention: TextField,
    language: TextField,
    layout: TextField,
    languages: z.array(z.string().regex(/^[a-z]{2}$/)),
    licence: TextField,
    /** Who answers for the data; stands in the catalogue of datasets where it is stated. */
    publisher: TextField,
    /** Generated for demonstration or measurement: every page and every exported table says so. */
    synthetic: z.boolean(),
    /** What was learnt of a register that is there already: it does not describe it, and its horizon stays where it is. */
    later_knowledge: z.boolean(),
  },
);

/** The register's own record; its id is the register's. */
export const register = defineKind({
  name: registerKind,
  schema: Meta,
  label: {
    nl: { one: 'Register', many: 'Registers' },
    fr: { one: 'Registre', many: 'Registres' },
    de: { one: 'Register', many: 'Register' },
    en: { one: 'Register', many: 'Registers' },
  },
  titleFrom: ['title'],
  href: () => '/about',
});
