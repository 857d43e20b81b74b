import { z } from 'zod';
import { type PlainDate, parsePartialDate, parsePlainDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import { DateField, IdField } from '#platform/records/fields.ts';
import type { ActionContext } from './action.ts';

/**
 * How a form asks for it; `hidden` goes along unseen, as the one thing that a form is about does; `word` is a choice where there
 * is a list to choose from and a line where there is none.
 */
export type Control =
  | 'hidden'
  | 'line'
  | 'word'
  | 'text'
  | 'date'
  | 'choice'
  | 'several'
  | 'answers'
  | 'file';

export type Option = { readonly value: string; readonly title: string };

/** What is answered to one of several questions, and what shows it. */
export type Answer<Word extends string = string> = {
  readonly answer: Word;
  readonly evidence?: string | undefined;
};

/** One thing that an action must be told: what is right, and how people are asked for it. Texts in, text or number out. */
export type Field<Type extends z.ZodType = z.ZodType> = {
  readonly schema: Type;
  readonly control: Control;
  /** Code of the problem of what has not its form, where there is a better one than what the schema says. */
  readonly refusal?: 'date_invalid' | 'date_not_a_day' | 'id_form_invalid';
  /** How it is written, where that is a pattern: an example, for who wrote it otherwise. */
  readonly like?: string;
  /** What a form says of an optional field that what another one holds may ask for: when it may be left empty. */
  readonly mayBeEmpty?: (language: ActionContext['language']) => string;
  /** What can be chosen, for forms and for the help of the command line; the rule decides whether it may be. */
  readonly options?: (
    tx: Transaction,
    context: ActionContext,
    /** What the form knows already: the record that it is about, above all. */
    given: Readonly<Record<string, string>>,
  ) => Promise<readonly Option[]>;
  /** Of several questions, which are then what `options` lists: what can be answered to each. */
  readonly answers?: (language: ActionContext['language']) => readonly Option[];
};

type Options = NonNullable<Field['options']>;

/** Longest of a line and of a text, in characters: a bound, not advice. */
const longestLine = 300;
const longestText = 20_000;

/** Carriage returns are what browsers put into the lines of a form; control characters are in no text. */
const said = (longest: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(longest)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
        .regex(/^[^\u0000-\u0009\u000b-\u001f\u007f]*$/u),
    );

/** The id of what the action is about. */
export const subject = { schema: IdField, control: 'hidden' } as const satisfies Field;

/** A new id, as it will stand in addresses. */
export const newId = {
  schema: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  control: 'line',
  refusal: 'id_form_invalid',
} as const satisfies Field;

export const line = { schema: said(longestLine), control: 'line' } as const satisfies Field;
export const text = { schema: said(longestText), control: 'text' } as const satisfies Field;

/** A day, or a month or year where no more is known. */
export const date = {
  schema: DateField.transform((given) => {
    const parsed = parsePartialDate(given);
    if (!parsed.ok) throw new Error(`${given} has been refused before`);
    return parsed.value;
  }),
  control: 'date',
  refusal: 'date_invalid',
} as const satisfies Field;

/** A whole day, where a month or year is not enough: a term runs from no month. */
export const day = {
  schema: z.string().transform((given, context): PlainDate => {
    const read = parsePlainDate(given);
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', message: 'day' });
    return z.NEVER;
  }),
  control: 'date',
  refusal: 'date_not_a_day',
} as const satisfies Field;

/** A whole number from `least` on. */
export const count = (least: number, most: number) =>
  ({
    schema: z
      .union([z.string().regex(/^\d{1,9}$/), z.int()])
      .transform(Number)
      .pipe(z.int().min(least).max(most)),
    control: 'line',
    like: String(Math.max(least, Math.min(most, 12))),
  }) as const satisfies Field;

/** One of a fixed list; `titleOf` names each in the reader's language. */
export function oneOf<const Value extends string>(
  values: readonly [Value, ...Value[]],
  titleOf: (value: Value, language: ActionContext['language']) => string,
): Field<z.ZodEnum<{ [key in Value]: key }>> {
  return {
    schema: z.enum(values),
    control: 'choice',
    options: async (_tx, { language }) => values.map((value) => ({ value, title: titleOf(value, language) })),
  };
}

/** The id of a record, one of those that `options` lists; that it is there is for the rule to say. */
export function idAmong(options: Options): Field<typeof IdField> {
  return { schema: IdField, control: 'choice', options };
}

/** More of one field than anybody chooses. */
const mostChosen = 60;

/** Ids that stand in one text, as a command line, an address and a form have them. */
export function idsIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((id) => id !== ''))];
}

