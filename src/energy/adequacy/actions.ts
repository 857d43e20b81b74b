import { fail, ok, problem, type Result } from '#kernel/result.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import { count, line, subject } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { enqueue } from '#platform/jobs.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { inBody } from '../exercise/body.ts';
import { listStudyNames, studiesFolder } from './kept-studies.ts';
import { makeStudies } from './permissions.ts';
import { countUnderWay, findAsked, saveStudy, stopStudy, studyTask, waitAgain } from './store.ts';
import { adequacyTexts } from './text/texts.ts';

export const studiesPath = '/practice/energy/adequacy';

/** Years that a page can ask for: some minutes of one thread. */
const mostYears = 20_000;
/** Studies that wait or are under way at once. */
const mostUnderWay = 5;

const textsOf = textsFrom(adequacyTexts);
const personOf = ({ actor }: ActionContext) => (actor.kind === 'person' ? `person:${actor.id}` : actor.kind);
const subjectOf = (id: string) => `energy_studies/${id}`;

const asBody = {
  permission: makeStudies,
  object: (tx: Transaction, context: ActionContext) => inBody(tx, context, undefined),
  about: null,
  back: () => studiesPath,
};

const journal = (
  tx: Transaction,
  context: ActionContext,
  id: string,
  { event, payload = {} }: { readonly event: string; readonly payload?: object },
) =>
  appendJournal(tx, context.clock, [
    {
      ...{ event: `energy_studies.${event}`, actor: personOf(context), party: null },
      ...{ register: context.register.id, subject: subjectOf(id), payload },
    },
  ]);

const done = (id: string): Result<Done> => ok({ changes: [], subject: subjectOf(id), path: studiesPath });

/** Problem: `energy_studies_many`. */
async function ask(
  tx: Transaction,
  context: ActionContext,
  asked: { readonly source: string; readonly years: number; readonly seed: number },
): Promise<Result<Done>> {
  const { clock, register } = context;
  if ((await countUnderWay(tx, register.id)) >= mostUnderWay)
    return fail(problem('energy_studies_many', '', { most: mostUnderWay }));
  const id = newId(clock);
  await saveStudy(tx, clock, { id, register: register.id, ...asked, askedBy: personOf(context) });
  await journal(tx, context, id, { event: 'start', payload: asked });
  await enqueue(tx, studyTask);
  return done(id);
}

const howMuch = { years: count(10, mostYears), seed: count(0, 999_999_999) };

/** Of a study that is made up from a seed. */
export const startStudy = defineAction({
  ...asBody,
  name: 'energy-studies/start',
  fields: { made_up: count(1, 999_999_999), ...howMuch },
  texts: textsOf('start'),
  perform: (tx, context, { made_up: madeUp, ...asked }) =>
    ask(tx, context, { source: `synthetic:${madeUp}`, ...asked }),
  prefill: async () => ({ made_up: '1', years: '300', seed: '1' }),
});

/** Areas, units and weather of a kept study again, with other years. */
export const repeatStudy = defineAction({
  ...asBody,
  name: 'energy-studies/repeat',
  fields: { study: { ...line, control: 'hidden' }, ...howMuch },
  texts: textsOf('repeat'),
  back: ({ study = '' }) => (study === '' ? studiesPath : `${studiesPath}/${study}`),
  perform: async (tx, context, { study, ...asked }) => {
    const names = await listStudyNames(studiesFolder(context.dataFolder));
    return names.includes(study)
      ? ask(tx, context, { source: study, ...asked })
      : fail(problem('energy_study_not_found', 'body.study', { study: study.slice(0, 80) }));
  },
  prefill: async () => ({ years: '1000', seed: '2' }),
});

export const stopStudyAction = defineAction({
  ...asBody,
  name: 'energy-studies/stop',
  fields: { study: subject },
  texts: textsOf('stop'),
  perform: async (tx, context, { study: id }) => {
    const study = await findAsked(tx, context.register.id, id);
    if (study === null) return fail(problem('energy_study_not_asked', 'body.study'));
    if (!(await stopStudy(tx, context.clock, id)))
      return fail(problem('energy_study_not_running', 'body.study'));
    await journal(tx, context, id, { event: 'stop' });
    return done(id);
  },
});

export const resumeStudy = defineAction({
  ...asBody,
  name: 'energy-studies/resume',
  fields: { study: subject },
  texts: textsOf('resume'),
  perform: async (tx, context, { study: id }) => {
    const study = await findAsked(tx, context.register.id, id);
    if (study === null) return fail(problem('energy_study_not_asked', 'body.study'));
    if (!(await waitAgain(tx, id))) return fail(problem('energy_study_not_stopped', 'body.study'));
    await journal(tx, context, id, { event: 'resume' });
    await enqueue(tx, studyTask);
    return done(id);
  },
});

export const studyActions: readonly Action[] = [startStudy, repeatStudy, stopStudyAction, resumeStudy];
