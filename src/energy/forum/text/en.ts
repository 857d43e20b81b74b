type Params = Readonly<Record<string, string | number>>;

export const en = {
  yesNo: { no: 'No', yes: 'Yes: the platform of market parties is not invited' },
  subjects: {
    market_integration: 'Market integration (SG1)',
    security_of_supply: 'Security of supply (SG2)',
    flexibility: 'Flexibility (SG3)',
  },
  stakeholders: {
    state: 'States: ministries',
    system_operator: 'System operators',
    regulator: 'Regulators',
    commission: 'European Commission',
    market_platform: 'Platform of market parties',
    exchange: 'Exchanges',
    renewables: 'Producers of renewable energy',
    demand_response: 'Demand response',
    large_consumers: 'Large consumers',
    distribution: 'Distribution system operators',
  },
  admissions: { sits: 'Sits', by_invitation: 'If invited', no: 'No' },
  notWhenSensitive: 'not if market-sensitive',
  levels: { group: 'Group', director_general: 'Directors-general', minister: 'Ministers' },
  kept: {
    kept: 'Kept',
    missed: 'Not kept',
    under_way: 'Year under way',
    not_on_record: 'No meeting on record',
  },
  page: {
    door: 'Forum',
    doorWhat: 'Support groups, how often they meet, who is invited to what, and who was missing.',
    title: 'Pentalateral Energy Forum',
    lede: 'Groups of the register that work on energy: how often they are to meet and did, who is expected and who was missing.',
    groups: 'Groups and how often they meet',
    groupsWhat: ({ year }: Params) =>
      `Meetings of ${year} that the register says were held. A meeting counts for the highest level at which anybody was there.`,
    group: 'Group',
    chair: ({ who }: Params) => `Working groups are chaired by ${who}.`,
    expected: 'Expected',
    ofAbove: 'the register lists nobody; shown are those of the group above',
    nobody: 'The register does not say who.',
    rhythm: 'To meet',
    times: ({ level, least }: Params) => `${level}: at least ${least} a year`,
    held: 'Held',
    standing: 'Kept?',
    noRhythm: 'The register does not say how often.',
    none: 'The register holds no group that works on energy.',
    noneWhat: 'A group works on energy when it belongs to that dossier.',
    noneWho: 'Whoever keeps the register.',
    gaps: 'Who was missing',
    gapsWhat: ({ year }: Params) => `From the minutes of meetings of ${year} that were held.`,
    noGaps: 'No gap is on record.',
    noGapsWhat: 'Attendance is taken from the minutes of meetings; without meetings nothing is known.',
    party: 'Party',
    there: 'There',
    absent: 'Not represented',
    unsaid: 'Not named in minutes',
    told: 'The evaluation tells of one gap: in the project on cross-border balancing between the Netherlands and Belgium (second phase, 2014) parties of Luxembourg were missing (§13.2.2, §13.2.4).',
    rule: 'Who comes to what',
    ruleWhat:
      'By the evaluation, §13.2.1. Whoever is not named does not come, and sees nothing of what is put to a group.',
    who: 'Who',
    matters: 'Matters and papers',
    mattersWhat: 'You see matters to which your party is invited, by your seat in the group.',
    noMatters: 'There is no matter here that is open to you.',
    noMattersWhat:
      'It opens with a seat in the group for a party that is invited. What you are not invited to is not told.',
    noMattersWho: 'Whoever acts for the group puts matters and invites.',
    noField:
      'The register does not say in which groups the subjects of the forum are worked, so nothing can be put to one.',
    matter: 'Matter',
    subject: 'Subject',
    sensitive: 'Market-sensitive',
    notSensitive: 'Open to all who sit here',
    meeting: 'Meeting',
    invited: 'Invited',
    paper: 'Paper',
    columns: {
      group: 'Id of the group.',
      level: 'group, director_general or minister.',
      least: 'Least number of meetings in a year.',
      held: 'Meetings of the year at that level that were held.',
      kept: 'kept, missed, under_way, or not_on_record: the register holds no meeting of that year.',
      missing: 'Parties that were not represented, or that minutes do not name, with how often.',
    },
  },
  acts: {
    put: {
      title: 'Put a matter to a group',
      explain:
        'Those who sit in the group are invited and see it. Where it is market-sensitive the platform of market parties is not, and is told nothing of it.',
    },
    call_sensitive: {
      title: 'Call it market-sensitive',
      explain:
        'From now on the platform of market parties is not invited and sees nothing of it. This cannot be taken back.',
    },
    invite: {
      title: 'Invite to it',
      explain: 'Those who come by invitation alone: they see the matter and its paper from then on.',
    },
  },
  fields: {
    id: 'Matter',
    body: 'Group',
    title: 'What it is about',
    sensitive: 'Market-sensitive?',
    meeting: 'Meeting',
    paper: 'Paper',
    invited: 'Invited besides those who sit in the group',
    reason: 'Why',
  },
  problems: {
    energy_forum_market_sensitive: ({ party }: Params) =>
      `${party} is not invited: the matter is market-sensitive. Choose others, or put the part that is not sensitive as a matter of its own.`,
    energy_forum_sits_already: ({ party }: Params) =>
      `${party} sits in this group and is invited already. Leave it out.`,
    energy_forum_without_part: ({ party, body }: Params) =>
      `${party} has no part in ${body} today. Have its part recorded first.`,
    energy_forum_not_of_group: ({ party, body }: Params) =>
      `${party} does not come to ${body}: the rule of the forum does not name it there. Choose among those that are offered.`,
    energy_forum_sensitive_already: () => 'It is market-sensitive already: nothing is left to do.',
  },
};

export type ForumTexts = typeof en;
