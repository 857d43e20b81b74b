import type { Panel } from '#platform/module.ts';
import { Section } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { countRuns, findLatestRun } from '../../runs/store.ts';
import { casesOf } from '../cases.ts';
import { alertHref, alertsPath, runsPath } from '../model.ts';
import { openParties } from '../reading.ts';
import { seenOf } from '../rules/narrow.ts';
import { divided } from '../rules/set-aside.ts';
import { listAsides } from '../set-aside/store.ts';
import { type ListedAlert, listLines } from '../store.ts';
import { alertTexts } from '../text/texts.ts';
import { Archetypes } from './alerts.tsx';
import { euros, recordReading } from './parts.tsx';

const shownAlerts = 5;

/** On the desk of who sits in the field for a state: whom to look at first, and runs that wait for somebody. */
export const deskPanel: Panel = {
  page: '/desk',
  render: async (context) => {
    const { desk: words, list } = alertTexts(context.language);
    const loaded = await context.read(async (tx) => {
      const [by] = await openParties(tx, context);
      if (by === undefined) return null;
      const run = await findLatestRun(tx, context.register.id, by.party);
      const runs = await countRuns(tx, context.register.id, [by.party]);
      const lines = run === null ? [] : await listLines(tx, run.id);
      const asides = await listAsides(tx, context.register.id, by.party);
      const { toLookAt } = run === null ? { toLookAt: [] } : divided(lines, asides, run);
      return { by, run, runs, lines: toLookAt, cases: await casesOf(tx, context, by.party) };
    });
    if (loaded === null) return null;
    const { by, run, runs, lines, cases } = loaded;
    const shown = lines.filter(({ trader }) => seenOf(cases, trader) === 'none').slice(0, shownAlerts);
    if (run !== null && shown.length > 0)
      recordReading(context, by.grant, {
        ...{ what: 'alerts', run: run.id },
        traders: shown.map(({ trader }) => trader),
      });
    const waiting = runs.waiting + runs.running;
    const failed = runs.failed + runs.stopped;
    return (
      <Section title={words.title} id="vat" tools={[{ text: words.all, href: context.href(alertsPath) }]}>
        {run === null ? (
          <p>{words.noRun}</p>
        ) : shown.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <DataTable<ListedAlert>
            caption={words.highest}
            captionShown
            rows={shown}
            rowHref={({ trader }) => context.href(alertHref(run.id, trader))}
            columns={[
              { title: list.trader, cell: ({ trader }) => trader },
              {
                title: list.expected,
                figure: true,
                cell: ({ atStakeCents }) => euros(atStakeCents, context),
              },
              {
                title: list.archetypes,
                cell: ({ archetypes }) => <Archetypes ids={archetypes} context={context} />,
              },
            ]}
          />
        )}
        {(run === null || waiting + failed > 0) && (
          <p>
            {waiting > 0 && `${words.running({ count: waiting })} `}
            {failed > 0 && `${words.failed({ count: failed })} `}
            <a href={context.href(runsPath)}>{list.noRunDo}</a>
          </p>
        )}
      </Section>
    );
  },
};
