import { cases, discrepancies, indicators, resultsFeed, sectionsOf, statements } from '#evidence';
import { formatDate, lastDay } from '#kernel/dates.ts';
import { type MissingReason, missingReasons } from '#kernel/observation-value.ts';
import { ok } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { EmptyState, FieldList, Section, Sources, Stack } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { remember } from '#platform/records/remember.ts';
import { parties } from '../../bodies/model.ts';
import { loadNames } from '../../bodies/store.ts';
import { catalogueFeed } from '../../feeds/catalogue.ts';
import { changesFeed } from '../../feeds/changes.ts';
import { unknownKeysOf } from '../../files/unknown-keys.ts';
import { instruments } from '../../law/model.ts';
import { fieldName } from '../../text/fields/fields.ts';
import { unionTexts } from '../../text/texts.ts';
import { register } from '../model.ts';
import { RecordFields } from './fields.tsx';

const pageSize = 50;
/** A file with more keys of its own than this has them everywhere; each record's page shows its own. */
const mostKept = 200;

/** Where one value is missing and why. */
type Gap = {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly reason: MissingReason;
  readonly note: string | null;
};

/** A key that the layout does not know, kept with its record. */
type Kept = { readonly kind: string; readonly id: string; readonly key: string };

/** What takes a look at every record of the register. */
function survey(tx: Transaction, { register, knownAt }: PageContext, kinds: ReadonlyMap<string, Kind>) {
  return remember(register, ['about', lastDay(knownAt)], async () => {
    const moment = { register: register.id, knownAt };
    const named = await allRecords(tx, { ...moment, kinds: [parties.name] });
    const partyIds = new Set(named.map(({ id }) => id));
    const counts: Record<string, number> = {};
    const gaps: Gap[] = [];
    const kept: Kept[] = [];
    // One kind at a time, so that the whole register is never in memory.
    for (const kind of kinds.values()) {
      const records = await allRecords(tx, { ...moment, kinds: [kind.name] });
      counts[kind.name] = records.length;
      for (const record of records) {
        gaps.push(...gapsOf(record));
        const keys = unknownKeysOf({ kind, body: record.body }, (id) => partyIds.has(id));
        kept.push(...keys.map((key) => ({ kind: kind.name, id: record.id, key })));
      }
    }
    return { counts, gaps, kept: kept.slice(0, mostKept), keptTotal: kept.length };
  });
}

