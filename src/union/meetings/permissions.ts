/**
 * What is not open to everybody is open to the parties that take part in the body: an observer sits at the table without
 * papers (facts/union.md, section 5). Who convenes sees it, too: it puts the agenda together.
 */
export const readAgendaItems = {
  code: 'agenda_items.read',
  audience: 'participant',
  summary: 'read agenda items that are open to members, and positions',
} as const;
export const readWrittenProcedures = {
  code: 'written_procedures.read',
  audience: 'participant',
  summary: 'read written procedures',
} as const;
export const takePartInMeetings = {
  code: 'agenda.take_part',
  audience: 'party',
  summary: 'put points on agendas, state positions and object for a party that takes part',
} as const;
