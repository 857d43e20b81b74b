import type { Transaction } from '#platform/database/database.ts';
import { listJournal } from '#platform/journal/journal.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, Note, Section, StatusMark } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { listRegisters } from '#platform/records/registers.ts';
import { findFeedState } from '../../nodes/feed/store.ts';
import type { FeedFault, Untellable } from '../../nodes/feed.ts';
import { defaultCopyAtMost } from '../../nodes/node.ts';
import type { Self } from '../../nodes/store.ts';
import { findCopyLimit } from '../store.ts';
import { oversightTexts } from '../text/texts.ts';
import { Time } from './parts.tsx';

type Copy = { readonly register: string; readonly sequence: number; readonly saidAt: number };
type Refused = {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  /** Null: it was erased. */
  readonly fault: FeedFault | null;
};

/** Refused items that a page names. */
const shownRefused = 20;

export type LoadedCopies = {
  readonly copies: readonly Copy[];
  /** Seconds; null: it never decided by a copy. */
  readonly limit: number | null;
  /** What this node would have published of the reader's register since it last did, and could not. */
  readonly unpublished: readonly Untellable[];
  readonly refused: readonly Refused[];
  readonly refusedTotal: number;
};

/** How this node's law stands: of every register, and what of the reader's register was refused. */
export async function loadLawCopies(tx: Transaction, context: PageContext): Promise<LoadedCopies> {
  const copies: Copy[] = [];
  for (const { id } of await listRegisters(tx, context.language)) {
    const state = await findFeedState(tx, id);
    if (state !== null) copies.push({ register: id, ...state });
  }
  const { entries: failed } = await listJournal(tx, {
    register: context.register.id,
    event: 'exchange.feed_unpublished',
    limit: 1,
    offset: 0,
  });
  const said = copies.find(({ register }) => register === context.register.id)?.saidAt ?? 0;
  const isBehind = failed[0] !== undefined && Date.parse(failed[0].recordedAt) > said;
  const { entries, total } = await listJournal(tx, {
    register: context.register.id,
    event: 'exchange.feed_refused',
    limit: shownRefused,
    offset: 0,
  });
  return {
    copies,
    limit: await findCopyLimit(tx),
    unpublished: isBehind ? ((failed[0]?.payload ?? []) as readonly Untellable[]) : [],
    refused: entries.map(({ id, recordedAt, actor, payload }) => ({
      id,
      at: Date.parse(recordedAt),
      from: actor.replace(/^node:/, ''),
      fault: payload as FeedFault | null,
    })),
    refusedTotal: total,
  };
}

type Props = {
  copies: LoadedCopies;
  self: Self | null;
  /** Acts for a party on this node. */
  isActing: boolean;
  context: PageContext;
};

export function LawCopies({ copies: loaded, self, isActing, context }: Props) {
  const { peers: words } = oversightTexts(context.language);
  const isPublisher = self?.duties.includes('secretariat') === true;
  const atMost = loaded.limit ?? defaultCopyAtMost;
  const now = context.clock.now().epochMilliseconds;
  const ageOf = ({ saidAt }: Copy) => Math.max(0, (now - saidAt) / 1000);
  const hours = Math.round((atMost / 3600) * 10) / 10;
  return (
    <>
      <Section title={words.law} id="law">
        {loaded.unpublished.length > 0 && (
          <Note>
            <StatusMark tone="bad" text={words.unpublished} />{' '}
            {words.unpublishedWhat(loaded.unpublished.map(({ record }) => record).join(', '))}
          </Note>
        )}
        {loaded.copies.length === 0 ? (
          <EmptyState why={words.lawNone} what={isPublisher ? words.lawNoneHere : words.lawNoneWhat} />
        ) : (
          <>
            <DataTable<Copy>
              caption={words.law}
              rows={loaded.copies}
              columns={[
                { title: words.register, cell: ({ register }) => register },
                { title: words.sequence, figure: true, cell: ({ sequence }) => sequence },
                { title: words.said, cell: ({ saidAt }) => <Time at={saidAt} context={context} /> },
                {
                  title: words.age,
                  cell: (copy) => (isPublisher ? null : ageText(ageOf(copy), context)),
                },
                {
                  title: words.copy,
                  cell: (copy) =>
                    isPublisher ? (
                      words.publisher
                    ) : ageOf(copy) > atMost ? (
                      <StatusMark tone="bad" text={words.old} />
                    ) : (
                      <StatusMark tone="good" text={words.fresh} />
                    ),
                },
              ]}
            />
            {!isPublisher && (
              <Note>{loaded.limit === null ? words.limitDefault(hours) : words.limit(hours)}</Note>
            )}
          </>
        )}
      </Section>
      {!isPublisher && <RefusedItems copies={loaded} isActing={isActing} context={context} />}
    </>
  );
}

function ageText(seconds: number, { language }: PageContext): string {
  const { peers: words } = oversightTexts(language);
  if (seconds < 60) return words.ageNow;
  if (seconds < 2 * 3600) return words.ageMinutes(Math.floor(seconds / 60));
  return seconds < 72 * 3600
    ? words.ageHours(Math.floor(seconds / 3600))
    : words.ageDays(Math.floor(seconds / 86_400));
}

function RefusedItems({ copies, isActing, context }: Omit<Props, 'self'>) {
  const { peers: words, shared } = oversightTexts(context.language);
  return (
    <Section title={words.refused} id="refused">
      {!isActing ? (
        <EmptyState why={words.refusedHidden} />
      ) : copies.refused.length === 0 ? (
        <p>{words.refusedNone}</p>
      ) : (
        <>
          <DataTable<Refused>
            caption={words.refused}
            rows={copies.refused}
            columns={[
              { title: words.when, cell: ({ at }) => <Time at={at} context={context} /> },
              { title: words.from, cell: ({ from }) => from },
              {
                title: words.fault,
                cell: ({ fault }) => (fault === null ? shared.none : words.faults[fault.fault]),
              },
              { title: words.item, figure: true, cell: ({ fault }) => fault?.sequence ?? shared.none },
            ]}
          />
          {copies.refusedTotal > copies.refused.length && (
            <Note>{words.refusedTotal(copies.refused.length, copies.refusedTotal)}</Note>
          )}
        </>
      )}
    </Section>
  );
}
