type Params = Readonly<Record<string, string | number>>;

export const en = {
  copt: ({ hlole, loee, lole }: Params) =>
    `Shortage is expected in ${hlole} hours a year, of ${loee} MWh, and on ${lole} days a year at their peak.`,
  progress: ({ done, all }: Params) => `${done} of ${all} years`,
  synthetic: () => 'Made up: these figures say nothing about any state.',
  together: () => 'Together',
  area: ({ area, lole, eens }: Params) => `${area}: LOLE ${lole} hours a year, EENS ${eens} MWh a year`,
  standard: ({ area, lole }: Params) =>
    `${area}: its reliability standard would be ${lole} hours a year; from memory, not verified.`,
  event: ({ from, hours, energy, down, rows }: Params) =>
    `From hour ${from}, ${hours} hours, ${energy} MWh; units down: ${down}; in the way: ${rows}`,
  noRow: () => 'no row of the grid, there was not enough',
  kept: ({ file }: Params) => `Kept: ${file}`,
  same: ({ study, years }: Params) => `${study}: all ${years} years made again, to the same bytes.`,
  acts: {
    start: {
      title: 'Start a made-up study',
      explain:
        'Areas, units, weather and grid are made up from a seed; this node makes the years in the background. What comes of it is for everybody, and says nothing of any state.',
    },
    repeat: {
      title: 'Make again with other years',
      explain:
        'Areas, units, weather and grid stay as they are in this study; outages are drawn anew. This node makes the years in the background.',
    },
    stop: {
      title: 'Stop',
      explain:
        'The study ends where it is, and nothing of it is kept. It can be started again, and comes to the same then.',
    },
    resume: {
      title: 'Start again',
      explain: 'The study waits for its turn and is made from its first year on.',
    },
  },
  fields: {
    made_up: 'Seed from which the study is made up',
    years: 'Years to make, 10 to 20,000',
    seed: 'Seed of the outages; the same one gives the same years',
    study: 'Study',
  },
  page: {
    title: 'Security of supply',
    door: 'Studies of security of supply',
    lede: 'How often areas are short that help one another as far as the grid allows, beside the standards of the states, down to the element that was in the way.',
    kept: 'Studies that this node keeps',
    none: 'This node keeps no study yet.',
    noneWhat:
      'Make one at the command line: `npm run -s tripoint -- energy adequacy run synthetic:3 --years 300 --seed 1 --keep`, or give the file of your own study instead of `synthetic:3`.',
    noneWho:
      'Whoever runs the node can; on this page, who acts for the body in whose hands energy exercises are.',
    asked: 'Being made',
    live: 'This page loads itself again while a study is made.',
    reload: 'Load again now',
    study: 'Study',
    state: 'State',
    progress: 'Years made',
    of: ({ done, total }: Params) => `${done} of ${total}`,
    what: 'What can be done',
    states: {
      waiting: 'waits',
      running: 'is being made',
      stopped: 'stopped',
      done: 'done',
      failed: 'failed',
    },
    years: 'Years',
    seed: 'Seed',
    areas: 'Areas',
    area: 'Area',
    source: 'Source',
    madeUp: 'made up',
    unreadable: 'cannot be read',
    synthetic:
      'Areas, units, weather and grid of this study are made up. Its figures say nothing about any state, also where an area is called as one.',
    expected: 'Expected shortage beside the standards',
    expectedNote: ({ years, climates }: Params) =>
      `${years} years of outages over ${climates} years of weather. In brackets an interval of 95 %: in 95 of 100 such studies the hours and the energy of an area both lie in theirs.`,
    together: 'All areas together',
    lole: 'Hours a year (LOLE)',
    eens: 'MWh a year (EENS)',
    standard: 'Standard, hours a year',
    noStandard: 'none known',
    unverified: 'from memory, not verified',
    withShedding: ({ hours }: Params) => `${hours} with load shedding`,
    verdict: 'Against the standard',
    verdicts: { below: 'below it', above: 'above it', untold: 'not to be told apart' },
    more: 'Bad years and events',
    moreNote:
      'Each interval of 95 % by itself. An event is a run of hours with shortage without an hour between.',
    p95Hours: 'Hours that 95 of 100 years do not exceed',
    p95Energy: 'MWh that 95 of 100 years do not exceed',
    events: 'Events a year',
    longest: 'Longest event of a year, hours',
    perEvent: 'MWh an event',
    when: 'When areas are short',
    whenNote:
      'Expected hours of shortage in a year. Hours are counted from 1 January, the clock is not changed.',
    byMonth: 'Areas by month',
    byClock: 'Hours of the day by month',
    clock: 'Hour of the day',
    show: 'Show',
    inFigures: 'The same in figures',
    sum: 'Year',
    darkest: ({ hours }: Params) =>
      `The darkest field: ${hours} hours. An empty field: none in any year of this study.`,
    cell: ({ row, column, hours }: Params) => `${row}, ${column}: ${hours}`,
    hardest: 'Hardest years',
    hardestNote:
      'The years with most energy unserved; each can be opened, and each hour with shortage in it.',
    year: 'Year of the study',
    yearNumber: ({ year }: Params) => `Year ${year}`,
    hours: 'Hours',
    energy: 'MWh',
    noShortage: 'Nothing was short in any year of this study.',
    noShortageWhat: 'That is of these years alone: more of them may show some.',
    eventsOf: ({ year }: Params) => `Events of year ${year}`,
    noEvents: 'Nothing was short in this year.',
    noEventsWhat: 'Choose one of the hardest years.',
    begins: 'Begins',
    worst: 'Worst hour, and why',
    hourAt: ({ day, from, until }: Params) => `${day}, ${from} to ${until}`,
    why: ({ hour }: Params) => `Why: ${hour}`,
    before: 'Hour before',
    after: 'Hour after',
    notShort: 'Nothing was short in this hour of this year.',
    notShortWhat: 'Choose an hour of one of the events.',
    limited: ({ rows }: Params) =>
      `In the way was ${rows}: with one more MW of room there, less would have been unserved.`,
    notLimited: 'No element of the grid was in the way: there was not enough anywhere.',
    weather: 'Weather of year',
    domain: 'Domain',
    noDomain: 'every area is alone',
    element: 'Element',
    worth: 'Less unserved for one more MW, MW',
    margin: 'Above its load, MW',
    given: 'From reserves, MW',
    position: 'Net position, MW',
    unserved: 'Unserved, MW',
    down: 'Units that were down',
    planned: 'Out by plan',
    noUnits: 'none',
    unit: ({ unit, area, megawatts }: Params) => `${unit} (${area}, ${megawatts} MW)`,
    again: 'How it comes about',
    againNote:
      'The file holds all that the study was made from. This command makes it again, and says whether it comes to the same bytes:',
  },
  columns: {
    area: 'area; empty: all of them together',
    index:
      'lole and p95Hours in hours, eens and p95Energy in MWh, lolp a share of hours, events, longestEvent in hours, energyPerEvent in MWh',
    value: 'of a year, on average over the years of the study',
    low: 'lower end of the interval of 95 %; empty: the years do not tell',
    high: 'upper end of it',
    standard: 'reliability standard of the state for lole, hours a year; empty: none known',
    standard_verified: 'whether that standard was verified against its legal source',
  },
  problems: {
    energy_field_missing: ({ where }: Params) => `${where} is missing.`,
    energy_field_kind: ({ where, expected }: Params) => `${where} has to be of the kind “${expected}”.`,
    energy_field_unknown: ({ where, names }: Params) =>
      `At ${where} stands what is not known: ${names}. Take it out or mend its name.`,
    energy_field_value: ({ where }: Params) => `${where} has a value or a length that cannot be.`,
    energy_rts_units_differ: ({ where, kind }: Params) =>
      `${where}: of unit kind ${kind} size, number or outage rate differ between the two lists of units.`,
    energy_unit_kilowatts: ({ where }: Params) => `${where}: the size of a unit is in whole kilowatts.`,
    energy_unit_times: ({ where }: Params) =>
      `${where}: a unit that is repaired runs between two failures; give hours to failure above zero.`,
    energy_maintenance_order: ({ where, from, until }: Params) =>
      `${where}: maintenance from hour ${from} until ${until} is not within the year, or not after the one before.`,
    energy_name_unknown: ({ where, name }: Params) =>
      `${where}: “${name}” is named nowhere else in the file.`,
    energy_name_twice: ({ where, name }: Params) => `${where}: “${name}” stands there twice.`,
    energy_hours_differ: ({ where, found, expected }: Params) =>
      `${where} has ${found} hours, and the year of the study has ${expected}.`,
    energy_study_ram_negative: ({ where, ram }: Params) =>
      `${where}: the remaining margin of ${ram} MW is below zero, so that not even staying at home would be allowed.`,
    energy_storage_efficiency: ({ where }: Params) =>
      `${where}: say what share of what it takes this storage gives back.`,
    energy_copt_too_fine: () =>
      'The sizes of the units have no common step to speak of: round them to larger parts of a megawatt.',
    energy_study_not_found: ({ study }: Params) => `There is no study ${study} on this node.`,
    energy_study_unreadable: () => 'This is no study that was kept: give the file of one.',
    energy_study_invalid: ({ message }: Params) => `The kept study has not the form of one here: ${message}.`,
    energy_study_differs: ({ where }: Params) =>
      `${where} does not speak of the study that stands in the same file.`,
    energy_study_other: ({ study }: Params) =>
      `${study}, made again, comes to something else than what was kept: do not rely on what was kept.`,
    energy_studies_many: ({ most }: Params) =>
      `${most} studies wait or are being made already: wait until one is done, or stop one.`,
    energy_study_not_asked: () => 'Nobody asked for this study here: take one that stands on the page.',
    energy_study_not_running: () => 'This study neither waits nor is being made: there is nothing to stop.',
    energy_study_not_stopped: () =>
      'This study was neither stopped nor did it fail: only such a one is started again.',
    energy_study_failed: ({ message }: Params) => `The study failed: ${message}. Start it again.`,
  },
};

export type AdequacyTexts = typeof en;