/** Ids of records, of those that `options` lists: a list in JSON, a text with commas on the command line, boxes to tick in a form. */
export function idsAmong(options: Options) {
  return {
    schema: z
      .union([z.string().transform(idsIn), z.array(z.string()).transform((ids) => [...new Set(ids)])])
      .pipe(z.array(IdField).min(1).max(mostChosen)),
    control: 'several',
    options,
  } as const satisfies Field;
}

/**
 * Answers to questions, by their ids, with one word of a list each: a map in JSON, all questions on one form. What it does not name
 * stays as it was said before; that a question is there is for the rule to say.
 */
export function answersTo<const Word extends string>(
  questions: Options,
  words: readonly [Word, ...Word[]],
  titleOf: (word: Word, language: ActionContext['language']) => string,
) {
  const answer = z.strictObject({ answer: z.enum(words), evidence: said(longestText).optional() });
  return {
    schema: z.record(IdField, answer).refine((answers) => Object.keys(answers).length > 0),
    control: 'answers',
    options: questions,
    answers: (language: ActionContext['language']) =>
      words.map((value) => ({ value, title: titleOf(value, language) })),
  } as const satisfies Field;
}

/** Under which names a form asks a question of a field: no id has a colon. */
export const answerName = (field: string, question: string) => `${field}:${question}`;
export const evidenceName = (field: string, question: string) => `${field}:${question}:evidence`;

/**
 * What a form sent, by field: several ticked boxes are one text, questions with their answers one map. A field that was left
 * empty says nothing; what belongs to no field stays under its name.
 */
export function readSent(
  fields: Fields,
  sent: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(sent)) {
    const [field = '', question, part] = name.split(':');
    const { control } = fields[field] ?? line;
    const text = control === 'several' && Array.isArray(value) ? value.join(',') : value;
    if (typeof text !== 'string' || text === '') continue;
    if (control !== 'answers' || question === undefined) read[name] = text;
    else {
      const answers = (read[field] ?? {}) as Readonly<Record<string, object>>;
      const key = part === undefined ? 'answer' : part;
      read[field] = { ...answers, [question]: { ...answers[question], [key]: text } };
    }
  }
  return read;
}

/** A value as a form holds it until it is sent again. */
export function heldIn(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The answers that a form holds, by question; none where it holds something else. */
export function answersIn(held: string): Readonly<Record<string, Partial<Answer>>> {
  try {
    const read: unknown = JSON.parse(held);
    return typeof read === 'object' && read !== null ? (read as Record<string, Partial<Answer>>) : {};
  } catch {
    return {};
  }
}

/** Whole files, in bytes: what is read into memory at once, from one person. */
export const largestUpload = 5 * 1024 * 1024;

/** A file's bytes: base64 in JSON, a part of the form on a page, a path on the command line. */
export const file = {
  schema: z
    .string()
    .min(1)
    // Four characters for three bytes.
    .max(Math.ceil(largestUpload / 3) * 4)
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
    .meta({ contentEncoding: 'base64' }),
  control: 'file',
} as const satisfies Field;

/** Whether one of the fields is a file, so that more is sent than fits in a form. */
export function takesFile(fields: Fields): boolean {
  return Object.values(fields).some(({ control }) => control === 'file');
}

/** A field that may be left empty. */
export function optional<Type extends z.ZodType>(field: Field<Type>): Field<z.ZodOptional<Type>> {
  return { ...field, schema: field.schema.optional() };
}

export type Fields = Readonly<Record<string, Field>>;
/** What an action gets of its fields. */
export type InputOf<F extends Fields> = {
  readonly [Name in keyof F as undefined extends z.output<F[Name]['schema']> ? never : Name]: z.output<
    F[Name]['schema']
  >;
} & {
  readonly [Name in keyof F as undefined extends z.output<F[Name]['schema']> ? Name : never]?: z.output<
    F[Name]['schema']
  >;
};

/** The contract of an action's fields, for validation and for the description of the API. */
export function shapeOf(fields: Fields): z.ZodRawShape {
  return Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema]));
}

export function isOptional({ schema }: Field): boolean {
  return schema instanceof z.ZodOptional;
}
