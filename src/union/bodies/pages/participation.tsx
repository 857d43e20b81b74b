import { formatDate, lastDay } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { type MapTone, StatesMap } from '#platform/page/map.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { Named, NamedList, type Names, onMap } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import type { ParticipationRole } from '../model.ts';
import { type PartyInBody, roleOn } from '../rules/participation.ts';

/** To take part is neither good nor bad. */
const roleTones: Readonly<Record<ParticipationRole, MapTone>> = {
  member: 'fact',
  participant: 'fact',
  partly: 'faint',
  observer: 'faint',
  guest: 'faint',
  consulted: 'faint',
};

/** Who takes part, in the width of a cell: those who do so fully, then the others by what they are. */
export function PartiesByRole({
  parts,
  names,
  context,
}: {
  parts: readonly PartyInBody[];
  names: Names;
  context: PageContext;
}) {
  const words = unionTexts(context.language).participationRoles;
  const byRole = Map.groupBy(parts, ({ role }) => role);
  return (
    <>
      {[...byRole].map(([role, held]) => {
        const list = (
          <NamedList ids={[...new Set(held.map(({ party }) => party))]} names={names} context={context} />
        );
        return roleTones[role] === 'fact' ? (
          list
        ) : (
          <small>
            {words[role]}: {list}
          </small>
        );
      })}
    </>
  );
}

/** Who takes part in a group or body: on the date on a map, and in which role and when in a table. */
export function Participation({
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
  const parties = [...new Set(parts.map(({ party }) => party))];
  const states = parties.flatMap((party) => {
    const role = roleOn(parts, party, lastDay(context.asOf));
    if (role === null) return [];
    const place = onMap(party, names, context.language);
    return role === 'unknown'
      ? [{ ...place, tone: 'none' as const, word: words.groups.roleUnknown }]
      : [{ ...place, tone: roleTones[role], word: words.participationRoles[role] }];
  });
  return (
    <>
      <StatesMap title={words.groups.participationOn(context.asOf)} states={states} />
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
    </>
  );
}