/** Where the register comes from, where its source contradicts itself, what is missing and why. */
export const aboutPage: Page = {
  path: '/about',
  navigation: null,
  render: async (context) => {
    const words = unionTexts(context.language).about;
    const kinds = new Map(
      context.modules
        .flatMap((module) => module.kinds)
        .filter((kind) => kind.visibility === 'public')
        .map((kind) => [kind.name, kind]),
    );
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const { found, contradictions, statementIds, names } = await context.read(async (tx) => ({
      found: await survey(tx, context, kinds),
      contradictions: await allRecords(tx, { ...moment, kinds: [discrepancies.name] }),
      statementIds: (await allRecords(tx, { ...moment, kinds: [statements.name] })).map(({ id }) => id),
      names: await loadNames(tx, moment, context.register.meta, [cases, instruments, indicators]),
    }));
    const { gaps, kept, keptTotal, counts } = found;
    const number = pageOf(context.query);
    const hrefOf = ({ kind, id }: { kind: string; id: string }) =>
      context.href(kinds.get(kind)?.href(id) ?? '/find');
    return ok({
      title: words.title,
      lede: words.lede,
      feeds: [{ feed: catalogueFeed }, { feed: resultsFeed }, { feed: changesFeed }],
      body: (
        <Stack>
          <Section title={words.source} id="source">
            <FieldList
              fields={[
                { label: words.known, value: formatDate(context.register.knownFrom, context.language) },
              ]}
            />
            <RecordFields kind={register} body={context.register.meta} names={names} context={context} />
          </Section>
          <Section title={words.contradictions} id="contradictions">
            {contradictions.length === 0 ? (
              <EmptyState why={words.missingNone} />
            ) : (
              <DataTable<StoredRecord>
                caption={words.contradictions}
                rows={contradictions}
                rowHref={(record) => context.href(discrepancies.href(record.id))}
                columns={[
                  { title: discrepancies.label[context.language].one, cell: (record) => record.id },
                  {
                    title: words.contradictions,
                    cell: (record) => <Lang text={discrepancies.title(record.body)} />,
                  },
                  {
                    title: words.source,
                    cell: (record) => (
                      <Sources register={context.register} sections={sectionsOf(record.body)} />
                    ),
                  },
                ]}
              />
            )}
          </Section>
          <Section title={words.missing} id="missing">
            {gaps.length === 0 ? (
              <EmptyState why={words.missingNone} />
            ) : (
              <DataTable<Gap>
                caption={words.missing}
                rows={gaps.slice((number - 1) * pageSize, number * pageSize)}
                rowHref={hrefOf}
                columns={[
                  { title: words.missingWhere, cell: (gap) => gap.id },
                  { title: words.holds, cell: (gap) => kinds.get(gap.kind)?.label[context.language].one },
                  { title: words.missing, cell: (gap) => fieldName(gap.field, context.language) },
                  {
                    title: words.missingReason,
                    cell: (gap) => <MissingMark reason={gap.reason} note={gap.note} />,
                  },
                ]}
              />
            )}
            <Pagination
              number={number}
              size={pageSize}
              total={gaps.length}
              hrefOf={(page) => `${context.href('/about', { page: String(page) })}#missing`}
            />
          </Section>
          <Section title={words.kept} id="kept">
            {kept.length === 0 ? (
              <p>{words.keptNone}</p>
            ) : (
              <ul>
                {kept.map((one) => (
                  <li>
                    <a href={hrefOf(one)}>{one.id}</a>: {one.key}
                  </li>
                ))}
                {keptTotal > kept.length && <li>{words.keptMore(keptTotal - kept.length)}</li>}
              </ul>
            )}
          </Section>
          <Section title={words.holds} id="holds">
            <DataTable<Kind>
              caption={words.holds}
              rows={[...kinds.values()].filter((kind) => (counts[kind.name] ?? 0) > 0)}
              rowHref={(kind) => context.href('/find', { kind: kind.name })}
              columns={[
                { title: words.holds, cell: (kind) => kind.label[context.language].many },
                { title: words.count, figure: true, cell: (kind) => counts[kind.name] },
              ]}
            />
          </Section>
          <Section title={words.statements} id="statements">
            <ul>
              {statementIds.map((id) => (
                <li>
                  <a href={context.href(statements.href(id))}>{fieldName(id, context.language)}</a>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={words.export} id="export">
            <p>{words.exportHow}</p>
            <pre>npm run -s tripoint -- export --out DIR</pre>
          </Section>
        </Stack>
      ),
    });
  },
};

function gapsOf(record: StoredRecord): readonly Gap[] {
  const gap = (field: string, said: unknown): readonly Gap[] => {
    if (typeof said !== 'object' || said === null || !('reason' in said)) return [];
    const reason = missingReasons.find((known) => known === said.reason);
    const note = 'note' in said && typeof said.note === 'string' ? said.note : null;
    return reason === undefined ? [] : [{ kind: record.kind, id: record.id, field, reason, note }];
  };
  const fields = Object.entries(record.body).flatMap(([key, said]) => {
    if (key === 'missing') return gap('value', said);
    if (key.endsWith('_missing')) return gap(key.slice(0, -'_missing'.length), said);
    return key.startsWith('missing_') ? gap(key.slice('missing_'.length), said) : [];
  });
  const cells = Object.entries(
    (record.body.cells ?? {}) as Readonly<Record<string, { status?: unknown }>>,
  ).flatMap(([year, cell]) =>
    gap(year, { reason: cell.status === 'covered_by_merged_cell' ? 'in_other_category' : cell.status }),
  );
  return [...fields, ...cells];
}
