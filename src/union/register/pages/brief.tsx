import { benefitsOf, instructiveSeries, SeriesWithVerdict, sectionsOf } from '#evidence';
import type { RecordId } from '#kernel/references.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { grantsOn } from '#platform/access/access.ts';
import { listWaiting, recordWaiting, type Waiting } from '#platform/actions/waiting.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { Figure, FigureRow, Section, Sources, Stack } from '#platform/page/components.tsx';
import { allRecords } from '#platform/records/records.ts';
import { parties } from '../../bodies/model.ts';
import { listGroupEntries, listMembers, loadNames } from '../../bodies/store.ts';
import { cutOffBefore, outlineBoard } from '../../law/store.ts';
import { plainName } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import { type Desk, loadDesk } from '../desk.ts';
import { OpenLaws, WaitingList } from './desk.tsx';
import { Due } from './due.tsx';

/** The party of the address, else that of the reader's grant, else the first member. */
function chooseParty(context: PageContext, members: readonly string[]): string | undefined {
  const asked = context.query.get('party') ?? '';
  if (asked !== '') return asked;
  const [grant] = grantsOn(context.actor, context.register.id, todayOn(context.clock));
  return grant?.party ?? members[0];
}

async function load(context: PageContext) {
  const { register, asOf, knownAt } = context;
  const moment = { register: register.id, asOf, knownAt };
  return context.read(async (tx) => {
    const members = (await listMembers(tx, moment)).map(({ id }) => id);
    const party = chooseParty(context, members);
    const [found] =
      party === undefined ? [] : await allRecords(tx, { ...moment, kinds: [parties.name], ids: [party] });
    if (found === undefined) return { party, members, loaded: null };
    const desk = await loadDesk(tx, context, found.id as RecordId);
    const groups = await listGroupEntries(tx, register, moment);
    const earlier = { ...context, asOf: cutOffBefore(asOf) };
    const groupsThen = await listGroupEntries(tx, register, { ...moment, asOf: earlier.asOf });
    const boardThen = await outlineBoard(tx, register, { ...moment, asOf: earlier.asOf });
    return {
      party: found.id,
      members,
      loaded: {
        desk,
        waiting: await waitingFor(tx, context, found.id),
        // What is known today of a year before; a figure of which part is not known is none.
        before: {
          late: lateOf(await loadDesk(tx, earlier, found.id as RecordId)),
          deficit: boardThen.deficit?.find((one) => one.party === found.id && one.assessed > 0) ?? null,
          active: groupsThen.some(({ state }) => state === 'unknown') ? null : activeOf(groupsThen),
        },
        board: await outlineBoard(tx, register, moment),
        active: activeOf(groups),
        unknown: groups.filter(({ state }) => state === 'unknown').length,
        names: await loadNames(tx, moment, [members, found.id, desk.due]),
        series: await instructiveSeries(tx, moment),
        benefits: await benefitsOf(tx, context),
      },
    };
  });
}

const activeOf = (groups: readonly { readonly state: string }[]) =>
  groups.filter(({ state }) => state === 'active').length;

/** How many promises were overdue; null where none with a date was known. */
const lateOf = ({ due }: Desk) => (due.length === 0 ? null : due.filter(({ days }) => days < 0).length);

/** At most this many decisions are printed; the desk has all. */
const mostWaiting = 8;

/** What waits for the party's decision, for whoever acts for it; null for everybody else. */
async function waitingFor(
  tx: Transaction,
  context: PageContext,
  party: string,
): Promise<readonly Waiting[] | null> {
  const { actor } = context;
  if (actor.kind !== 'person') return null;
  const own = grantsOn(actor, context.register.id, todayOn(context.clock)).filter(
    (grant) => grant.party === party,
  );
  if (own.length === 0) return null;
  const waiting = new Map<string, Waiting>();
  for (const grant of own)
    for (const one of await listWaiting(tx, { ...context, actor }, grant)) waiting.set(one.href, one);
  return [...waiting.values()];
}

/**
 * For a minister, on two printed pages: what is to be decided, what is late, what the state has not done, what it
 * put first, three numbers, each beside that of a year before.
 */
