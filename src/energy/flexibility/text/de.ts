import type { FlexibilityTexts } from './en.ts';

export const de: FlexibilityTexts = {
  synthetic: () => 'Erfunden: diese Zahlen sagen nichts über irgendeinen Staat.',
  residual: ({ area, day, week, surplus, energy }) =>
    `${area}: ${day} MWh würden innerhalb von Tagen verschoben und ${week} MWh zwischen den Tagen einer Woche; Überschuss in ${surplus} Stunden, von ${energy} MWh.`,
  ramp: ({ over, rise, fall }) =>
    `In ${over} Stunden steigt sie um höchstens ${rise} MW und fällt um höchstens ${fall} MW, bis auf eine von hundert Stunden.`,
  negative: ({ hours }) => `Der Preis liegt in ${hours} Stunden unter null.`,
  after: ({ day, week, surplus, energy }) =>
    `Nach dem, was Speicher und verschobene Last bei diesen Preisen tun: ${day} MWh innerhalb von Tagen, ${week} MWh innerhalb von Wochen; Überschuss in ${surplus} Stunden, von ${energy} MWh.`,
  problems: {
    energy_days_incomplete: ({ hours, expected }) =>
      `Die Tage haben zusammen ${hours} Stunden, und die Last hat ${expected}: geben Sie die Stunden jedes Tages an (23, 24 oder 25).`,
    energy_dispatch_unsolved: ({ id, hour, status }) =>
      `Was ${id} in der Woche oder am Tag ab Stunde ${hour} tut, war nicht zu finden (${status}): sehen Sie nach seinen MW und MWh.`,
  },
};
