import type { PageContext } from '#platform/module.ts';
import { EmptyState, Section } from '#platform/page/components.tsx';
import type { Pictures } from '../reading.ts';
import { alertTexts } from '../text/texts.ts';
import { TradeGraph } from './graph.tsx';
import { TraderTimeline } from './timeline.tsx';

/** The graph and the timeline of a trader, each in a sheet of its own. */
export function TraderPictures({
  pictures,
  alerts,
  hrefOf,
  back,
  context,
}: {
  pictures: Pictures;
  alerts: ReadonlyMap<string, readonly string[]>;
  hrefOf: (trader: string) => string | null;
  /** To whom the page is about, where the picture is of another. */
  back?: { readonly trader: string; readonly href: string } | undefined;
  context: Pick<PageContext, 'language'>;
}) {
  const { picture: words } = alertTexts(context.language);
  const { trader, picture, life, graph, time } = pictures;
  const tools = back === undefined ? [] : [{ text: words.back({ trader: back.trader }), href: back.href }];
  return (
    <>
      <Section title={`${words.graph}: ${trader}`} id="graph" tools={tools}>
        {picture.flows.length === 0 ? (
          <EmptyState why={words.noFlows} what={words.noFlowsWhat} />
        ) : (
          <TradeGraph
            picture={picture}
            trader={trader}
            {...graph}
            alerts={alerts}
            hrefOf={hrefOf}
            context={context}
          />
        )}
      </Section>
      <Section title={`${words.timeline}: ${trader}`} id="timeline">
        <TraderTimeline life={life} trader={trader} {...time} context={context} />
      </Section>
    </>
  );
}
