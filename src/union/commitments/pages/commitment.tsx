import { cases } from '#evidence';
import { formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { FieldList, type Moment, Section, Stack, StatusMark, Timeline } from '#platform/page/components.tsx';
import { loadPanels } from '#platform/page/panels.tsx';
import type { RecordBody } from '#platform/records/kind.ts';
import { findRecord } from '#platform/records/records.ts';
import { listTransitions } from '#platform/records/transitions.ts';
import { loadNames } from '../../bodies/store.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { instruments } from '../../law/model.ts';
import { Named, type Names, plainName } from '../../names.tsx';
import { recommendations, researchQuestions } from '../../programme/model.ts';
import { RecordFields } from '../../register/pages/fields.tsx';
import { promises } from '../model.ts';
import type { Commitment } from '../rules/commitment.ts';
import { dueChangesOf, handoversOf, offerOf, promiseOf } from '../rules/promise.ts';
import { promiseStates } from '../store.ts';
import { commitmentTexts } from '../text/texts.ts';
import { daysOver } from './commitments.tsx';
import { commitmentTones } from './tones.ts';

/** Kinds in which a promise may have been made, for the way there. */
const origins = [recommendations, researchQuestions, instruments];

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const record = await findRecord(tx, { ...moment, kind: promises.name, id });
    if (record === undefined) return null;
    const states = await promiseStates(tx, moment);
    return {
      record,
      one: promiseOf(record, states.get(id) ?? null, lastDay(context.asOf)),
      steps: await listTransitions(tx, { ...moment, kind: promises.name, subject: id }),
      names: await loadNames(tx, moment, record.body, [cases, ...origins]),
      documents: await listAttached(tx, context, promises.name, id),
      offers: await listOffers(tx, context, promises.name, id),
    };
  });
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

/** One promise: whose it is, by when, where it was made, and each thing that became of it. */
export const commitmentPage: Page = {
  path: '/commitments/:id',
  navigation: 'programme',
  render: async (context) => {
    const { page: words, states, origins: made } = commitmentTexts(context.language);
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { record, one, names, offers } = loaded;
    const offered = one.state === 'open' ? offerOf(record.body) : null;
    const over = daysOver(one, lastDay(context.asOf));
    const madeIn = typeof record.body.made_in === 'string' ? record.body.made_in : null;
    const panels = await loadPanels(commitmentPage, context);
    return ok({
      title: { text: one.text, language: one.language },
      crumbs: [{ text: words.title, href: context.href('/commitments') }],
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <Section title={words.state} id="state">
            <FieldList
              fields={[
                {
                  label: words.state,
                  value: (
                    <>
                      <StatusMark tone={commitmentTones[one.state]} text={states[one.state]} />
                      {one.reason !== null && <> {one.reason}</>}
                      {over !== null && over > 0 && <> {words.daysLate(over)}</>}
                    </>
                  ),
                },
                {
                  label: words.owner,
                  value: <Named id={one.owner ?? ''} names={names} context={context} />,
                },
                ...(offered === null
                  ? []
                  : [
                      {
                        label: words.offered(formatDate(offered.on, context.language)),
                        value: (
                          <>
                            <Named id={offered.to} names={names} context={context} /> {offered.reason}
                          </>
                        ),
                      },
                    ]),
                {
                  label: words.watcher,
                  value: <Named id={one.watcher ?? ''} names={names} context={context} />,
                },
                {
                  label: words.due,
                  value: one.stated === null ? words.notStated : formatDate(one.stated, context.language),
                },
                ...(madeIn === null
                  ? []
                  : [
                      {
                        label: words.origin,
                        // Of an exercise its own room says more, and leads there (panels).
                        value:
                          one.madeIn === 'exercise' ? (
                            made.exercise
                          ) : (
                            <Named id={madeIn} names={names} context={context} kinds={origins} />
                          ),
                      },
                    ]),
              ]}
            />
          </Section>
          {panels}
          <Section title={words.history} id="history">
            <Timeline moments={historyOf(loaded, context)} />
          </Section>
          <Section title={words.said} id="said">
            <RecordFields kind={promises} body={asMade(record.body)} names={names} context={context} />
          </Section>
          <Attached documents={loaded.documents} context={context} />
        </Stack>
      ),
    });
  },
};

/** What changed since stands in the history. */
function asMade({
  handovers: _handovers,
  due_changes: _changes,
  offered: _offered,
  ...body
}: RecordBody): RecordBody {
  return body;
}

/** Steps, handovers and moved dates by the day on which they count, in that order. */
function historyOf({ record, steps, names }: Loaded, context: PageContext): readonly Moment[] {
  const { page: words, states } = commitmentTexts(context.language);
  const { language } = context;
  const day = lastDay(context.asOf);
  type Dated = { readonly on: PartialDate; readonly moment: Omit<Moment, 'when'> };
  const taken = steps
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ to, from, effectiveOn, details }): Dated => {
      const said = [details.evidence, details.reason].filter((one) => typeof one === 'string');
      const text = from === 'none' ? words.made : (states[to as Commitment['state']] ?? to);
      return {
        on: effectiveOn,
        moment: {
          what: text,
          tone: commitmentTones[to as Commitment['state']] ?? 'none',
          ...(said.length === 0 ? {} : { detail: said.join(' ') }),
        },
      };
    });
  const nameOf = (id: string, known: Names) => plainName(id, known, language);
  const given = handoversOf(record.body).map(
    ({ on, from, to, reason }): Dated => ({
      on,
      moment: { what: words.handedOver(nameOf(from, names), nameOf(to, names)), detail: reason },
    }),
  );
  const moved = dueChangesOf(record.body).map(
    ({ on, from, to, reason }): Dated => ({
      on,
      moment: {
        what: words.dueChanged(formatDate(from, language), formatDate(to, language)),
        detail: reason,
      },
    }),
  );
  return [...taken, ...given, ...moved]
    .filter(({ on }) => lastDay(on) <= day)
    .toSorted((a, b) => (lastDay(a.on) < lastDay(b.on) ? -1 : lastDay(a.on) > lastDay(b.on) ? 1 : 0))
    .map(({ on, moment }) => ({ when: formatDate(on, language), ...moment }));
}
