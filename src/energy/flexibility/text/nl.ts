import type { FlexibilityTexts } from './en.ts';

export const nl: FlexibilityTexts = {
  synthetic: () => 'Verzonnen: deze cijfers zeggen niets over enige staat.',
  residual: ({ area, day, week, surplus, energy }) =>
    `${area}: ${day} MWh zou binnen dagen verschuiven en ${week} MWh tussen de dagen van een week; overschot in ${surplus} uren, van ${energy} MWh.`,
  ramp: ({ over, rise, fall }) =>
    `Over ${over} uur stijgt zij hoogstens ${rise} MW en daalt zij hoogstens ${fall} MW, op één uur van de honderd na.`,
  negative: ({ hours }) => `De prijs is in ${hours} uren onder nul.`,
  after: ({ day, week, surplus, energy }) =>
    `Na wat opslag en verschoven vraag bij deze prijzen doen: ${day} MWh binnen dagen, ${week} MWh binnen weken; overschot in ${surplus} uren, van ${energy} MWh.`,
  problems: {
    energy_days_incomplete: ({ hours, expected }) =>
      `De dagen hebben samen ${hours} uren, en de vraag heeft er ${expected}: geef de uren van elke dag (23, 24 of 25).`,
    energy_dispatch_unsolved: ({ id, hour, status }) =>
      `Wat ${id} doet in de week of dag vanaf uur ${hour}, is niet te vinden (${status}): kijk naar zijn MW en MWh.`,
  },
};
