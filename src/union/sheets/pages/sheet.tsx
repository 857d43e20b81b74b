import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import { decideAction } from '#platform/actions/perform.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import {
  EmptyState,
  Figure,
  FigureRow,
  Note,
  Section,
  Stack,
  StatusMark,
  Tabs,
  type Tone,
  Verdict,
} from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { planTexts } from '../../plans/text/texts.ts';
import { fieldName } from '../../text/fields/fields.ts';
import { takeInSheet } from '../actions.ts';
import { sheetKindNames, sheetKindOf } from '../kinds.ts';
import { type Cell, titleLanguages } from '../model.ts';
import { type Prepared, prepareImport, type Reading, writtenMapping } from '../prepare.ts';
import { targetsOf } from '../rules/mapping.ts';
import { lettersOf } from '../rules/places.ts';
import { effects, outcomes, type PlannedRow } from '../rules/plan.ts';
import { sheetTexts } from '../text/texts.ts';

const pageSize = 100;
const tones: Readonly<Record<PlannedRow['outcome'], Tone>> = {
  accepted: 'good',
  corrected: 'part',
  quarantined: 'bad',
  blank: 'none',
};
/** Which rows are shown: all, those with an outcome, or those with an effect. */
const shares = ['all', ...outcomes, ...effects] as const;

/** How the address says that the sheet is to be read: `kind=contacts&of=contacts&A=party`. */
function readingOf({ query, params }: PageContext): Reading {
  const kind = sheetKindNames.find((name) => name === query.get('kind'));
  const header = Number(query.get('header') ?? Number.NaN);
  const columns = [...query].filter(([name]) => /^[A-Z]{1,3}$/.test(name));
  // Columns were chosen for one kind; for another they are guessed anew.
  const chosen = kind !== undefined && query.get('of') === kind;
  const table = query.get('table') ?? '';
  return {
    sheet: params.id ?? '',
    kind,
    table: table === '' ? undefined : table,
    header: Number.isInteger(header) && header > 0 ? header : undefined,
    mapping: chosen ? columns.map((pair) => pair.join('=')).join('\n') : undefined,
  };
}

async function load(context: PageContext): Promise<Result<Prepared>> {
  return context.read(async (tx): Promise<Result<Prepared>> => {
    const acting = actionContextOf(context);
    const decision = await decideAction(tx, takeInSheet, acting, {});
    if (!decision.allowed)
      return fail(problem('action_not_allowed', '', { permission: takeInSheet.permission.code }));
    return prepareImport(tx, acting, readingOf(context));
  });
}

function shownRows({ plan }: Prepared, { query }: PageContext): readonly PlannedRow[] {
  const share = query.get('only') ?? 'all';
  return share === 'all'
    ? plan.rows
    : plan.rows.filter(({ outcome, effect }) => outcome === share || effect === share);
}

