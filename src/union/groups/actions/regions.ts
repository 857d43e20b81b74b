import { lastDay } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import type { Permission } from '#platform/access/access.ts';
import { defineAction, textsFrom } from '#platform/actions/action.ts';
import { date, idAmong, line, newId, optional } from '#platform/actions/field.ts';
import { findRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { competences, parties } from '../../bodies/model.ts';
import { listMembers } from '../../bodies/store.ts';
import { recordsOf } from '../../choices.ts';
import { byParty } from '../../powers.ts';
import { groupTexts } from '../text/texts.ts';

/** A region knows itself what it may decide, and for what it must go to its capital (§7.2.1). */
export const tellOfRegion: Permission = {
  code: 'regions.tell',
  audience: 'party',
  summary: 'say which capital holds a competence that a region lacks',
};

const textsOf = textsFrom(groupTexts);
const party = idAmong(recordsOf(parties));

export const stateCompetence = defineAction({
  name: 'regions/state_competence',
  permission: tellOfRegion,
  fields: {
    id: newId,
    party,
    field: line,
    held_by: party,
    government: optional(line),
    on: date,
    evidence: line,
  },
  texts: textsOf('state_competence'),
  about: null,
  back: () => '/regions',
  object: byParty,
  perform: async (tx, context, { id, party: region, field, held_by: holder, government, on, evidence }) => {
    const known = { register: context.register.id, knownAt: knownNow(context.register, context.today) };
    const members = await listMembers(tx, known);
    const held = await findRecord(tx, { ...known, kind: parties.name, id: holder });
    const same = await findRecord(tx, { ...known, kind: competences.name, id });
    const wanting = [
      // What a region has said it may correct; what another has said is the other's.
      ...(same !== undefined && same.body.party !== region ? [problem('id_taken', 'body.id', { id })] : []),
      ...(members.some((one) => one.id === region)
        ? [problem('party_acts_alone', 'body.party', { party: region })]
        : []),
      ...(held === undefined
        ? [problem('reference_dangling', 'body.held_by', { id: holder, kinds: parties.name })]
        : []),
      ...(holder === region ? [problem('competence_own', 'body.held_by')] : []),
      ...(lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : []),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const body = {
      id,
      party: region,
      field,
      held_by: holder,
      ...(government === undefined ? {} : { government }),
      from: on,
      evidence,
    };
    return ok({
      subject: `${competences.name}/${id}`,
      path: `/regions/${region}`,
      changes: [{ kind: competences, id, body, steps: [] }],
    });
  },
});
