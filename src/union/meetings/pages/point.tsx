import { lastDay } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Section, Stack, StatusMark, Verdict } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { findRecord } from '#platform/records/records.ts';
import { bodies, groups, parties } from '../../bodies/model.ts';
import { loadNames } from '../../bodies/store.ts';
import { promises } from '../../commitments/model.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { initiatives } from '../../initiatives/model.ts';
import { instruments } from '../../law/model.ts';
import { Named } from '../../names.tsx';
import { parliamentItems } from '../../parliament/model.ts';
import { agendaItems, meetings, type PointKind, type PointOutcome } from '../model.ts';
import { decideOn } from '../rules/decision.ts';
import { dateOf, findBody, findMeeting, findRule, listVoters, positionsOf } from '../store.ts';
import { meetingTexts } from '../text/texts.ts';
import { HintList, listHints } from './hints.tsx';
import { ruleText } from './meeting.tsx';
import { isShown, openPapers } from './papers.ts';
import { outcomeTones, positionTones, verdictTones } from './tones.ts';

const originKinds = [promises, instruments, parliamentItems, initiatives];

/** Problems: `record_not_found`, and `agenda_item_not_allowed` for who may not see it, which says nothing of what it is. */
async function load(context: PageContext) {
  const known = { register: context.register.id, knownAt: context.knownAt };
  const id = context.params.id ?? '';
  return context.read(async (tx): Promise<Result<Awaited<ReturnType<typeof shown>>>> => {
    const item = await findRecord(tx, { ...known, kind: agendaItems.name, id });
    const meeting = item === undefined ? undefined : await findMeeting(tx, known, String(item.body.meeting));
    if (item === undefined || meeting === undefined) return fail(problem('record_not_found', '', { id }));
    const bodyId = String(meeting.body.body);
    const papers = (await openPapers(tx, context, [bodyId])).has(bodyId);
    if (!isShown(item, papers)) return fail(problem('agenda_item_not_allowed'));
    return ok(await shown());

    async function shown() {
      if (item === undefined || meeting === undefined) throw new Error('Both were found');
      const rule = await findRule(tx, known, bodyId);
      const body = await findBody(tx, known, bodyId);
      const voters =
        rule === null || body === undefined
          ? []
          : await listVoters(tx, known, rule, body, lastDay(dateOf(meeting)));
      const told = papers ? positionsOf(item) : {};
      return {
        item,
        meeting,
        papers,
        rule,
        told,
        rows: [...new Set([...voters, ...Object.keys(told)])],
        decided: rule === null ? null : decideOn(told, rule, voters),
        hints: (await listHints(tx, context, known, [item])).get(id) ?? [],
        names: await loadNames(
          tx,
          known,
          [item.body.origin, item.body.put_by, item.body.escalated_to, voters, Object.keys(told)],
          originKinds,
        ),
        documents: await listAttached(tx, context, agendaItems.name, id),
        offers: await listOffers(tx, context, agendaItems.name, id),
      };
    }
  });
}

/** One point of an agenda: what it asks for, who thinks what, what else is about the same and what came of it. */
export const pointPage: Page = {
  path: '/agenda/:id',
  navigation: 'programme',
  render: async (context) => {
    const { page: words, points, outcomes, positions, audiences, fields } = meetingTexts(context.language);
    const loaded = await load(context);
    if (!loaded.ok) return loaded;
    const { item, meeting, papers, rule, told, rows, decided, hints, names, offers } = loaded.value;
    const { body } = item;
    const outcome = body.outcome as PointOutcome | null | undefined;
    const named = (id: unknown, kinds: readonly (typeof groups)[]) => (
      <Named id={String(id)} names={names} context={context} kinds={kinds} />
    );
    return ok({
      title: localize(agendaItems.title(body), context.language, ['en']),
      crumbs: [
        { text: words.title, href: context.href('/meetings') },
        {
          text: localize(meetings.title(meeting.body), context.language, ['en']).text,
          href: context.href(meetings.href(meeting.id)),
        },
      ],
      lede: (
        <>
          {points[body.point as PointKind]}, {String(body.duration_minutes)} min{' '}
          {outcome != null && <StatusMark tone={outcomeTones[outcome]} text={outcomes[outcome]} />}
        </>
      ),
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <FieldList
            fields={[
              { label: words.openTo, value: audiences[body.open_to as keyof typeof audiences] },
              ...(body.put_by == null
                ? []
                : [{ label: words.putBy, value: named(body.put_by, [parties, bodies]) }]),
              ...(body.origin == null
                ? []
                : [{ label: words.origin, value: named(body.origin, originKinds) }]),
              ...(body.text == null ? [] : [{ label: words.text, value: String(body.text) }]),
              ...(body.carried_from == null
                ? []
                : [
                    {
                      label: words.followedFrom,
                      value: (
                        <>
                          <a href={context.href(agendaItems.href(String(body.carried_from)))}>
                            {String(body.carried_from)}
                          </a>{' '}
                          <small>{words.carried(Number(body.carried ?? 0))}</small>
                        </>
                      ),
                    },
                  ]),
            ]}
          />
          <Section title={words.positions} id="positions">
            {papers ? (
              <>
                <DataTable<string>
                  caption={words.positions}
                  rows={rows}
                  columns={[
                    { title: words.party, cell: (party) => named(party, [parties]) },
                    {
                      title: words.positions,
                      cell: (party) => {
                        const said = told[party];
                        return said === undefined ? (
                          words.noPosition
                        ) : (
                          <>
                            <StatusMark tone={positionTones[said.position]} text={positions[said.position]} />
                            {said.text != null && <small>{said.text}</small>}
                          </>
                        );
                      },
                    },
                  ]}
                />
                {rule !== null && decided !== null && outcome == null && (
                  <Verdict tone={verdictTones[decided.verdict]} title={words.verdicts[decided.verdict]}>
                    <p>{ruleText(rule, context)}</p>
                  </Verdict>
                )}
              </>
            ) : (
              <EmptyState why={words.positionsClosed} who={words.closedWho} />
            )}
          </Section>
          <Section title={words.hints} id="hints">
            {hints.length === 0 ? (
              <EmptyState why={words.hintsNone} />
            ) : (
              <HintList hints={hints} context={context} />
            )}
          </Section>
          {outcome != null && (
            <Section title={words.outcome} id="outcome">
              <FieldList
                fields={[
                  {
                    label: words.outcome,
                    value: <StatusMark tone={outcomeTones[outcome]} text={outcomes[outcome]} />,
                  },
                  ...(body.conclusion == null
                    ? []
                    : [{ label: fields.conclusion, value: String(body.conclusion) }]),
                  ...(body.escalated_to == null
                    ? []
                    : [{ label: words.body, value: named(body.escalated_to, [groups, bodies]) }]),
                  ...(body.promise == null
                    ? []
                    : [
                        {
                          label: words.commitment,
                          value: (
                            <a href={context.href(promises.href(String(body.promise)))}>
                              {String(body.promise)}
                            </a>
                          ),
                        },
                      ]),
                ]}
              />
            </Section>
          )}
          <Attached documents={loaded.value.documents} context={context} />
        </Stack>
      ),
    });
  },
};
