import { lastDay } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { defineAction, textsFrom } from '#platform/actions/action.ts';
import { date, idAmong, subject, text } from '#platform/actions/field.ts';
import { allRecords, findRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { groupNotes, groups, parties } from '../../bodies/model.ts';
import { takesPart } from '../../bodies/rules/participation.ts';
import { listParts } from '../../bodies/store.ts';
import { recordsOf } from '../../choices.ts';
import { byParty } from '../../powers.ts';
import { groupTexts } from '../text/texts.ts';
import { takePart } from './parts.ts';

const textsOf = textsFrom(groupTexts);

/** Files change hands often in ministries, and little knowledge is built up there (§3.4, §15.4): what must stay is written down. */
export const rememberForGroup = defineAction({
  name: 'groups/remember',
  permission: takePart,
  fields: { id: subject, party: idAmong(recordsOf(parties)), on: date, remember: text },
  texts: textsOf('remember'),
  about: { kind: groups, isOpen: async () => true },
  object: byParty,
  perform: async (tx, context, { id, party, on, remember }) => {
    const known = { register: context.register.id, knownAt: knownNow(context.register, context.today) };
    const group = await findRecord(tx, { ...known, kind: groups.name, id });
    if (group === undefined) return fail(problem('record_not_found', 'body.id', { id }));
    const parts = await listParts(tx, known, group);
    const wanting = [
      ...(lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : []),
      ...(takesPart(parts, party, context.today) === 'yes'
        ? []
        : [problem('part_missing', 'body.party', { party })]),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const notes = await allRecords(tx, { ...known, kinds: [groupNotes.name], says: [{ body: id }] });
    const note = `${id}-note-${notes.length + 1}`;
    const body = { id: note, body: id, party, date: on, text: remember };
    return ok({
      subject: `${groups.name}/${id}`,
      path: groups.href(id),
      changes: [{ kind: groupNotes, id: note, body, steps: [] }],
    });
  },
});
