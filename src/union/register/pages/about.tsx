import { cases, discrepancies, indicators, resultsFeed, sectionsOf, statements } from '#evidence';
import { formatDate } from '#kernel/dates.ts';
import { type MissingReason, missingReasons } from '#kernel/observation-value.ts';
import { ok } from '#kernel/result.ts';
import type { Page } from '#platform/module.ts';
import { EmptyState, FieldList, Section, Sources, Stack } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { loadNames } from '../../bodies/store.ts';
import { catalogueFeed } from '../../feeds/catalogue.ts';
import { changesFeed } from '../../feeds/changes.ts';
import { unknownKeysOf } from '../../files/unknown-keys.ts';
import { instruments } from '../../law/model.ts';
import { unionTexts } from '../../text/texts.ts';
import { register } from '../model.ts';
import { RecordFields } from './fields.tsx';

/** Where one value is missing and why. */
type Gap = {
  readonly kind: Kind;
  readonly id: string;
  readonly field: string;
  readonly reason: MissingReason;
  readonly note: string | null;
};

/** Where the register comes from, where its source contradicts itself, what is missing and why. */
export const aboutPage: Page = {
  path: '/about',
  navigation: null,
  key: 'a',
  render: async (context) => {
    const words = unionTexts(context.language).about;
    const kinds = new Map(
      context.modules
        .flatMap((module) => module.kinds)
        .filter((kind) => kind.visibility === 'public')
        .map((kind) => [kind.name, kind]),
    );
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const { records, names } = await context.read(async (tx) => ({
      records: await allRecords(tx, { ...moment, kinds: [...kinds.keys()] }),
      names: await loadNames(tx, moment, [cases, instruments, indicators]),
    }));
    const of = (kind: Kind) => records.filter((record) => record.kind === kind.name);
    const gaps = records.flatMap((record) => gapsOf(kinds.get(record.kind), record));
    const kept = records.flatMap((record) => {
      const kind = kinds.get(record.kind);
      return kind === undefined
        ? []
        : unknownKeysOf({ kind, body: record.body }, (id) => names.has(`parties/${id}`)).map((key) => ({
            kind,
            record,
            key,
          }));
    });
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
            {of(discrepancies).length === 0 ? (
              <EmptyState why={words.missingNone} />
            ) : (
              <DataTable<StoredRecord>
                caption={words.contradictions}
                rows={of(discrepancies)}
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
                rows={gaps}
                rowHref={(gap) => context.href(gap.kind.href(gap.id))}
                columns={[
                  { title: words.missingWhere, cell: (gap) => gap.id },
                  { title: words.holds, cell: (gap) => gap.kind.label[context.language].one },
                  { title: words.missing, cell: (gap) => gap.field.replaceAll('_', ' ') },
                  {
                    title: words.missingReason,
                    cell: (gap) => <MissingMark reason={gap.reason} note={gap.note} />,
                  },
                ]}
              />
            )}
          </Section>
          <Section title={words.kept} id="kept">
            {kept.length === 0 ? (
              <p>{words.keptNone}</p>
            ) : (
              <ul>
                {kept.map(({ kind, record, key }) => (
                  <li>
                    <a href={context.href(kind.href(record.id))}>{record.id}</a>: {key}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={words.holds} id="holds">
            <DataTable<Kind>
              caption={words.holds}
              rows={[...kinds.values()].filter((kind) => of(kind).length > 0)}
              rowHref={(kind) => context.href('/find', { kind: kind.name })}
              columns={[
                { title: words.holds, cell: (kind) => kind.label[context.language].many },
                { title: words.count, figure: true, cell: (kind) => of(kind).length },
              ]}
            />
          </Section>
          <Section title={words.statements} id="statements">
            <ul>
              {of(statements).map((record) => (
                <li>
                  <a href={context.href(statements.href(record.id))}>{record.id.replaceAll('_', ' ')}</a>
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

function gapsOf(kind: Kind | undefined, record: StoredRecord): readonly Gap[] {
  if (kind === undefined) return [];
  const gap = (field: string, said: unknown): readonly Gap[] => {
    if (typeof said !== 'object' || said === null || !('reason' in said)) return [];
    const reason = missingReasons.find((known) => known === said.reason);
    const note = 'note' in said && typeof said.note === 'string' ? said.note : null;
    return reason === undefined ? [] : [{ kind, id: record.id, field, reason, note }];
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
