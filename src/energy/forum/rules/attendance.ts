/** Who of those that are expected was not there, as minutes have it (§13.2.2 and §13.2.4: parties that were missing from a project). */

/** Of a party over the meetings of a group that were held: a meeting whose minutes do not name it is a gap in the record, no absence. */
export type Presence = {
  readonly party: string;
  readonly there: number;
  readonly absent: number;
  readonly unsaid: number;
};

/** `attendance`: of each meeting that was held, at which level each party was there. In the order of `expected`. */
export function presenceOf(
  expected: readonly string[],
  attendance: readonly Readonly<Record<string, string>>[],
): readonly Presence[] {
  return expected.map((party) => {
    const said = attendance.map((levels) => levels[party]);
    const absent = said.filter((level) => level === 'not_represented').length;
    const unsaid = said.filter((level) => level === undefined).length;
    return { party, there: said.length - absent - unsaid, absent, unsaid };
  });
}

/** Those who missed a meeting, or of whom minutes do not say. */
export const gapsIn = (presences: readonly Presence[]): readonly Presence[] =>
  presences.filter(({ absent, unsaid }) => absent + unsaid > 0);
