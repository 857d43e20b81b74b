import { Offered } from '#platform/actions/offered.tsx';
import type { Offer } from '#platform/actions/offers.ts';
import type { Panel } from '#platform/module.ts';
import { EmptyState, Section } from '#platform/page/components.tsx';
import { findRecord } from '#platform/records/records.ts';
import { type PromiseMadeIn, PromisesMadeIn, promises } from '#union';
import { hasEnded, reportHref } from '../model.ts';
import { exerciseTexts } from '../text/texts.ts';
import type { Shown } from './parts.tsx';

/** What was promised because of an exercise, each with the way to its commitment, and the way to make another. */
export function Lessons({
  exercise,
  names,
  context,
  promised,
  offers,
}: Shown & { promised: readonly PromiseMadeIn[]; offers: readonly Offer[] }) {
  const { page: words } = exerciseTexts(context.language);
  return (
    <>
      <Offered offers={offers} context={context} />
      <Section title={words.lessons} id="lessons">
        {promised.length === 0 ? (
          <EmptyState
            why={words.lessonsNone}
            what={hasEnded(exercise) ? words.lessonsWhat : words.lessonsLater}
          />
        ) : (
          <PromisesMadeIn caption={words.lessons} promised={promised} names={names} context={context} />
        )}
      </Section>
    </>
  );
}

/** On a commitment that was made from a lesson: the way back to the report. */
export const lessonPanel: Panel = {
  page: '/commitments/:id',
  render: async (context) => {
    const { register, knownAt, params } = context;
    const asked = { register: register.id, knownAt, kind: promises.name, id: params.id ?? '' };
    const found = await context.read((tx) => findRecord(tx, asked));
    const { origin, made_in: exercise } = found?.body ?? {};
    if (origin !== 'exercise' || typeof exercise !== 'string') return null;
    const { page: words } = exerciseTexts(context.language);
    return (
      <Section title={words.fromLesson} id="exercise">
        <p>
          {words.fromLessonWhat} <a href={context.href(reportHref(exercise))}>{words.toReport}</a>
        </p>
      </Section>
    );
  },
};
