import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import {
  type Field,
  idAmong,
  idsAmong,
  line,
  oneOf,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import {
  bodies,
  dangling,
  firstStep,
  groups,
  knownOf,
  meetings,
  parties,
  recordsOf,
  takesPart,
} from '#union';
import { energyForumPath, forumMatters, keepMatters } from './model.ts';
import { admissionOf, stakeholderOf } from './rules/admission.ts';
import {
  type ForumGroup,
  type ForumMatter,
  findForumGroup,
  kindsOfParties,
  listForumGroups,
  listMatters,
} from './store.ts';
import { forumTexts } from './text/texts.ts';

/** What whoever acts for a support group does with its matters: puts them, calls them market-sensitive, invites to them. */

const textsOf = textsFrom(forumTexts);

const forumBodies: NonNullable<Field['options']> = async (tx, context, given) => {
  const own = new Set<string>((await listForumGroups(tx, knownOf(context))).map(({ body }) => body));
  return (await recordsOf(groups, bodies)(tx, context, given)).filter(({ value }) => own.has(value));
};

/** Parties with a part in a group of the forum that come by invitation alone; all of one group where the form names it. */
const invitable: NonNullable<Field['options']> = async (tx, context, given) => {
  const known = knownOf(context);
  const kinds = await kindsOfParties(tx, known);
  const matter = given.id === undefined ? undefined : (await listMatters(tx, context, [given.id]))[0];
  const body = given.body ?? matter?.body;
  const where = (await listForumGroups(tx, known)).filter(
    (group) => body === undefined || group.body === body,
  );
  const isOffered = (party: string) =>
    where.some((group) => whyNot(group, false, party, kinds.get(party) ?? '', context) === null);
  return (await recordsOf(parties)(tx, context, given)).filter(({ value }) => isOffered(value));
};

/** What is against an invitation; null: nothing. */
function whyNot(
  group: ForumGroup,
  isSensitive: boolean,
  party: string,
  kind: string,
  { today }: Pick<ActionContext, 'today'>,
): 'sensitive' | 'sits' | 'group' | 'seat' | null {
  const stakeholder = stakeholderOf(kind);
  if (stakeholder === null) return 'group';
  const admission = admissionOf(stakeholder, group.subject, isSensitive);
  if (admission === 'sits') return 'sits';
  if (admission === 'no')
    return admissionOf(stakeholder, group.subject, false) === 'no' ? 'group' : 'sensitive';
  return takesPart(group.parts, party, today) === 'yes' ? null : 'seat';
}

async function invitationFaults(
  tx: Transaction,
  context: ActionContext,
  group: ForumGroup,
  isSensitive: boolean,
  invited: readonly string[],
): Promise<readonly Problem[]> {
  const kinds = await kindsOfParties(tx, knownOf(context), invited);
  return invited.flatMap((party) => {
    const kind = kinds.get(party);
    if (kind === undefined) return [];
    const why = whyNot(group, isSensitive, party, kind, context);
    if (why === null) return [];
    return [
      why === 'sensitive'
        ? problem('energy_forum_market_sensitive', 'body.invited', { party })
        : why === 'sits'
          ? problem('energy_forum_sits_already', 'body.invited', { party })
          : why === 'seat'
            ? problem('energy_forum_without_part', 'body.invited', { party, body: group.body })
            : problem('energy_forum_not_of_group', 'body.invited', { party, body: group.body }),
    ];
  });
}

const doneOn = (
  id: string,
  body: Readonly<Record<string, unknown>>,
  isNew: boolean,
  context: ActionContext,
) =>
  ok({
    subject: `${forumMatters.name}/${id}`,
    path: energyForumPath,
    changes: [{ kind: forumMatters, id, body, steps: isNew ? [firstStep('put', context.today, {})] : [] }],
  } satisfies Done);

const ofBody = async (
  tx: Transaction,
  context: ActionContext,
  { body }: { readonly body?: string | undefined },
) => {
  const all = await listForumGroups(tx, knownOf(context));
  // An offer knows no body yet: whoever acts for one of them is offered the form.
  const touched = body === undefined ? all : all.filter((group) => group.body === body);
  const where = touched.length === 0 ? [null] : touched.map((group) => group.body);
  return where.map((one) => ({ register: context.register.id, party: null, body: one }));
};

const ofMatter = async (
  tx: Transaction,
  context: ActionContext,
  { id }: { readonly id?: string | undefined },
) => {
  const matter = id === undefined ? undefined : (await listMatters(tx, context, [id]))[0];
  return ofBody(tx, context, { body: matter?.body ?? '' });
};

const yesNo = ['no', 'yes'] as const;

export const putMatter = defineAction({
  name: 'energy-forum/put',
  permission: keepMatters,
  fields: {
    body: idAmong(forumBodies),
    title: line,
    sensitive: oneOf(yesNo, (value, language) => forumTexts(language).yesNo[value]),
    meeting: optional(idAmong(recordsOf(meetings))),
    paper: optional(text),
    invited: optional(idsAmong(invitable)),
  },
  texts: textsOf('put'),
  about: null,
  back: () => energyForumPath,
  object: ofBody,
  perform: async (tx, context, { body, title, sensitive, meeting, paper, invited = [] }) => {
    const group = await findForumGroup(tx, context, body);
    if (group === undefined) return fail(problem('record_not_found', 'body.body', { id: body }));
    const isSensitive = sensitive === 'yes';
    const faults = [
      ...(await dangling(tx, context, 'meeting', meeting, [meetings])),
      ...(await dangling(tx, context, 'invited', invited, [parties])),
      ...(await invitationFaults(tx, context, group, isSensitive, invited)),
    ];
    if (faults.length > 0) return fail(...faults);
    const id = newId(context.clock);
    const said = {
      ...(meeting === undefined ? {} : { meeting }),
      ...(paper === undefined ? {} : { paper }),
      ...(invited.length === 0 ? {} : { invited }),
    };
    return doneOn(id, { id, body, title, sensitive: isSensitive, ...said }, true, context);
  },
});

async function changed(
  tx: Transaction,
  context: ActionContext,
  id: string,
  change: (matter: ForumMatter, group: ForumGroup) => Promise<Result<Readonly<Record<string, unknown>>>>,
): Promise<Result<Done>> {
  const [matter] = await listMatters(tx, context, [id]);
  const group = matter === undefined ? undefined : await findForumGroup(tx, context, matter.body);
  if (matter === undefined || group === undefined)
    return fail(problem('record_not_found', 'body.id', { id }));
  const said = await change(matter, group);
  return said.ok ? doneOn(id, { ...matter.record.body, ...said.value }, false, context) : said;
}

const about = (isOpen: (matter: ForumMatter) => boolean) => ({
  kind: forumMatters,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const [matter] = await listMatters(tx, context, [id]);
    return matter !== undefined && isOpen(matter);
  },
});