export const briefPage: Page = {
  path: '/brief',
  navigation: null,
  render: async (context) => {
    const words = unionTexts(context.language);
    const { party, members, loaded } = await load(context);
    if (loaded === null || party === undefined)
      return fail(problem('record_not_found', 'query.party', { id: party ?? '' }));
    const { desk, waiting, before, board, active, unknown, names, series, benefits } = loaded;
    const name = (id: string) => plainName(id, names, context.language);
    const deficit = board.deficit?.find((one) => one.party === party);
    const late = desk.due.filter(({ days }) => days < 0);
    const certain = desk.laws.filter(({ cells }) =>
      cells.some((cell) => cell.party === party && cell.inLaw !== 'unknown'),
    );
    const ahead = desk.due.filter(({ days }) => days >= 0);
    const printed = waiting?.slice(0, mostWaiting) ?? [];
    recordWaiting(context, printed);
    return ok({
      title: words.brief.titleOf(name(party)),
      // In the same line: the brief is two pages.
      lede: waiting?.length === 0 ? `${words.brief.lede} ${words.brief.decisionsNone}` : words.brief.lede,
      body: (
        <Stack>
          <p class="chips">
            {members.map((id) => (
              <a
                class="chip"
                href={context.href('/brief', { party: id })}
                aria-current={id === party ? 'page' : undefined}
              >
                {name(id)}
              </a>
            ))}
          </p>
          <FigureRow>
            <Figure
              value={late.length}
              label={words.brief.overdue(late.length)}
              detail={<Earlier detail={words.brief.overdueWhat} value={before.late} context={context} />}
            />
            {deficit === undefined ? (
              <Figure value="–" label={words.law.deficit} detail={words.law.deficitNone} />
            ) : (
              <Figure
                value={words.law.deficitOf(deficit.open, deficit.assessed)}
                label={<a href={`${context.href('/law')}#board`}>{words.law.deficit}</a>}
                detail={
                  <Earlier
                    detail={words.law.deficitUnknown(deficit.unknown)}
                    value={
                      before.deficit && words.law.deficitOf(before.deficit.open, before.deficit.assessed)
                    }
                    context={context}
                  />
                }
              />
            )}
            <Figure
              value={active}
              label={words.overview.groupsActive(active)}
              detail={
                <Earlier
                  detail={words.overview.groupsUnknown(unknown)}
                  value={before.active}
                  context={context}
                />
              }
            />
          </FigureRow>
          {waiting !== null && waiting.length > 0 && (
            <Section
              title={words.brief.decisions}
              id="decisions"
              tools={[{ text: words.desk.title, href: context.href('/desk') }]}
            >
              <WaitingList waiting={printed} />
              {waiting.length > mostWaiting && (
                <p>
                  <a href={context.href('/desk')}>
                    {words.brief.decisionsMore(waiting.length - mostWaiting)}
                  </a>
                </p>
              )}
            </Section>
          )}
          <Section title={words.brief.late} id="late">
            {late.length === 0 ? (
              <p>{words.brief.lateNone}</p>
            ) : (
              <Due due={late} names={names} context={context} />
            )}
          </Section>
          <Section title={words.brief.ahead} id="ahead">
            {ahead.length === 0 ? (
              <p>{words.brief.aheadNone}</p>
            ) : (
              <Due due={ahead} names={names} context={context} />
            )}
          </Section>
          <Section title={words.desk.laws} id="laws">
            {(certain.length > 0 || desk.laws.length === 0) && (
              <OpenLaws
                desk={{ ...desk, laws: certain }}
                party={party as RecordId}
                names={names}
                context={context}
              />
            )}
            {desk.laws.length > certain.length && (
              <p>
                <a href={context.href('/law')}>{words.brief.unknown(desk.laws.length - certain.length)}</a>
              </p>
            )}
          </Section>
          <Section title={words.brief.priorities} id="priorities">
            {desk.presidencies.length === 0 ? (
              <p>{words.brief.prioritiesNone}</p>
            ) : (
              <ul class="plain">
                {desk.presidencies.map(({ body }) => (
                  <li>
                    <strong>{String(body.year ?? '')}</strong>{' '}
                    {Array.isArray(body.priorities) ? (
                      <span lang="en">{body.priorities.join(', ')}</span>
                    ) : (
                      <span class="missing">{words.brief.prioritiesNotStated}</span>
                    )}
                    {typeof body.result === 'string' && <span lang="en">. {body.result}</span>}{' '}
                    <Sources register={context.register} sections={sectionsOf(body)} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {series !== null && (
            <Section
              title={words.overview.questionEvidence}
              id="trend"
              tools={[{ text: words.law.facts, href: context.href(`/evidence/${series.drawn.id}`) }]}
            >
              <SeriesWithVerdict found={series} />
            </Section>
          )}
          {benefits}
        </Stack>
      ),
    });
  },
};

/** What a figure means, and what it was a year before, where that is known. */
function Earlier({
  detail,
  value,
  context,
}: {
  detail: string;
  value: string | number | null;
  context: PageContext;
}) {
  const words = unionTexts(context.language).brief;
  return (
    <>
      {detail}. {value === null ? words.earlierUnknown : words.earlier(value)}
    </>
  );
}
