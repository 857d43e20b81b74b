import { z } from 'zod';
import { DateField, FreeField, IdField, MissingField, SourceField } from '#platform/records/fields.ts';
import { parties } from '../bodies/model.ts';
import { register } from '../register/model.ts';
import { statementSchemas } from './check.ts';
import { type Place, places } from './layout.ts';

/** What several kinds share, under the name that it has in the published schema. */
const shared: readonly (readonly [name: string, schema: z.ZodType, description: string])[] = [
  ['id', IdField, 'As it stands in addresses, commands and references.'],
  ['date', DateField, 'Year, month or day, as precise as the source: 2017, 2017-09 or 2017-09-30.'],
  ['source', SourceField, 'Sections of the source that say so.'],
  ['missing', MissingField, 'That the source does not give it, and why. Never a zero.'],
  ['fact', FreeField, 'Told by the source in a structure of its own.'],
];

/** A month from 01 to 12 and a day from 01 to 31; the import also refuses 30 February. */
const strictDate = '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$';

/**
 * The layout of a register's file as JSON Schema, draft 2020-12: what the form of a file can say. That ids are unique,
 * references lead somewhere, intervals do not overlap and shares add up, only the import can.
 */
export function describeLayout(): z.core.JSONSchema.BaseSchema {
  const named = z.registry<{ id: string; title?: string; description: string }>();
  for (const [id, schema, description] of shared) named.add(schema, { id, description });
  for (const kind of [register, ...places.map((place) => place.kind)]) {
    const { nl, fr, de, en } = kind.label;
    const description = [nl, fr, de].map(({ one }) => one).join(' · ');
    named.add(kind.schema, { id: kind.name, title: en.one, description });
  }
  const layout = z.toJSONSchema(fileSchema(), {
    target: 'draft-2020-12',
    io: 'input',
    metadata: named,
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === DateField) jsonSchema.pattern = strictDate;
    },
  });
  return {
    $id: 'urn:tripoint:schema:register',
    title: 'A register of Tripoint',
    description:
      'Every field but the required ones may be absent or null. Keys that are not named here are kept.',
    ...layout,
  };
}

function fileSchema(): z.ZodObject {
  const tops = new Map<string, z.ZodType>();
  for (const [id, schema] of statementSchemas) if (id !== null) tops.set(id, schema.nullish());
  for (const top of new Set(places.map((place) => place.path[0] ?? ''))) {
    const here = places.filter((place) => place.path[0] === top);
    const lists = here.flatMap((place) => {
      const inner = place.path[1];
      return inner === undefined ? [] : [[inner, listOf(place).nullish()] as const];
    });
    const [place] = here;
    if (lists.length > 0)
      tops.set(
        top,
        (statementSchemas.get(top) ?? z.looseObject({})).extend(Object.fromEntries(lists)).nullish(),
      );
    else if (place !== undefined)
      tops.set(top, place.kind === parties ? listOf(place) : listOf(place).nullish());
  }
  return z.looseObject({ meta: register.schema, ...Object.fromEntries(tops) });
}

function listOf({ kind, form }: Place): z.ZodType {
  if (form === 'list') return z.array(kind.schema);
  const { themes } = kind.schema.shape;
  return z.record(z.string().regex(/^\d{4}$/), themes ?? z.unknown());
}
