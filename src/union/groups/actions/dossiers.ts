import { cases } from '#evidence';
import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { type Action, defineAction } from '#platform/actions/action.ts';
import { date, idAmong, line, optional, text } from '#platform/actions/field.ts';
import type { Change } from '#platform/records/changes.ts';
import { allRecords } from '#platform/records/records.ts';
import { dossierHolders } from '../../bodies/model.ts';
import { recordsOf } from '../../choices.ts';
import { dangling, knownOf } from '../../named.ts';
import { byPower, recordInitiatives } from '../../powers.ts';
import { textsOf } from './shared.ts';

/**
 * Who holds the file of a dossier from a day on (§5.2.1, §12.4): a post, so that nobody is named to the public. Whoever held it until
 * then leaves a note. Problems: `handover_missing`, `holder_began_later`, `date_in_future`.
 */
export const handOverDossier = defineAction({
  name: 'dossiers/hand_over',
  permission: recordInitiatives,
  fields: { dossier: idAmong(recordsOf(cases)), holder: line, on: date, handover: optional(text) },
  texts: textsOf('hand_over_dossier'),
  about: null,
  back: ({ dossier }) => (dossier === undefined ? '' : `/dossiers/${encodeURIComponent(dossier)}/handover`),
  object: byPower('record_initiatives'),
  perform: async (tx, context, { dossier, holder, on, handover }) => {
    const held = await allRecords(tx, {
      ...knownOf(context),
      kinds: [dossierHolders.name],
      says: [{ case: dossier }],
    });
    const [present] = held.filter(({ body }) => body.to == null);
    const wanting = [
      ...(await dangling(tx, context, 'dossier', dossier, [cases])),
      ...(lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : []),
      ...(present !== undefined && firstDay(on) <= lastDay(present.body.from as PartialDate)
        ? [problem('holder_began_later', 'body.on', { on, from: String(present.body.from) })]
        : []),
      ...(present !== undefined && handover === undefined
        ? [problem('handover_missing', 'body.handover')]
        : []),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const id = `${dossier}-holder-${held.length + 1}`;
    const changes: readonly Change[] = [
      ...(present === undefined
        ? []
        : [{ kind: dossierHolders, id: present.id, body: { ...present.body, to: on, handover }, steps: [] }]),
      { kind: dossierHolders, id, body: { id, case: dossier, holder, from: on }, steps: [] },
    ];
    return ok({ subject: `${dossierHolders.name}/${id}`, path: `/dossiers/${dossier}/handover`, changes });
  },
});

export const dossierActions: readonly Action[] = [handOverDossier];
