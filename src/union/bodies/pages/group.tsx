import { Contradictions, cases, indicators, listDiscrepancies, sectionsOf } from '#evidence';
import { formatDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import type { RecordId } from '#kernel/references.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { decide } from '#platform/access/access.ts';
import { todayOn } from '#platform/clock.ts';
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
  StatusMark,
  Timeline,
  Tree,
} from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, findRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { listTransitions } from '#platform/records/transitions.ts';
import { instruments } from '../../law/model.ts';
import { Named, type Names, plainName } from '../../names.tsx';
import { DossierTabs } from '../../register/pages/dossier-tabs.tsx';
import { RecordFields } from '../../register/pages/fields.tsx';
import { unionTexts } from '../../text/texts.ts';
import { type GroupState, groups } from '../model.ts';
import { readContacts } from '../permissions.ts';
import { type PartyInBody, takesPart } from '../rules/participation.ts';
import {
  type ContactRow,
  findGroup,
  type Group,
  listContacts,
  listParts,
  listRelatives,
  loadNames,
} from '../store.ts';
import { GroupStateMark } from './state.tsx';

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const group = await findGroup(tx, moment, id);
    if (group === undefined) return null;
    const steps = await listTransitions(tx, { ...moment, kind: groups.name, subject: id });
    const parts = await listParts(tx, moment, group.record);
    const now = { ...moment, knownAt: knownNow(context.register, todayOn(context.clock)) };
    const known = await findRecord(tx, { ...now, kind: groups.name, id });
    const contacts = await listContacts(tx, moment, group.record);
    const shown = [group.record.body, steps, parts, contacts.map(({ party }) => party)];
    return {
      group,
      relatives: await listRelatives(tx, moment, group),
      names: await loadNames(tx, moment, shown, [cases, instruments, indicators]),
      steps,
      parts,
      /** By what is known today, whatever date the page shows: an older state of knowledge opens nothing. */
      partsNow: known === undefined ? [] : await listParts(tx, now, known),
      contacts,
      laws: await allRecords(tx, {
        ...moment,
        kinds: [instruments.name],
        says: [{ working_group: id }, { issuer: id }],
      }),
      contradictions: await listDiscrepancies(tx, moment, sectionsOf(group.record.body)),
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
    const { group, names, steps, parts, partsNow, contacts, laws, relatives, contradictions } = loaded;
    const title = localize(group.title, context.language, ['en']).text;
    const body = group.record.body;
    const opened = openContacts(context, group.id, partsNow);
    if (opened.allowed && contacts.some(({ contact }) => contact !== null))
      context.record({
        event: 'contacts.read',
        register: context.register.id,
        subject: `${groups.name}/${group.id}`,
        party: opened.grant?.party ?? null,
        purpose: opened.grant?.basis ?? null,
        payload: { contacts: contacts.flatMap(({ contact }) => contact?.id ?? []) },
      });
    return ok({
      title,
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
          {contradictions.length > 0 && <Contradictions items={contradictions} context={context} />}
          <Columns
            main={
              <>
                <Section title={words.groups.history} id="history">
                  <Timeline moments={steps.map((step) => momentOf(step, names, context))} />
                  {steps.length === 0 && <EmptyState why={words.why.no_earlier_fact} />}
                </Section>
                <Section title={words.groups.participation} id="parties">
                  <Participation parts={parts} names={names} context={context} />
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
                  <Section title={words.groups.contacts} id="contacts">
                    <Contacts rows={contacts} named={opened.allowed} names={names} context={context} />
                  </Section>
                )}
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
        </Stack>
      ),
    });
  },
};

/** Persons are named to those whose party takes part in the group today, whatever date the page shows. */
function openContacts(context: PageContext, group: string, parts: readonly PartyInBody[]) {
  return decide(
    readContacts,
    context.actor,
    { register: context.register.id, body: group as RecordId },
    todayOn(context.clock),
    (_register, party, _body, day) => takesPart(parts, party, day),
  );
}

function Contacts({
  rows,
  named,
  names,
  context,
}: {
  rows: readonly ContactRow[];
  named: boolean;
  names: Names;
  context: PageContext;
}) {
  const words = unionTexts(context.language).groups;
  return (
    <ul class="plain">
      {rows.map(({ party, contact }) => (
        <li>
          <Named id={party} names={names} context={context} />{' '}
          {contact === null ? (
            <>
              <StatusMark tone="bad" text={words.vacancy} />
              <small>{words.vacancyWho(plainName(party, names, context.language))}</small>
            </>
          ) : (
            <>
              {String(contact.body.organisation ?? '')}{' '}
              <small>{named ? String(contact.body.person ?? '') : words.contactsHidden}</small>
            </>
          )}
        </li>
      ))}
    </ul>
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
        {step.observed ? words.groups.seen(state) : step.from === 'none' ? words.groups.established : state}
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

function Participation({
  parts,
  names,
  context,
}: {
  parts: readonly PartyInBody[];
  names: Names;
  context: PageContext;
}) {
  const words = unionTexts(context.language);
  const date = (day: PartyInBody['seenOn']) => (day === null ? '…' : formatDate(day, context.language));
  if (parts.length === 0) return <EmptyState why={words.record.notTreated} />;
  return (
    <DataTable<PartyInBody>
      caption={words.groups.participation}
      rows={parts}
      columns={[
        {
          title: words.groups.parties,
          cell: (part) => <Named id={part.party} names={names} context={context} />,
        },
        { title: words.groups.role, cell: (part) => words.participationRoles[part.role] },
        {
          title: words.groups.period,
          cell: (part) =>
            part.period !== null
              ? `${date(part.period.from)} – ${date(part.period.to)}`
              : part.seenOn === null
                ? ''
                : words.groups.periodUnknown(part.seenOn),
        },
      ]}
    />
  );
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
