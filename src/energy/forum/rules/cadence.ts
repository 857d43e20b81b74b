/** How often a group is to meet at which level, and whether it did (evaluation §13.2: support groups 4 times a year, directors-general 2 or 3 times, ministers once). */

export const levels = ['group', 'director_general', 'minister'] as const;
export type Level = (typeof levels)[number];

/** `least` times a year; `told`: the register's own words, where it has no number. */
export type Rhythm = { readonly level: Level; readonly least: number; readonly told: string | null };

const levelOfKey: Readonly<Record<string, Level>> = {
  per_year: 'group',
  director_general: 'director_general',
  ministerial: 'minister',
};

/** What a register says of a group, for each level of which it says something that counts. */
export function rhythmsOf(frequency: unknown): readonly Rhythm[] {
  if (typeof frequency !== 'object' || frequency === null || Array.isArray(frequency)) return [];
  return Object.entries(frequency).flatMap(([key, said]): readonly Rhythm[] => {
    const level = levelOfKey[key];
    const least = leastOf(said);
    if (level === undefined || least === null) return [];
    return [{ level, least, told: typeof said === 'string' ? said : null }];
  });
}

function leastOf(said: unknown): number | null {
  if (typeof said === 'number') return said;
  if (typeof said === 'string') return said.startsWith('once a year') ? 1 : null;
  if (typeof said !== 'object' || said === null || !('min' in said)) return null;
  return typeof said.min === 'number' ? said.min : null;
}

/** At which level a meeting was held: the highest at which anybody was there. */
export function levelOf(attendance: Readonly<Record<string, string>>): Level {
  const present = Object.values(attendance);
  if (present.includes('minister')) return 'minister';
  return present.includes('director_general') ? 'director_general' : 'group';
}

/** `not_on_record`: the register holds no meeting of that year at all, so it says nothing of whether there were any. */
export type Kept = 'kept' | 'missed' | 'under_way' | 'not_on_record';

export function keptIn(rhythm: Rhythm, held: readonly Level[], isYearOver: boolean): Kept {
  if (held.length === 0) return 'not_on_record';
  if (held.filter((level) => level === rhythm.level).length >= rhythm.least) return 'kept';
  return isYearOver ? 'missed' : 'under_way';
}
