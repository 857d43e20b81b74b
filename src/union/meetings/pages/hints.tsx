import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { Tag } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { groups } from '../../bodies/model.ts';
import { promises } from '../../commitments/model.ts';
import { initiatives } from '../../initiatives/model.ts';
import { instruments } from '../../law/model.ts';
import { parliamentItems } from '../../parliament/model.ts';
import { planItems } from '../../plans/model.ts';
import { agendaItems, meetings } from '../model.ts';
import { type Overlap, overlapsOf, type Topic, wordsOf } from '../rules/overlap.ts';
import type { Known } from '../store.ts';
import { meetingTexts } from '../text/texts.ts';
import { isShown, openPapers } from './papers.ts';

/** What a record of each kind refers to: two that refer to the same are about the same. */
const references: Readonly<Record<string, readonly string[]>> = {
  [agendaItems.name]: ['origin'],
  [groups.name]: ['initiative', 'successor'],
  [instruments.name]: ['implements', 'amends', 'renews', 'repeals', 'working_group', 'based_on'],
  [promises.name]: ['made_in'],
  [planItems.name]: ['instruments'],
  [parliamentItems.name]: ['instruments', 'plan_items'],
};
const kinds: readonly Kind[] = [
  agendaItems,
  groups,
  instruments,
  promises,
  planItems,
  parliamentItems,
  initiatives,
];
const kindOf = new Map(kinds.map((kind) => [kind.name, kind]));

/** A hint that is more than this many is none. */
const mostHints = 5;

function topicOf({ kind: name, id, body }: StoredRecord): Topic {
  const kind = kindOf.get(name);
  const titles = kind === undefined ? [] : Object.values(kind.title(body).texts);
  const said = [body.mandate, body.text, body.signal].filter((one) => typeof one === 'string');
  const about = (references[name] ?? [])
    .flatMap((key) => body[key])
    .filter((one): one is string => typeof one === 'string');
  return { kind: name, id, words: wordsOf([...titles, ...said].join(' ')), about };
}

export type Hint = Overlap & { readonly record: StoredRecord };

/** For each point what else the register holds of the same, as far as the reader may see it. */
export async function listHints(
  tx: Transaction,
  context: PageContext,
  known: Known,
  items: readonly StoredRecord[],
): Promise<ReadonlyMap<string, readonly Hint[]>> {
  if (items.length === 0) return new Map();
  const found = await allRecords(tx, { ...known, kinds: kinds.map(({ name }) => name) });
  const points = found.filter(({ kind }) => kind === agendaItems.name);
  const held = await allRecords(tx, {
    ...known,
    kinds: [meetings.name],
    ids: [...new Set(points.map(({ body }) => String(body.meeting)))],
  });
  const bodyOf = new Map(held.map(({ id, body }) => [id, String(body.body)]));
  const open = await openPapers(tx, context, [...bodyOf.values()]);
  const rootOf = rootsOf(points);
  const shown = found.filter(
    (one) =>
      one.kind !== agendaItems.name || isShown(one, open.has(bodyOf.get(String(one.body.meeting)) ?? '')),
  );
  const byKey = new Map(shown.map((one) => [`${one.kind}/${one.id}`, one]));
  const topics = shown.map(topicOf);
  const isSamePoint = (one: Topic, item: StoredRecord) =>
    one.kind === agendaItems.name && rootOf(one.id) === rootOf(item.id);
  return new Map(
    items.map((item) => {
      // Neither where it comes from nor the body in which it is talked about is news.
      const own = [item.body.origin, bodyOf.get(String(item.body.meeting))];
      const others = topics.filter((one) => !own.includes(one.id) && !isSamePoint(one, item));
      const overlaps = overlapsOf(topicOf(item), others).slice(0, mostHints);
      const hints = overlaps.flatMap((overlap): readonly Hint[] => {
        const record = byKey.get(`${overlap.topic.kind}/${overlap.topic.id}`);
        return record === undefined ? [] : [{ ...overlap, record }];
      });
      return [item.id, hints];
    }),
  );
}

/** The point that a point was first, before it was put off: it overlaps with itself in every agenda. */
function rootsOf(points: readonly StoredRecord[]): (id: string) => string {
  const before = new Map(points.map(({ id, body }) => [id, body.carried_from]));
  const rootOf = (id: string, left = points.length): string => {
    const from = before.get(id);
    return typeof from === 'string' && left > 0 ? rootOf(from, left - 1) : id;
  };
  return rootOf;
}

export function HintList({ hints, context }: { hints: readonly Hint[]; context: PageContext }) {
  const { page: words } = meetingTexts(context.language);
  return (
    <ul class="plain">
      {hints.map(({ because, record }) => {
        const kind = kindOf.get(record.kind);
        if (kind === undefined) return null;
        return (
          <li>
            <a href={context.href(kind.href(record.id))}>
              <Lang text={kind.title(record.body)} />
            </a>{' '}
            <Tag>{kind.label[context.language].one}</Tag> <small>{words[because]}</small>
          </li>
        );
      })}
    </ul>
  );
}
