import { EmptyState, FieldList, Section } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { number } from '../../days/pages/parts.tsx';
import { studiesPath } from '../actions.ts';
import { type Event, type Explained, eventsOf, explainHour } from '../explain.ts';
import type { Unit } from '../model.ts';
import { adequacyTexts } from '../text/texts.ts';
import { hourText } from './parts.tsx';
import type { ShownStudy } from './study.tsx';

/** One year of a study, made again from the seed. */
export type ShownYear = ShownStudy & { readonly year: number; readonly events: readonly Event[] };

/** The year that the address asks for, else the hardest; null: there is none to be shown. */
export function yearOf({ run, context }: ShownStudy): ShownYear | null {
  const asked = /^\d{1,8}$/.exec(context.query.get('year') ?? '')?.[0];
  const isThere = asked !== undefined && Number(asked) < run.about.years;
  const year = isThere ? Number(asked) : run.result.hardest[0]?.year;
  if (year === undefined) return null;
  return { run, context, year, events: eventsOf(run.study, run.about.seed, year) };
}

/** The way to the explanation of one hour. */
function hrefOf({ context }: ShownStudy, year: number, hour: number): string {
  const path = `${studiesPath}/${context.params.study}`;
  return `${context.href(path, { year: String(year), hour: String(hour) })}#why`;
}

/** Runs of hours with shortage in one year. */
export function Events(shown: ShownYear) {
  const { run, context, year, events } = shown;
  const { language } = context;
  const { page: words } = adequacyTexts(language);
  const { about } = run;
  const worth = (event: Event) => ({
    first: hourText(event.from, about.hours, language),
    worst: hourText(event.worst, about.hours, language),
  });
  return (
    <Section title={words.eventsOf({ year })} id="events">
      <form
        method="get"
        class="inline"
        action={`${context.href(`${studiesPath}/${context.params.study}`)}#events`}
      >
        <label for="year">{words.year}</label>{' '}
        <input type="number" id="year" name="year" min="0" max={about.years - 1} value={year} />{' '}
        <button type="submit">{words.show}</button>
      </form>
      {events.length === 0 ? (
        <EmptyState why={words.noEvents} what={words.noEventsWhat} />
      ) : (
        <DataTable<Event>
          caption={words.eventsOf({ year })}
          rows={events}
          columns={[
            {
              title: words.begins,
              cell: (event) => <a href={hrefOf(shown, year, event.from)}>{worth(event).first}</a>,
            },
            { title: words.hours, figure: true, cell: ({ hours }) => hours },
            { title: words.energy, figure: true, cell: ({ energy }) => number(energy, 0, language) },
            {
              title: words.worst,
              cell: (event) => <a href={hrefOf(shown, year, event.worst)}>{worth(event).worst}</a>,
            },
          ]}
        />
      )}
    </Section>
  );
}

type AreaHour = { readonly area: string; readonly place: number };

/** What limited one hour: the worst of the year where the address asks for none. */
export function Why(shown: ShownYear) {
  const { run, context, year, events } = shown;
  const { language, query } = context;
  const { page: words } = adequacyTexts(language);
  const { study, about } = run;
  const asked = /^\d{1,4}$/.exec(query.get('hour') ?? '')?.[0];
  const hour = asked === undefined ? hardestHour(events) : Number(asked);
  if (hour === null || hour >= about.hours) return null;
  const why = explainHour(study, about.seed, year, hour);
  const title = words.why({ hour: hourText(hour, about.hours, language) });
  if (why === null)
    return (
      <Section title={title} id="why">
        <EmptyState why={words.notShort} what={words.notShortWhat} />
      </Section>
    );
  const megawatts = (of: readonly number[], place: number) => number(of[place] ?? 0, 0, language);
  return (
    <Section
      title={title}
      id="why"
      tools={[
        ...(hour > 0 ? [{ text: words.before, href: hrefOf(shown, year, hour - 1) }] : []),
        ...(hour + 1 < about.hours ? [{ text: words.after, href: hrefOf(shown, year, hour + 1) }] : []),
      ]}
    >
      <Limiting why={why} shown={shown} />
      <DataTable<AreaHour>
        caption={title}
        rows={about.areas.map((area, place) => ({ area, place }))}
        columns={[
          { title: words.area, cell: ({ area }) => area },
          { title: words.margin, figure: true, cell: ({ place }) => megawatts(why.margins, place) },
          { title: words.given, figure: true, cell: ({ place }) => megawatts(why.given, place) },
          { title: words.position, figure: true, cell: ({ place }) => megawatts(why.positions, place) },
          { title: words.unserved, figure: true, cell: ({ place }) => megawatts(why.unserved, place) },
        ]}
      />
      <FieldList
        fields={[
          { label: words.weather, value: why.climateYear },
          { label: words.domain, value: why.domain ?? words.noDomain },
          { label: words.down, value: unitsText(why.down, shown) },
          { label: words.planned, value: unitsText(why.planned, shown) },
        ]}
      />
    </Section>
  );
}

function Limiting({ why, shown }: { why: Explained; shown: ShownStudy }) {
  const { language } = shown.context;
  const { page: words } = adequacyTexts(language);
  if (why.limiting.length === 0) return <p>{words.notLimited}</p>;
  return (
    <>
      <p>{words.limited({ rows: why.limiting.map(({ row }) => row).join('; ') })}</p>
      <DataTable<Explained['limiting'][number]>
        caption={words.element}
        rows={why.limiting}
        columns={[
          { title: words.element, cell: ({ row }) => row },
          { title: words.worth, figure: true, cell: ({ worth }) => number(worth, 2, language) },
        ]}
      />
    </>
  );
}

function unitsText(units: readonly Unit[], { run, context }: ShownStudy): string {
  const { page: words } = adequacyTexts(context.language);
  const texts = units.map(({ id, area, megawatts }) =>
    words.unit({
      ...{ unit: id, area: run.about.areas[area] ?? '' },
      megawatts: number(megawatts, 0, context.language),
    }),
  );
  return texts.length === 0 ? words.noUnits : texts.join(', ');
}

/** The worst hour of the event with most energy. */
const hardestHour = (events: readonly Event[]) =>
  events.toSorted((one, other) => other.energy - one.energy)[0]?.worst ?? null;