/** What would come of a file, row by row, before anything is written; how its columns are read; and the way to take it in. */
export const sheetPage: Page = {
  path: '/sheets/:id',
  navigation: 'programme',
  render: async (context) => {
    const { page: words } = sheetTexts(context.language);
    const loaded = await load(context);
    if (!loaded.ok) {
      const refused = loaded.problems.some(({ code }) => /_not_(found|allowed)$/.test(code));
      if (refused) return loaded;
      return ok({
        title: words.title,
        crumbs: [{ text: words.title, href: context.href('/sheets') }],
        body: (
          <Stack>
            <Verdict tone="bad" title={words.preview}>
              <Findings findings={loaded.problems} context={context} />
            </Verdict>
            <p>
              <a href={context.href(`/sheets/${context.params.id}`)}>{words.readingWhat.guessed}</a>
            </p>
          </Stack>
        ),
      });
    }
    const prepared = loaded.value;
    return ok({
      title: prepared.sheet.name,
      crumbs: [{ text: words.title, href: context.href('/sheets') }],
      exports: ['xlsx', 'csv', 'json'],
      body: (
        <Stack>
          <Reader prepared={prepared} context={context} />
          <Preview prepared={prepared} context={context} />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const loaded = await load(context);
    if (!loaded.ok) return loaded;
    const { page: words, outcomes: names, effects: done } = sheetTexts(context.language);
    const { table, header, sheet } = loaded.value;
    const rows = shownRows(loaded.value, context);
    const columns = header.titles.map((parts, column) => ({
      key: lettersOf(column),
      title: parts.join(' ') || lettersOf(column),
      note: words.column(lettersOf(column), parts.join(' ')),
    }));
    return ok({
      name: `${context.register.id}-sheet-${sheet.id}`,
      title: sheet.name,
      columns: [
        ...columns,
        { key: 'row', title: words.row, note: words.row },
        { key: 'outcome', title: words.outcome, note: words.outcome },
        { key: 'reasons', title: words.reasons, note: words.why },
        { key: 'changes', title: words.change, note: words.change },
      ],
      rows: rows.map(({ row, outcome, effect, findings, changes }) => ({
        ...Object.fromEntries(
          columns.map(({ key }, column) => [key, writtenCell(table.rows[row - 1]?.[column] ?? null)]),
        ),
        row,
        outcome: [names[outcome], ...(effect === null ? [] : [done[effect]])].join(', '),
        reasons: findings.map((one) => `${one.path}: ${sentenceOf(one, context)}`).join('\n'),
        changes: changes
          .map(
            ({ key, before, now }) =>
              `${fieldName(key, context.language)}: ${before ?? words.noValue} → ${now}`,
          )
          .join('\n'),
      })),
      notes: exportNotes(context),
    });
  },
};

function writtenCell(cell: Cell): string | number | boolean | null {
  if (typeof cell !== 'object' || cell === null) return cell;
  return 'date' in cell ? cell.date : cell.error;
}

function sentenceOf({ code, params }: Problem, { language }: PageContext): string {
  const problems = { ...planTexts(language).problems, ...sheetTexts(language).problems };
  const told = (problems as Readonly<Record<string, (params: Problem['params']) => string>>)[code];
  return told?.(params) ?? code;
}

function Findings({ findings, context }: { findings: readonly Problem[]; context: PageContext }) {
  return (
    <ul class="plain">
      {findings.map((one) => (
        <li>
          {/!/.test(one.path) && <code>{one.path.slice(one.path.lastIndexOf('!') + 1)}</code>}{' '}
          {sentenceOf(one, context)}
        </li>
      ))}
    </ul>
  );
}

type Props = { prepared: Prepared; context: PageContext };

/** What each column is read as; choosing is an address, so it writes nothing and works without script. */
function Reader({ prepared, context }: Props) {
  const { page: words } = sheetTexts(context.language);
  const { sheet, table, header, kind, mapping, mappedBy, plan } = prepared;
  const { language } = context;
  const nameOf = (target: string): string => {
    const [first = '', second] = target.split('+');
    if (second !== undefined) return words.both(first, second);
    return titleLanguages.some((one) => one === target)
      ? `${fieldName(kind.title[0] ?? 'name', language)} (${target})`
      : fieldName(target, language);
  };
  const targets = targetsOf(kind);
  const kept = [...context.query].filter(([name]) => name === 'as-of' || name === 'known-at');
  return (
    <Section title={words.reading} id="reading">
      <Note>{words.readingWhat[mappedBy]}</Note>
      <form method="get" action={context.href(`/sheets/${sheet.id}`)} class="stack form">
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="of" value={kind.kind.name} />
        <div class="field">
          <label for="kind">{words.kind}</label>
          <select id="kind" name="kind">
            {sheetKindNames.map((name) => (
              <option value={name} selected={name === kind.kind.name}>
                {sheetKindOf(name).kind.label[language].many}
              </option>
            ))}
          </select>
        </div>
        {sheet.content.tables.length > 1 && (
          <div class="field">
            <label for="table">{words.table}</label>
            <select id="table" name="table">
              {sheet.content.tables.map(({ name }) => (
                <option value={name} selected={name === table.name}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div class="field">
          <label for="header">{words.header}</label>
          <input id="header" name="header" inputMode="numeric" value={String(header.bottom + 1)} />
        </div>
        {header.titles.map((parts, column) => (
          <div class="field">
            <label for={`column-${column}`}>{words.column(lettersOf(column), parts.join(' '))}</label>
            <select id={`column-${column}`} name={lettersOf(column)}>
              <option value="">{words.notRead}</option>
              {targets.map((target) => (
                <option value={target} selected={mapping[column] === target}>
                  {nameOf(target)}
                </option>
              ))}
            </select>
          </div>
        ))}
        <div>
          <button type="submit">{words.show}</button>
        </div>
      </form>
      {plan.left.length > 0 && (
        <Verdict tone="part" title={words.left}>
          <ul>
            {plan.left.map(({ column, title, cells }) => (
              <li>{words.leftColumn(column, title, cells)}</li>
            ))}
          </ul>
        </Verdict>
      )}
    </Section>
  );
}

function Preview({ prepared, context }: Props) {
  const { page: words, outcomes: names, effects: done } = sheetTexts(context.language);
  const { plan, kind } = prepared;
  const { counts } = plan;
  const rows = shownRows(prepared, context);
  const number = pageOf(context.query);
  const here = (changes: Readonly<Record<string, string | null>>) => {
    const query = Object.fromEntries(context.query);
    return context.href(`/sheets/${prepared.sheet.id}`, { ...query, ...changes });
  };
  const share = context.query.get('only') ?? 'all';
  const countOf = (one: (typeof shares)[number]) => (one === 'all' ? counts.rows : counts[one]);
  const labelOf = (one: (typeof shares)[number]) => {
    if (one === 'all') return words.all;
    return { ...names, ...done }[one];
  };
  return (
    <Section
      title={words.preview}
      id="preview"
      tools={
        counts.quarantined > 0
          ? [{ text: words.quarantineOut, href: here({ only: 'quarantined', page: null, format: 'xlsx' }) }]
          : []
      }
    >
      <p>{words.counts(counts.rows)}</p>
      <FigureRow>
        {outcomes.map((outcome) => (
          <Figure value={counts[outcome]} label={names[outcome]} />
        ))}
      </FigureRow>
      {counts.added + counts.changed === 0 ? (
        <EmptyState why={words.nothing} />
      ) : (
        <TakeIn prepared={prepared} context={context} />
      )}
      <Tabs
        label={words.outcome}
        items={shares
          .filter((one) => one === 'all' || one === share || countOf(one) > 0)
          .map((one) => ({
            text: `${labelOf(one)} (${countOf(one)})`,
            href: here({ only: one === 'all' ? null : one, page: null }),
            current: one === share,
          }))}
      />
      {rows.length === 0 ? (
        <EmptyState why={words.rowsNone} what={<a href={here({ only: null, page: null })}>{words.all}</a>} />
      ) : (
        <DataTable<PlannedRow>
          caption={words.preview}
          rows={rows.slice((number - 1) * pageSize, number * pageSize)}
          columns={[
            { title: words.row, cell: ({ row }) => row },
            {
              title: words.what,
              cell: ({ id, title, effect }) =>
                id !== null && effect !== 'added' && effect !== null ? (
                  <a href={context.href(kind.kind.href(id))}>{title}</a>
                ) : (
                  title
                ),
              below: ({ id }) => id !== null && <small>{id}</small>,
            },
            {
              title: words.outcome,
              cell: ({ outcome, effect }) => (
                <>
                  <StatusMark tone={tones[outcome]} text={names[outcome]} />
                  {effect !== null && <small> {done[effect]}</small>}
                </>
              ),
            },
            {
              title: words.why,
              cell: ({ findings }) =>
                findings.length > 0 && <Findings findings={findings} context={context} />,
            },
            {
              title: words.change,
              cell: ({ changes }) =>
                changes.length > 0 && (
                  <ul class="plain">
                    {changes.map(({ key, before, now }) => (
                      <li>
                        {fieldName(key, context.language)}:{' '}
                        {before === null ? words.noValue : <del>{before}</del>}
                        {' → '}
                        <ins>{now}</ins>
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      )}
      <Pagination
        number={number}
        size={pageSize}
        total={rows.length}
        hrefOf={(page) => here({ page: String(page) })}
      />
    </Section>
  );
}

/** All of it or nothing, and exactly what is shown: the plan's hash goes along. */
function TakeIn({ prepared, context }: Props) {
  const { page: words, acts } = sheetTexts(context.language);
  const { sheet, table, header, kind, plan, hash } = prepared;
  const fields = {
    sheet: sheet.id,
    kind: kind.kind.name,
    table: table.name,
    header: String(header.bottom + 1),
    mapping: writtenMapping(prepared),
    plan: hash,
  };
  return (
    <form method="post" action={context.href(`/do/${takeInSheet.name}`)} class="stack form">
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p>{words.takeInWhat(plan.counts.added, plan.counts.changed)}</p>
      <div>
        <button type="submit">{acts.take_in.title}</button>
      </div>
    </form>
  );
}
