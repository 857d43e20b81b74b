import type { Permission } from '#platform/access/access.ts';

/** What they come to is for everybody; a node computes for those alone in whose hands the register puts security of supply. */
export const makeStudies: Permission = {
  code: 'energy_studies.make',
  audience: 'body',
  summary: 'start, stop and start again studies of security of supply',
};

export const studyPermissions: readonly Permission[] = [makeStudies];
