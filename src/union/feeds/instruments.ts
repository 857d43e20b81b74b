import { sectionsOf } from '#evidence';
import { compareForOrder, type PartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { writeAtom } from '#platform/export/atom.ts';
import { idOfName } from '#platform/id.ts';
import type { Feed } from '#platform/module.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { instruments } from '../law/model.ts';
import { unionTexts } from '../text/texts.ts';
import { wordFor } from '../text/words/words.ts';
import { headOf } from './changes.ts';

/** Every legal instrument, the one adopted last first; those that the source does not date come at the end. */
export const instrumentsFeed: Feed = {
  path: '/instruments.atom',
  format: 'atom',
  title: (language) => instruments.label[language].many,
  parameters: [],
  answer: async (context) => {
    const { language } = context;
    const words = unionTexts(language);
    const records = await context.read((tx) =>
      allRecords(tx, {
        register: context.register.id,
        knownAt: context.knownAt,
        kinds: [instruments.name],
      }),
    );
    const dated = records.toSorted((a, b) => {
      const [first, second] = [dateOf(a.body), dateOf(b.body)];
      if (first === null || second === null) return Number(first === null) - Number(second === null);
      return compareForOrder(second, first);
    });
    return ok(
      writeAtom({
        ...headOf(context, instrumentsFeed),
        subtitle: words.law.lede,
        alternate: context.address('/law'),
        self: context.address(instrumentsFeed.path),
        next: null,
        entries: dated.map(({ id, body, recordedAt }) => {
          const date = dateOf(body);
          const kind = typeof body.kind === 'string' ? body.kind : null;
          const sections = sectionsOf(body).join(', ');
          return {
            id: `urn:uuid:${idOfName(`${context.register.id}/${instruments.name}/${id}`)}`,
            title: localize(instruments.title(body), language, ['en']),
            updated: recordedAt,
            href: context.address(instruments.href(id)),
            summary: [
              date === null ? words.feeds.adoptedUnknown : words.feeds.adoptedOn(date),
              ...(sections === '' ? [] : [texts(language).sources.sections(sections)]),
            ].join(' '),
            categories: kind === null ? [] : [{ term: kind, label: wordFor(kind, language) }],
          };
        }),
      }),
    );
  },
};

/** When it was adopted; a date of its being in force says nothing of that. */
function dateOf({ adopted, decided }: RecordBody): PartialDate | null {
  return ([adopted, decided].find((date) => typeof date === 'string') ?? null) as PartialDate | null;
}
