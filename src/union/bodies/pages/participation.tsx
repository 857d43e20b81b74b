import { formatDate } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { DataTable } from '#platform/page/table.tsx';
import { Named, type Names } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import type { PartyInBody } from '../rules/participation.ts';

/** Who takes part in a group or body, in which role and when. */
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
