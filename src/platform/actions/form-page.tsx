import type { Said } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { type Grant, grantsOn } from '#platform/access/access.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Finding } from '#platform/http/problem-json.ts';
import { countEntries, type Reading, readingOf } from '#platform/journal/journal.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Note, Section, Stack, Verdict } from '#platform/page/components.tsx';
import { SaidText } from '#platform/page/missing.tsx';
import { nameRecords } from '#platform/records/naming.ts';
import { findRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import type { Action, ActionContext, Shown } from './action.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { answerName, answersIn, type Field, idsIn, isOptional, type Option, takesFile } from './field.ts';
import { actionContextOf, findAllowed } from './offers.ts';
import { PickList } from './pick-list.tsx';

/** What was sent and could not be kept: it is shown again, with what is wrong with it. */
export type Refused = {
  readonly input: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
};

/**
 * The form of an action, filled in with what the address or the record says; sent again with all that was entered. What it shows of
 * records that are not for everybody is in the journal before it leaves, as pages of these records have it.
 */
export function formPage(action: Action, refused: Refused | null = null): Page {
  return {
    path: `/do/${action.name}`,
    navigation: null,
    render: async (context) => {
      const words = texts(context.language).actions;
      const { title, explain } = action.texts(context.language);
      if (context.actor.kind === 'visitor') {
        const signIn = `/sign-in?${new URLSearchParams({ return: hereOf(context, action) })}`;
        return ok({
          title,
          body: <EmptyState why={words.visitor} what={<a href={signIn}>{words.signIn}</a>} />,
        });
      }
      const loaded = await context.read((tx) => load(tx, context, action, refused));
      if (loaded.kind === 'refused') return fail(loaded.problem);
      const { record, values, options, seen, isOpen } = loaded;
      const named = record?.title ?? null;
      recordReadings(context, loaded);
      return ok({
        title,
        crumbs:
          record === null || named === null ? [] : [{ text: named.text, href: context.href(record.path) }],
        lede:
          named === null ? (
            explain
          ) : (
            <>
              <SaidText said={named} />. {explain}
            </>
          ),
        body: isOpen ? (
          <Form
            action={action}
            context={context}
            values={values}
            options={options}
            wanted={loaded.wanted}
            shown={loaded.shown}
            seen={seen}
            findings={refused?.findings ?? []}
            now={loaded.now}
            back={context.href(record?.path ?? action.back?.(values) ?? '')}
          />
        ) : (
          <EmptyState
            why={loaded.whyNot ?? words.notOpen}
            what={record === null ? undefined : <a href={context.href(record.path)}>{words.back}</a>}
          />
        ),
      });
    },
  };
}

function recordReadings(context: PageContext, { readings, grant }: Loaded): void {
  for (const reading of readings)
    context.record({
      ...reading,
      register: context.register.id,
      party: grant?.party ?? null,
      purpose: grant?.basis ?? null,
    });
}

function hereOf(context: PageContext, action: Action): string {
  return context.href(`/do/${action.name}`, Object.fromEntries(context.query));
}

type Loaded = {
  readonly kind: 'form';
  /** `title`: null where nothing is shown of it. */
  readonly record: { readonly title: Said | null; readonly path: string } | null;
  /** What is shown of records that are not for everybody, and the grant by which. */
  readonly readings: readonly Reading[];
  readonly grant: Grant | null;
  readonly isOpen: boolean;
  /** Null: there is no more to say than that it is not. */
  readonly whyNot: string | null;
  readonly shown: readonly Shown[];
  readonly values: Readonly<Record<string, string>>;
  /** What the record says by now, where somebody else has changed it since the form was opened. */
  readonly now: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, readonly Option[]>>;
  /** The fields that are asked for; null: all. */
  readonly wanted: readonly string[] | null;
  readonly seen: number | null;
};

/** Most things are written down on the day on which they are so: the one that the page shows, which is today unless another was chosen. */
function dayOf({ fields }: Action, { asOf }: PageContext): Readonly<Record<string, string>> {
  return fields.on?.control === 'date' && !isOptional(fields.on) ? { on: asOf } : {};
}

/** What a party says for itself it is asked as nobody else: of parties only those for which the actor acts. */
function ownOf(
  { permission }: Action,
  { actor, register, today }: ActionContext,
  name: string,
  options: readonly Option[],
): readonly Option[] {
  const isOwn = permission.audience === 'party' || permission.audience === 'delegate';
  if (name !== 'party' || !isOwn || actor.kind !== 'person') return options;
  const own = grantsOn(actor, register.id, today).flatMap(({ party }) => party ?? []);
  return options.filter(({ value }) => own.some((party) => party === value));
}

async function load(
  tx: Transaction,
  context: PageContext,
  action: Action,
  refused: Refused | null,
): Promise<Loaded | { readonly kind: 'refused'; readonly problem: ReturnType<typeof problem> }> {
  const readings: Reading[] = [];
  const acting = { ...actionContextOf(context), reads: (reading: Reading) => void readings.push(reading) };
  const asked = Object.fromEntries([...context.query].filter(([name]) => name in action.fields));
  const given = refused?.input ?? asked;
  const { about } = action;
  const id = given.id ?? '';
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const named = about === null ? (action.toAny?.record(given) ?? null) : { kind: about.kind, id };
  const isClosed = named !== null && named.kind.visibility !== 'public';
  const allowed = await findAllowed(tx, action, acting, given);
  const notAllowed = {
    kind: 'refused',
    problem: problem('action_not_allowed', '', { permission: action.permission.code }),
  } as const;
  // Whether there is such a record is not for those who may not act on it.
  if (isClosed && allowed === null) return notAllowed;
  const record =
    named === null ? undefined : await findRecord(tx, { ...moment, kind: named.kind.name, id: named.id });
  if (named !== null && record === undefined)
    return { kind: 'refused', problem: problem('record_not_found', 'query.id', { id: named.id }) };
  if (allowed === null) return notAllowed;
  const path = named === null ? null : named.kind.href(named.id);
  const isOpen = about === null || (await about.isOpen(tx, acting, id));
  // A form that is not open shows nothing but that: of a closed record not even what it is called.
  if (isClosed && !isOpen)
    return {
      ...{
        kind: 'form',
        record: path === null ? null : { title: null, path },
        isOpen,
        readings,
        grant: null,
      },
      whyNot: (await about?.whyNot?.(tx, acting, id)) ?? null,
      ...{ shown: [], values: {}, now: {}, options: {}, wanted: null, seen: null },
    };
  if (isClosed) readings.push(readingOf(named.kind.name, [named.id]));
  const kinds = context.modules.flatMap((module) => module.kinds);
  const naming = { ...moment, kinds, language: context.language };
  const [said = null] = record === undefined ? [] : await nameRecords(tx, naming, [record]);
  const prefilled = (await action.prefill?.(tx, acting, allowed.fields)) ?? {};
  const values =
    refused === null ? { ...dayOf(action, context), ...prefilled, ...allowed.fields } : refused.input;
  const wanted = (await action.wants?.(tx, acting, given)) ?? null;
  const isAsked = askedFor({ wanted, values, findings: refused?.findings ?? [] });
  const options: Record<string, readonly Option[]> = {};
  for (const [name, field] of Object.entries(action.fields))
    if (field.options !== undefined && isAsked(name))
      options[name] = ownOf(action, acting, name, await field.options(tx, acting, allowed.fields));
  const wasOvertaken = refused?.findings.some(({ code }) => code === 'changed_meanwhile') === true;
  return {
    kind: 'form',
    record: path === null ? null : { title: said, path },
    isOpen,
    whyNot: isOpen ? null : ((await about?.whyNot?.(tx, acting, id)) ?? null),
    shown: isOpen ? ((await action.shows?.(tx, acting, allowed.fields)) ?? []) : [],
    readings,
    grant: allowed.grant,
    values,
    now: wasOvertaken ? prefilled : {},
    options,
    wanted,
    seen:
      about === null
        ? null
        : await countEntries(tx, context.register.id, `${about.kind.name}/${id}`, about.outlives),
  };
}

const faultsOf = (findings: readonly Finding[]) => (name: string) =>
  findings.filter(({ place }) => place === `body.${name}` || place.startsWith(`body.${name}.`));

/** Which fields are shown: those that are asked for, and each that holds something or is at fault. */
const askedFor =
  ({ wanted, values, findings }: Pick<FormProps, 'wanted' | 'values' | 'findings'>) =>
  (name: string): boolean =>
    wanted === null ||
    wanted.includes(name) ||
    (values[name] ?? '') !== '' ||
    faultsOf(findings)(name).length > 0;

type FormProps = Pick<Loaded, 'values' | 'options' | 'wanted' | 'shown' | 'seen' | 'now'> & {
  action: Action;
  context: PageContext;
  findings: readonly Finding[];
  back: string;
};

function Form({
  action,
  context,
  values,
  options,
  wanted,
  shown: lines,
  seen,
  findings,
  now,
  back,
}: FormProps) {
  const words = texts(context.language).actions;
  const labels = action.texts(context.language);
  const of = faultsOf(findings);
  const isAsked = askedFor({ wanted, values, findings });
  const shown = Object.entries(action.fields).filter(
    ([name, { control }]) => control !== 'hidden' && isAsked(name),
  );
  const told = action.tells?.(actionContextOf(context)) ?? null;
  const guide = action.guide?.(actionContextOf(context));
  const labelOf = (name: string, question: string | null) =>
    [
      labels.fields[name] ?? name,
      ...(options[name] ?? []).flatMap(({ value, title }) => (value === question ? [title] : [])),
    ].join(', ');
  return (
    <Stack>
      {findings.length > 0 && (
        <Verdict tone="bad" title={words.refused}>
          <ul id="faults">
            {findings.map(({ place, text }) => {
              const [name, question] = partsOf(place);
              return (
                <li>
                  {shown.some(([one]) => one === name) ? (
                    <a href={`#field-${question === null ? name : answerName(name, question)}`}>
                      {labelOf(name, question)}: {text}
                    </a>
                  ) : (
                    text
                  )}
                </li>
              );
            })}
          </ul>
        </Verdict>
      )}
      <Section title={labels.title}>
        {told !== null && <Note>{told}</Note>}
        {guide !== undefined && (
          <p>
            <a href={context.href(guide.path)}>{guide.text}</a>
          </p>
        )}
        {lines.length > 0 && <FieldList fields={lines} />}
        <form
          method="post"
          action={context.href(`/do/${action.name}`)}
          enctype={takesFile(action.fields) ? 'multipart/form-data' : undefined}
          class="stack form"
        >
          {Object.entries(action.fields)
            .filter(([, { control }]) => control === 'hidden')
            .map(([name]) => (
              <input type="hidden" name={name} value={values[name]} />
            ))}
          {seen !== null && <input type="hidden" name="seen" value={String(seen)} />}
          {shown.map(([name, field]) => (
            <FieldRow
              name={name}
              field={field}
              label={labels.fields[name] ?? name}
              value={values[name] ?? ''}
              options={options[name] ?? []}
              findings={of(name)}
              now={now[name]}
              context={context}
            />
          ))}
          <div>
            <button type="submit">{labels.title}</button> <a href={back}>{words.back}</a>
          </div>
        </form>
      </Section>
    </Stack>
  );
}

/** The field that a fault is about, and its question where it has several. */
function partsOf(place: string): readonly [name: string, question: string | null] {
  const [, name = '', ...question] = place.split('.');
  return [name, question.length === 0 ? null : question.join('.')];
}

/** Whether two values as a form holds them say the same: a list does in whatever order it is written. */
export function isSame({ control }: Pick<Field, 'control'>, one: string, other: string): boolean {
  if (control !== 'several') return one === other;
  return new Set(idsIn(one)).symmetricDifference(new Set(idsIn(other))).size === 0;
}

function FieldRow(props: {
  name: string;
  field: Field;
  label: string;
  value: string;
  options: readonly Option[];
  findings: readonly Finding[];
  now: string | undefined;
  context: PageContext;
}) {
  const { name, field, label, value, options, findings, now, context } = props;
  const words = texts(context.language).actions;
  const id = `field-${name}`;
  const hints = [
    ...(field.control === 'date' ? [words[field.refusal === 'date_not_a_day' ? 'dayHint' : 'dateHint']] : []),
    ...(now === undefined || isSame(field, now, value) ? [] : [words.now(saidIn(now, options))]),
    ...findings.map(({ text }) => text),
  ];
  const isWrong = findings.length > 0;
  const described = {
    id,
    name,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': hints.length > 0 ? `${id}-hint` : undefined,
  };
  const shared = { ...described, required: !isOptional(field) };
  const control = controlOf(field, value, options);
  const title = (
    <>
      {label}
      {isOptional(field) && <small> {field.mayBeEmpty?.(context.language) ?? words.optional}</small>}
    </>
  );
  const hint = hints.length > 0 && (
    <small id={`${id}-hint`}>{hints.map((hint, index) => (index === 0 ? hint : [' ', hint]))}</small>
  );
  const look = isWrong ? 'field wrong' : 'field';
  if (field.answers !== undefined)
    return (
      <AnswerSheet
        name={name}
        label={title}
        questions={options}
        answers={field.answers(context.language)}
        given={answersIn(value)}
        now={now === undefined ? null : answersIn(now)}
        faults={findings.map(({ place, text }) => ({ question: partsOf(place)[1], text }))}
        words={words}
      />
    );
  if (field.control === 'several')
    return (
      <fieldset class={look} {...described} name={undefined} tabindex={-1}>
        <legend>{title}</legend>
        <PickList name={name} options={options} chosen={idsIn(value)} words={words.several} />
        {hint}
      </fieldset>
    );
  return (
    <div class={look}>
      <label for={id}>{title}</label>
      {control === 'text' && (
        <textarea {...shared} rows={5}>
          {value}
        </textarea>
      )}
      {control === 'choice' && (
        <select {...shared}>
          {(isOptional(field) || value === '') && <option value="">{words.choose}</option>}
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.title}
            </option>
          ))}
        </select>
      )}
      {(control === 'line' || control === 'date') && (
        <input
          {...shared}
          value={value}
          autocomplete="off"
          list={options.length > 0 ? `${id}-known` : undefined}
        />
      )}
      {control === 'line' && options.length > 0 && (
        <datalist id={`${id}-known`}>
          {options.map((option) => (
            <option value={option.value}>{option.title}</option>
          ))}
        </datalist>
      )}
      {control === 'file' && <input {...shared} type="file" />}
      {hint}
    </div>
  );
}

/** A word is chosen from a list; one that the list does not have stays where it can be read and mended. */
function controlOf({ control }: Field, value: string, options: readonly Option[]): Field['control'] {
  if (control !== 'word') return control;
  const isListed = value === '' || options.some((option) => option.value === value);
  return options.length > 0 && isListed ? 'choice' : 'line';
}

/** A value as people read it: what can be chosen has names. */
function saidIn(value: string, options: readonly Option[]): string {
  const titles = new Map(options.map((option) => [option.value, option.title]));
  return titles.size === 0
    ? value
    : idsIn(value)
        .map((one) => titles.get(one) ?? one)
        .join(', ');
}
