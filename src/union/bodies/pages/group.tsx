import { Contradictions, cases, indicators, listDiscrepancies, sectionsOf } from '#evidence';
import { daysBetween, formatDate, lastDay } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { listLacking } from '#platform/actions/lacking.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers, offersToMake } from '#platform/actions/offers.ts';
import { StillLacking } from '#platform/actions/still-lacking.tsx';
import type { Page, PageContext } from '#platform/module.ts';
import {
  type Branch,
  Columns,
  EmptyState,
  FieldList,
  type Moment,
  Section,
  Sources,
  Stack,
  Timeline,
  Tree,
  Verdict,
} from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { allRecords } from '#platform/records/records.ts';
import { listTransitions } from '#platform/records/transitions.ts';
import { reviewOf } from '../../commitments/rules/planned.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { groupTexts } from '../../groups/text/texts.ts';
import { instruments } from '../../law/model.ts';
import { meetingTexts } from '../../meetings/text/texts.ts';
import { Named, type Names } from '../../names.tsx';
import { DossierTabs } from '../../register/pages/dossier-tabs.tsx';
import { RecordFields } from '../../register/pages/fields.tsx';
import { renewalSentence } from '../../register/pages/renewal-sentence.ts';
import { listRenewals } from '../../register/secretariat.ts';
import { unionTexts } from '../../text/texts.ts';
import { type GroupState, groups } from '../model.ts';
import { sleepLimit } from '../rules/review.ts';
import {
  findGroup,
  type Group,
  groupKey,
  listContacts,
  listParts,
  listRelatives,
  loadNames,
} from '../store.ts';
import { ContactPoints, hangingOnContacts, openContacts, recordReading } from './contact-points.tsx';
import { GroupNotes, loadNotes } from './group-notes.tsx';
import { Participation } from './participation.tsx';
import { GroupStateMark } from './state.tsx';

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const group = await findGroup(tx, moment, id);
    if (group === undefined) return null;
    const known = await listTransitions(tx, { ...moment, kind: groups.name, subject: id });
    const steps = known.filter(({ withdrawn }) => !withdrawn);
    const parts = await listParts(tx, moment, group.record);
    const contacts = await listContacts(tx, moment, group.record);
    const shown = [group.record.body, steps, parts, contacts.map(({ party }) => party)];
    const opened = (await openContacts(tx, context, [groupKey(id)])).get(groupKey(id));
    const told = contacts.flatMap(({ contact }) => contact?.id ?? []);
    return {
      group,
      renewal: (await listRenewals(tx, moment, [group]))[0]?.renewal ?? null,
      lacking: await listLacking(tx, context, groups.name, id),
      documents: await listAttached(tx, context, groups.name, id),
      offers: [
        ...(await listOffers(tx, context, groups.name, id)),
        ...(await offersToMake(tx, context, ['assessments/open'], { subject: id })),
        ...(await offersToMake(tx, context, ['meetings/plan'], { body: id })),
      ],
      relatives: await listRelatives(tx, moment, group),
      names: await loadNames(tx, moment, shown, [cases, instruments, indicators]),
      steps,
      parts,
      opened,
      contacts,
      onContacts: await hangingOnContacts(tx, context, opened, told),
      kept: await loadNotes(tx, context, [id]),
      laws: await allRecords(tx, {
        ...moment,
        kinds: [instruments.name],
        says: [{ working_group: id }, { issuer: id }],
      }),
      contradictions: await listDiscrepancies(tx, moment, [id], sectionsOf(group.record.body)),
    };
  });
}

/** One group: its state on the date, where it comes from, who takes part, and who is missing. */
export const groupPage: Page = {
  path: '/groups/:id',
  navigation: 'programme',
  render: async (context) => {
    const words = unionTexts(context.language);
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { group, offers, names, steps, parts, opened, contacts, laws, relatives, contradictions } = loaded;
    const { handover } = groupTexts(context.language);
    const body = group.record.body;
    recordReading(
      context,
      `${groups.name}/${group.id}`,
      opened,
      contacts.flatMap(({ contact }) => contact?.id ?? []),
    );
    return ok({
      title: localize(group.title, context.language, ['en']),
      crumbs: [
        { text: words.programme.title, href: context.href('/programme') },
        { text: words.groups.title, href: context.href('/groups') },
      ],
      lede: (
        <>
          <GroupStateMark state={group.state} missing={group.record.body.status_missing} />{' '}
          <Sources register={context.register} sections={sectionsOf(body)} />
        </>
      ),
      body: (
        <Stack>
          <DossierTabs
            context={context}
            kind={groups.name}
            id={group.id}
            dossier={typeof body.case === 'string' ? body.case : null}
          />
          <Offered offers={offers} context={context} />
          <StillLacking steps={loaded.lacking} context={context} />
          <ReviewNote group={group} context={context} />
          {loaded.renewal !== null && (
            <Verdict
              tone={loaded.renewal.lapsed ? 'bad' : 'part'}
              title={
                <a href={context.href(`/assessments/${loaded.renewal.assessment}`)}>
                  {renewalSentence(loaded.renewal, context)}
                </a>
              }
            />
          )}
          {contradictions.length > 0 && <Contradictions items={contradictions} context={context} />}
          <Columns
            main={
              <>
                <Section title={words.groups.history} id="history">
                  <Timeline moments={steps.map((step) => momentOf(step, names, context))} />
                  {steps.length === 0 && <EmptyState why={words.why.no_earlier_fact} />}
                </Section>
                <Section
                  title={words.groups.participation}
                  id="parties"
                  tools={[
                    {
                      text: meetingTexts(context.language).page.title,
                      href: context.href('/meetings', { body: group.id }),
                    },
                  ]}
                >
                  {parts.length === 0 ? (
                    <EmptyState why={words.record.notTreated} who={words.whoCan.file} />
                  ) : (
                    <Participation parts={parts} names={names} context={context} />
                  )}
                </Section>
                <Section title={words.groups.details} id="details">
                  <RecordFields kind={groups} body={body} names={names} context={context} />
                </Section>
              </>
            }
            aside={
              <>
                <Section title={words.groups.lineage} id="lineage">
                  <Lineage group={group} relatives={relatives} context={context} />
                </Section>
                {contacts.length > 0 && (
                  <Section
                    title={words.groups.contacts}
                    id="contacts"
                    tools={[
                      { text: words.contacts.title, href: context.href('/contacts') },
                      { text: handover.link, href: context.href(`/groups/${group.id}/handover`) },
                    ]}
                  >
                    <ContactPoints
                      rows={contacts}
                      handoverOn={(on) => context.href(`/groups/${group.id}/handover`, { 'as-of': on })}
                      named={opened?.allowed === true}
                      hanging={loaded.onContacts}
                      names={names}
                      context={context}
                    />
                  </Section>
                )}
                <GroupNotes {...loaded.kept} context={context} />
                {laws.length > 0 && (
                  <Section title={words.groups.instruments} id="instruments">
                    <ul class="plain">
                      {laws.map((law) => (
                        <li>
                          <a href={context.href(instruments.href(law.id))}>
                            <Lang text={instruments.title(law.body)} />
                          </a>
                        </li>
                      ))}
                    </ul>
                  </Section>
                )}
              </>
            }
          />
          <Attached documents={loaded.documents} context={context} />
        </Stack>
      ),
    });
  },
};

