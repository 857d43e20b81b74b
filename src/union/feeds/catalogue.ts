import { ok } from '#kernel/result.ts';
import { type Distribution, writeCatalogue } from '#platform/export/dcat.ts';
import { feedFormats } from '#platform/export/format.ts';
import { syntheticNote } from '#platform/export/notes.ts';
import { type Dataset, type Feed, feedPath, type ReadContext } from '#platform/module.ts';
import { exportTypes } from '#platform/page/shell.tsx';
import { newestRecording } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { assessmentTexts } from '../assessments/text/texts.ts';
import { groups } from '../bodies/model.ts';
import { commitmentTexts } from '../commitments/text/texts.ts';
import { documentTexts } from '../documents/text/texts.ts';
import { groupTexts } from '../groups/text/texts.ts';
import { initiativeTexts } from '../initiatives/text/texts.ts';
import { meetingTexts } from '../meetings/text/texts.ts';
import { planTexts } from '../plans/text/texts.ts';
import { steeringTexts } from '../steering/text/texts.ts';
import { unionTexts } from '../text/texts.ts';
import { changesFeed } from './changes.ts';
import { deadlinesFeed } from './deadlines.ts';
import { eventsFeed } from './events.ts';
import { instrumentsFeed } from './instruments.ts';
import { meetingsFeed } from './meetings.ts';

/** What this module has to offer, in the order of its pages. */
export async function unionDatasets({
  language,
}: Pick<ReadContext, 'language'>): Promise<readonly Dataset[]> {
  const words = unionTexts(language);
  const exports = ['csv', 'xlsx', 'json'] as const;
  const none = { exports: [], feeds: [], years: null };
  return [
    {
      ...none,
      id: 'records',
      title: words.feeds.records,
      description: words.feeds.recordsWhat,
      page: '/find',
      exports,
    },
    {
      ...none,
      id: 'groups',
      title: groups.label[language].many,
      description: words.groups.lede,
      page: '/groups',
      exports,
    },
    ...(
      [
        ['programme', words.programme],
        ['bodies', words.bodiesPage],
        ['contacts', words.contacts],
        ['budget', words.budget],
        ['plans', planTexts(language).page],
        ['initiatives', initiativeTexts(language).page],
        ['assessments', assessmentTexts(language).page],
        ['commitments', commitmentTexts(language).page],
        ['recommendations', commitmentTexts(language).recommendations],
        ['steering', steeringTexts(language).page],
        ['regions', groupTexts(language).regions],
        ['documents', documentTexts(language).page],
      ] as const
    ).map(([id, { title, lede }]) => ({
      ...none,
      id,
      title,
      description: lede,
      page: `/${id}`,
      exports,
    })),
    {
      ...none,
      id: 'implementation',
      title: words.law.board,
      description: words.law.lede,
      page: '/law',
      exports,
    },
    {
      ...none,
      id: 'instruments',
      title: instrumentsFeed.title(language),
      description: words.feeds.instrumentsWhat,
      page: '/law',
      feeds: [{ feed: instrumentsFeed }],
    },
    {
      ...none,
      id: 'parliament',
      title: words.parliament.title,
      description: words.parliament.lede,
      page: '/parliament',
      exports,
    },
    {
      ...none,
      id: 'deadlines',
      title: words.feeds.deadlines,
      description: words.feeds.deadlinesWhat,
      page: '',
      feeds: [{ feed: deadlinesFeed }],
    },
    {
      ...none,
      id: 'events',
      title: words.feeds.events,
      description: words.feeds.eventsWhat,
      page: '/programme',
      feeds: [{ feed: eventsFeed }],
    },
    {
      ...none,
      id: 'meetings',
      title: meetingTexts(language).page.title,
      description: meetingTexts(language).page.lede,
      page: '/meetings',
      exports,
      feeds: [{ feed: meetingsFeed }],
    },
    {
      ...none,
      id: 'journal',
      title: words.journal.title,
      description: words.journal.lede,
      page: '/journal',
      exports,
      feeds: [{ feed: changesFeed }],
    },
  ];
}

/** Everything that can be taken from the register, with all the forms in which it can be had. */
export const catalogueFeed: Feed = {
  path: '/catalogue.jsonld',
  format: 'dcat',
  title: (language) => unionTexts(language).feeds.catalogue,
  parameters: [],
  answer: async (context) => {
    const { language, register, asOf, knownAt } = context;
    const words = unionTexts(language).feeds;
    const shared = texts(language).exports;
    const datasets = await Promise.all(context.modules.map((module) => module.datasets(context)));
    const kinds = context.modules
      .flatMap((module) => module.kinds)
      .filter(({ visibility }) => visibility === 'public')
      .map(({ name }) => name);
    const modified = await context.read((tx) =>
      newestRecording(tx, { register: register.id, knownAt, kinds }),
    );
    const stated = (key: string) =>
      typeof register.meta[key] === 'string' ? String(register.meta[key]) : null;
    const licence = stated('licence');
    const publisher = stated('publisher');
    return ok(
      writeCatalogue({
        url: context.address(catalogueFeed.path),
        title: `${words.catalogue}, ${register.title}`,
        description: [
          words.catalogueWhat,
          ...syntheticNote(context),
          shared.asOf(asOf, knownAt),
          ...(publisher === null ? [words.publisherNone] : []),
        ].join(' '),
        homepage: context.address(''),
        language,
        publisher,
        provenance: stated('derived_from'),
        terms: licence === null ? shared.terms : `${licence}. ${shared.terms}`,
        modified,
        datasets: datasets.flat().map((dataset) => ({
          id: dataset.id,
          title: dataset.title,
          description: dataset.description,
          page: context.address(dataset.page),
          years: dataset.years,
          distributions: [
            ...dataset.exports.map(
              (format): Distribution => ({
                url: context.address(dataset.page, { format }),
                format: texts(language).shell.exports[format],
                mediaType: exportTypes[format],
                standard: null,
              }),
            ),
            ...dataset.feeds.map((link): Distribution => {
              const { name, type, standard } = feedFormats[link.feed.format];
              return { url: context.address(feedPath(link)), format: name, mediaType: type, standard };
            }),
          ],
        })),
      }),
    );
  },
};