/** From then on the platform of market parties is not invited, and sees nothing of it any more. There is no way back: who has read it has. */
export const callSensitive = defineAction({
  name: 'energy-forum/call_sensitive',
  permission: keepMatters,
  fields: { id: subject, reason: text },
  texts: textsOf('call_sensitive'),
  about: about(({ isSensitive }) => !isSensitive),
  object: ofMatter,
  perform: (tx, context, { id, reason }) =>
    changed(tx, context, id, async ({ isSensitive }) =>
      isSensitive
        ? fail(problem('energy_forum_sensitive_already', 'body.id'))
        : ok({ sensitive: true, sensitive_because: reason }),
    ),
});

export const inviteToMatter = defineAction({
  name: 'energy-forum/invite',
  permission: keepMatters,
  fields: { id: subject, invited: idsAmong(invitable) },
  texts: textsOf('invite'),
  about: about(({ subject: what }) => what === 'flexibility'),
  object: ofMatter,
  perform: (tx, context, { id, invited }) =>
    changed(tx, context, id, async (matter, group) => {
      const faults = [
        ...(await dangling(tx, context, 'invited', invited, [parties])),
        ...(await invitationFaults(tx, context, group, matter.isSensitive, invited)),
      ];
      return faults.length > 0
        ? fail(...faults)
        : ok({ invited: [...new Set([...matter.invited, ...invited])] });
    }),
});

export const forumActions: readonly Action[] = [putMatter, callSensitive, inviteToMatter];
