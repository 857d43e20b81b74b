import { type PartialDate, parsePartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { missingReasons } from '#kernel/observation-value.ts';
import { SeriesChart } from './chart.tsx';
import {
  BarRow,
  Basis,
  Chip,
  Columns,
  DueList,
  EmptyState,
  FieldList,
  Figure,
  FigureRow,
  Note,
  Section,
  Sources,
  Stack,
  StatusMark,
  Tabs,
  Tag,
  Timeline,
  type Tone,
  Tree,
  Verdict,
} from './components.tsx';
import { RecordList } from './list.tsx';
import { type MapTone, StatesMap } from './map.tsx';
import { Lang, MissingMark } from './missing.tsx';
import { PageShell, type PageShellProps, renderDocument } from './shell.tsx';
import { DataTable } from './table.tsx';
import type { Theme } from './top-bar.tsx';

/** Every component in every state, for the eye and for the tests of accessibility. Its words are samples, not the register's. */

export type GalleryPage = 'dossier' | 'list' | 'states' | 'visitor';
export const galleryPages: readonly GalleryPage[] = ['dossier', 'list', 'states', 'visitor'];

export function renderGallery(page: GalleryPage, language: Language, theme: Theme = 'system'): string {
  const sample = samples[page];
  const shell = { ...shellOf(page, language, theme), ...sample.shell };
  return renderDocument(<PageShell {...shell}>{sample.body()}</PageShell>);
}

function day(text: string): PartialDate {
  const parsed = parsePartialDate(text);
  if (!parsed.ok) throw new Error(`Not a date: ${text}`);
  return parsed.value;
}

function shellOf(page: GalleryPage, language: Language, theme: Theme): Omit<PageShellProps, 'children'> {
  return {
    address: {
      language,
      register: 'benelux',
      path: '/law/eow-paper',
      query: new URLSearchParams({ tab: 'law' }),
    },
    registers: [
      { id: 'benelux', title: 'Benelux Union' },
      { id: 'north', title: 'Northern council' },
    ],
    registerTitle: 'Benelux Union',
    dates: {
      asOf: day('2020-05'),
      knownAt: day('2026-11-23'),
      today: day('2026-11-23'),
      horizon: day('2020-05'),
    },
    theme,
    person: { name: 'A. Janssen', demonstration: true },
    navigation: [
      { entry: 'law', href: '#law', key: 'l' },
      { entry: 'desk', href: '#desk', key: 'd', count: 3 },
      { entry: 'programme', href: '#programme', key: 'p' },
      { entry: 'parliament', href: '#parliament', key: 'q', count: 1 },
      { entry: 'evidence', href: '#evidence', key: 'e' },
      { entry: 'practice', href: '#practice', key: 'r' },
    ],
    current: 'law',
    version: '0.1.0',
    title: page,
    exports: ['csv', 'xlsx', 'json'],
  };
}

type Sample = { readonly shell: Partial<PageShellProps>; readonly body: () => preact.JSX.Element };

const register = { title: 'Evaluation of the cooperation, 2013 to 2019' };

const states = ['Netherlands', 'Belgium', 'Luxembourg'];
const dossier: Sample = {
  shell: {
    title: 'End-of-waste criteria for paper',
    lede: 'Recommendation of the Committee of Ministers on when recovered paper stops being waste. Adopted 16 November 2015; the signing date in the sources differs.',
    crumbs: [
      { text: 'Law', href: '#law' },
      { text: 'Recommendations', href: '#recommendations' },
    ],
  },
  body: () => (
    <>
      <Basis>
        Public instrument. Positions of states: shown to members of the working group under article 12 of its
        mandate, until 31 December 2020.
      </Basis>
      <Tabs
        label="Dossier"
        items={['Overview', 'Work', 'Law', 'Money', 'Evidence', 'Journal'].map((text) => ({
          text,
          href: `#${text}`,
          current: text === 'Law',
        }))}
      />
      <Columns
        main={
          <>
            <Section
              title="Implementation by state"
              id="implementation"
              tools={[{ text: 'iCal', href: '#ical' }]}
            >
              <DataTable
                caption="Implementation by state"
                rows={states}
                columns={[
                  { title: 'State', cell: (state) => state },
                  { title: 'In law', cell: () => <StatusMark tone="bad" text="Declined" /> },
                  { title: 'In practice', cell: () => <StatusMark tone="none" text="Unknown" /> },
                  {
                    title: 'Reason on record',
                    cell: () => (
                      <>
                        Opposed interests in the sector <Sources register={register} sections={['9.2.2']} />
                      </>
                    ),
                  },
                  { title: 'Reminded', cell: () => 'each year since 2016' },
                ]}
              />
            </Section>
            <Section
              title="Working groups listed in the annual plans"
              tools={[{ text: 'As table', href: '#table' }]}
            >
              <SeriesChart
                title="Working groups listed in the annual plans"
                unit="groups"
                points={[
                  ...[65, 71, 79, 84, 66, 72].map((value, index) => ({ year: 2013 + index, value })),
                  { year: 2019, value: null, reason: 'no overview' },
                ]}
              />
              <Verdict tone="part" title="Not comparable">
                The printed totals say 67 to 72 for 2013 to 2018, but 2018 leaves out regional groups. Like
                for like: 65 to 72.
              </Verdict>
            </Section>
          </>
        }
        aside={
          <>
            <Section title="Due" tools={[{ text: 'All 12', href: '#due' }]}>
              <DueList
                items={[
                  {
                    days: -412,
                    unit: 'days',
                    what: 'Answer to parliament on circular economy',
                    detail: 'Committee of Ministers; asked 2018, 12 months',
                    link: { text: 'Draft', href: '#draft' },
                  },
                  {
                    days: 31,
                    unit: 'days',
                    what: 'Report on portable qualifications',
                    link: { text: 'Open', href: '#open' },
                  },
                  { days: null, unit: 'no date', what: 'Review of FISC-MOSS, dormant' },
                ]}
              />
            </Section>
            <Section title="What it could bring, what it brought">
              <p>Digital consignment note, savings a year</p>
              <BarRow label="Could, Benelux" share={1} text="300 M EUR" faint />
              <BarRow label="Could, NL" share={0.6} text="180 M EUR" faint />
              <BarRow label="Brought, 2019" share={0.017} text="5 M EUR" />
              <BarRow label="Brought, 2018" share={null} text={<MissingMark reason="not_stated" />} />
              <Verdict tone="part" title="Scope differs">
                5 M is 2.8 % of the Dutch potential; the sources do not say which area it covers.
              </Verdict>
            </Section>
            <Section title="Lineage">
              <Tree
                branches={[
                  {
                    label: <a href="#fraud">Fraud</a>,
                    detail: '2002, converted in 2012',
                    branches: [
                      {
                        label: 'Strategic group on tax fraud',
                        detail: 'since 2012',
                        current: true,
                        branches: [
                          { label: <a href="#mtic">Missing trader</a>, detail: 'active' },
                          { label: <a href="#moss">FISC-MOSS</a>, detail: 'dormant' },
                        ],
                      },
                    ],
                  },
                ]}
              />
            </Section>
          </>
        }
      />
    </>
  ),
};

const groups = ['FISC-STRAT', 'FISC-MTIC', 'FISC-MOSS', 'SENN-POL/STRAT'];
const facetOf = (key: string, label: string, names: readonly string[], active: string | null) => ({
  key,
  label,
  values: names.map((name, index) => ({
    value: name,
    label: name,
    count: 42 - 3 * index,
    active: name === active,
    href: `?${key}=${name}`,
  })),
});

const list: Sample = {
  shell: { title: 'Working groups', density: 'dense', current: 'programme' },
  body: () => (
    <RecordList
      caption="Working groups"
      rows={groups}
      rowHref={(group) => `#${group}`}
      columns={[
        {
          title: 'Group',
          cell: (group) => <Lang text={{ texts: { nl: `Werkgroep ${group}` }, authentic: ['nl'] }} />,
        },
        {
          title: 'State',
          cell: (group) =>
            group === 'FISC-MOSS' ? (
              <StatusMark tone="part" text="dormant" />
            ) : (
              <StatusMark tone="good" text="active" />
            ),
        },
        {
          title: 'Since',
          cell: (group) => (group === 'FISC-MTIC' ? <MissingMark reason="not_stated" /> : '2012'),
        },
        {
          title: 'Meetings',
          figure: true,
          cell: (group) => (group === 'FISC-MOSS' ? <MissingMark reason="blank" /> : '12'),
        },
        { title: 'Source', cell: () => <Sources register={register} sections={['12.2', '12.4.1']} /> },
      ]}
      page={{ number: 2, size: 4, total: 12, hrefOf: (page) => `?page=${page}` }}
      search={{ action: '#', text: 'fraud', kept: [['dossier', 'vat']] }}
      clearHref="?"
      facets={[
        facetOf('dossier', 'Dossier', ['tax fraud', 'waste', 'police', 'energy'], 'tax fraud'),
        facetOf(
          'year',
          'Year',
          ['2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018', '2019'],
          null,
        ),
      ]}
    />
  ),
};

const tones: readonly Tone[] = ['good', 'part', 'bad', 'none'];

const mapped: readonly (readonly [code: string | null, tone: MapTone, word: string])[] = [
  ['SE', 'good', 'Implemented'],
  ['NO', 'part', 'Partly'],
  ['FI', 'bad', 'Not implemented'],
  ['DK', 'none', 'Unknown'],
  ['IS', 'fact', 'Participant'],
  ['EE', 'faint', 'Takes part now and then'],
  [null, 'faint', 'Regular guest'],
];

const statesSample: Sample = {
  shell: {
    title: 'States of the components',
    current: 'evidence',
    person: { name: 'B. Muller', demonstration: false },
  },
  body: () => (
    <Stack>
      <FigureRow>
        <Figure value="32" label="groups known by name" detail="of 72 counted in 2018" />
        <Figure value="46" label="instruments" />
        <Figure value={<MissingMark reason="not_available" />} label="answers in time" />
      </FigureRow>
      <Columns
        main={
          <>
            <Section title="Statuses and marks">
              <p>
                {tones.map((tone) => (
                  <>
                    <StatusMark tone={tone} text={tone} />{' '}
                  </>
                ))}
                <Tag>recommendation</Tag> <Chip>plain chip</Chip> <Chip href="#chip">chip that leads</Chip>
              </p>
              {tones.map((tone) => (
                <Verdict tone={tone} title={`Verdict: ${tone}`}>
                  With <a href="#caveats">the caveats of the table</a> in it.
                </Verdict>
              ))}
              <Note>
                A note beside the matter. Words the page does not own are escaped:{' '}
                {'<script>alert(1)</script> & "x"'}
              </Note>
            </Section>
            <Section title="Missing values">
              <FieldList
                fields={missingReasons.map((reason, index) => ({
                  label: reason,
                  value: (
                    <MissingMark reason={reason} note={index === 0 ? 'no overview was kept' : undefined} />
                  ),
                }))}
              />
            </Section>
          </>
        }
        aside={
          <>
            <Section title="What happened">
              <Timeline
                moments={[
                  {
                    when: '2002',
                    what: 'Fraud set up',
                    detail: 'by the Committee of Ministers',
                    tone: 'good',
                  },
                  { when: 'June 2012', what: 'Converted', tone: 'part' },
                  { when: '11 June 2018', what: 'Put to sleep', tone: 'bad' },
                  { when: <MissingMark reason="not_stated" />, what: 'Last meeting', tone: 'none' },
                  { when: 'May 2020', what: 'Source made' },
                ]}
              />
            </Section>
            <Section title="Contributions, 2019">
              <DataTable
                caption="Contributions in euro, 2019"
                captionShown
                rows={[
                  ['Netherlands', '4,042,840'],
                  ['Belgium', '3,127,480'],
                  ['Luxembourg', '457,680'],
                ]}
                columns={[
                  { title: 'State', cell: ([state]) => state },
                  { title: 'EUR', figure: true, cell: ([, amount]) => amount },
                ]}
                total={['Total', '7,628,000']}
              />
            </Section>
            <Section title="Long series, small and large values">
              <SeriesChart
                title="Savings"
                unit="EUR"
                points={Array.from({ length: 15 }, (_, index) => ({
                  year: 2005 + index,
                  value: index > 2 && index < 6 ? null : 120_000_000 + index * 9_000_000 * (index % 3),
                  reason: 'not stated',
                }))}
              />
            </Section>
            <Section title="Places, in every tone">
              <StatesMap
                title="States of the North"
                states={mapped.map(([code, tone, word]) => ({ code, name: `State ${code}`, tone, word }))}
              />
            </Section>
            <Section title="More states than words find a place for">
              <StatesMap
                title="Who takes part"
                states={['BE', 'DE', 'FR', 'LU', 'NL', 'AT', 'CH', 'CZ', 'SI', 'LI'].map((code) => ({
                  code,
                  name: `State ${code}`,
                  tone: 'fact',
                  word: 'Participant',
                }))}
              />
            </Section>
            <EmptyState
              why="No question is open."
              what="The last one was answered on 14 March 2019."
              who="The secretariat enters new ones."
            />
          </>
        }
      />
    </Stack>
  ),
};

const visitor: Sample = {
  shell: {
    title: 'Nothing is found at this address',
    person: null,
    current: null,
    exports: [],
    dates: {
      asOf: day('2026-11-23'),
      knownAt: day('2026-11-23'),
      today: day('2026-11-23'),
      horizon: day('2020-05'),
    },
    registers: [{ id: 'benelux', title: 'Benelux Union' }],
    lede: 'What a visitor sees: no desk, a way to sign in, and a list without rows.',
  },
  body: () => (
    <RecordList<string>
      caption="Questions"
      rows={[]}
      columns={[{ title: 'Question', cell: (row) => row }]}
      page={{ number: 1, size: 50, total: 0, hrefOf: (page) => `?page=${page}` }}
      clearHref="?"
      facets={[facetOf('party', 'Party', ['Netherlands', 'Belgium'], 'Belgium')]}
    />
  ),
};

const samples: Readonly<Record<GalleryPage, Sample>> = { dossier, list, states: statesSample, visitor };