/** Of a dormant group: by when it must be reviewed, or since when that is overdue. */
function ReviewNote({ group, context }: { group: Group; context: PageContext }) {
  const { id, title, record, state } = group;
  if (state.state !== 'dormant' || !('since' in state)) return null;
  const said = localize(title, context.language, ['en']);
  const since = state.observed ? null : state.since;
  const months = sleepLimit(state.details, record.body);
  const review = reviewOf({ id, title: said, since, months }, null, null);
  if (review === null || review.dueLatest === null) return null;
  const words = groupTexts(context.language).page;
  const due = formatDate(review.dueLatest, context.language);
  const late = daysBetween(review.dueLatest, lastDay(context.asOf));
  return late > 0 ? (
    <Verdict tone="bad" title={words.reviewOverdue(due, late)} />
  ) : (
    <Verdict tone="part" title={words.reviewDue(due)} />
  );
}

type Step = Awaited<ReturnType<typeof listTransitions>>[number];

function momentOf(step: Step, names: Names, context: PageContext): Moment {
  const words = unionTexts(context.language);
  const state = words.groupStates[step.to as GroupState] ?? step.to;
  const into = step.details.successor;
  return {
    when: formatDate(step.effectiveOn, context.language),
    what: (
      <>
        {step.observed
          ? words.groups.seen(state)
          : step.from === 'none' && step.to !== 'proposed'
            ? words.groups.established
            : state}
        {typeof into === 'string' && (
          <>
            {' '}
            {words.into('')}
            <Named id={into} names={names} context={context} />
          </>
        )}
      </>
    ),
    detail: (
      <>
        {typeof step.details.reason === 'string' && <span lang="en">{step.details.reason}. </span>}
        {words.groups.historyKnown(step.knownFrom)}{' '}
        <Sources register={context.register} sections={step.details.source as readonly string[]} />
      </>
    ),
    tone: step.to === 'active' ? 'good' : step.to === 'dormant' ? 'part' : 'none',
  };
}

/** Above it, what it came from and became, and the groups under it. */
function Lineage({
  group,
  relatives,
  context,
}: {
  group: Group;
  relatives: readonly Group[];
  context: PageContext;
}) {
  const words = unionTexts(context.language);
  const byId = new Map(relatives.map((one) => [one.id, one]));
  const branch = (one: Group, branches: readonly Branch[] = []): Branch => ({
    label: (
      <a href={context.href(`/groups/${one.id}`)}>
        <Lang text={one.title} />
      </a>
    ),
    detail: <GroupStateMark state={one.state} missing={one.record.body.status_missing} />,
    current: one.id === group.id,
    branches,
  });
  const under = relatives.filter((one) => one.record.body.parent === group.id).map((one) => branch(one));
  const parent = byId.get(String(group.record.body.parent ?? ''));
  const successor = byId.get(String(group.record.body.successor ?? ''));
  const before = relatives.filter((one) => one.record.body.successor === group.id);
  const predecessor = group.record.body.predecessor;
  const self = branch(group, [...(successor === undefined ? [] : [branch(successor)]), ...under]);
  const rooted = before.length > 0 ? before.map((one) => branch(one, [self])) : [self];
  return (
    <Stack>
      <Tree branches={parent === undefined ? rooted : [branch(parent, rooted)]} />
      {before.length === 0 && typeof predecessor === 'string' && (
        <FieldList fields={[{ label: words.groups.lineage, value: <span lang="en">{predecessor}</span> }]} />
      )}
      {before.length === 0 && successor === undefined && typeof predecessor !== 'string' && (
        <p>{words.groups.lineageNone}</p>
      )}
    </Stack>
  );
}
