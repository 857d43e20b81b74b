import { formatDate, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { Grant } from '#platform/access/access.ts';
import type { PageContext } from '#platform/module.ts';
import { type Moment, Tabs } from '#platform/page/components.tsx';
import { oldestFirst, Recorded } from '#platform/page/history.tsx';
import { Named, type Names } from '#union';
import { authorisationTexts } from '../authorisations/text/texts.ts';
import { exchangePath } from '../openings/pages/parts.tsx';
import { openingTexts } from '../openings/text/texts.ts';
import type { LivedStep } from '../situation/store.ts';

/** What the pages of records share that are shown to two parties and to whoever supervises one of them. */

type Tab = 'authorisations' | 'uses' | 'consents';
export const closedPaths: Readonly<Record<Tab, string>> = {
  authorisations: '/practice/exchange/authorisations',
  uses: '/practice/exchange/improper-uses',
  consents: '/practice/exchange/consents',
};

export function ExchangeTabs({ current, context }: { current: Tab; context: PageContext }) {
  const { tabs: words } = authorisationTexts(context.language);
  const items = (['authorisations', 'uses', 'consents'] as const).map((tab) => ({
    text: words[tab],
    href: context.href(closedPaths[tab]),
    current: tab === current,
  }));
  return <Tabs label={words.label} items={items} />;
}

export function crumbsTo(context: PageContext, ...tabs: readonly Tab[]) {
  const { tabs: words } = authorisationTexts(context.language);
  return [
    { text: words.practice, href: context.href('/practice') },
    { text: openingTexts(context.language).exchange.title, href: context.href(exchangePath) },
    ...tabs.map((tab) => ({ text: words[tab], href: context.href(closedPaths[tab]) })),
  ];
}

/** Has it journalled that records are about to leave: one entry for each grant that opens some. */
export function recordReading(
  context: PageContext,
  kind: string,
  opened: readonly (readonly [id: string, grant: Grant | null])[],
): void {
  for (const [grant, some] of Map.groupBy(opened, ([, by]) => by))
    context.record({
      event: `${kind}.read`,
      register: context.register.id,
      subject: some.length === 1 ? `${kind}/${some[0]?.[0]}` : null,
      party: grant?.party ?? null,
      purpose: grant?.basis ?? null,
      payload: { records: some.map(([id]) => id) },
    });
}

/** A party or body by its name; `system` is the node itself, which has none. */
export function By({ id, names, context }: { id: string; names: Names; context: PageContext }) {
  return id === '' || id === 'system' ? null : <Named id={id} names={names} context={context} />;
}

/** The steps of a record's life, each with who took it, why, and when it was taken down. */
export function momentsOf(
  steps: readonly LivedStep[],
  acts: Readonly<Record<string, string>>,
  tones: Readonly<Record<string, Moment['tone']>>,
  { names, context }: { names: Names; context: PageContext },
): readonly Moment[] {
  return oldestFirst(steps).map(({ act, to, by, effectiveOn, details, recordedAt }) => ({
    when: formatDate(effectiveOn, context.language),
    what: acts[details.dormant === true ? 'dormant' : act] ?? act,
    detail: (
      <>
        <By id={by} names={names} context={context} />
        {typeof details.reason === 'string' && <> {details.reason}</>} <Recorded at={recordedAt} />
      </>
    ),
    tone: tones[to] ?? 'none',
  }));
}

/** A date of a record's body, written out; null where it says none. */
export function writtenDate(value: unknown, language: Language): string | null {
  return typeof value === 'string' ? formatDate(value as PartialDate, language) : null;
}
