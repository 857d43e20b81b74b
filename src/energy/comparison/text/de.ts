import type { ComparisonTexts } from './en.ts';

export const de: ComparisonTexts = {
  head: ({ hours, mode, against }) => `${hours} Stunden, ${mode} neben ${against}. Unterschiede in EUR:`,
  zone: ({ zone, consumers, producers, rent, price }) =>
    `${zone}: Käufer ${consumers}, Verkäufer ${producers}, Netz ${rent}; mittlerer Preis ${price} EUR/MWh`,
  all: ({ consumers, producers, rent, welfare }) =>
    `Zusammen: Käufer ${consumers}, Verkäufer ${producers}, Netz ${rent}; Wohlfahrt ${welfare}`,
  spread: ({ actual, counterfactual }) =>
    `Preise lagen im Mittel ${actual} EUR/MWh auseinander, gegenüber ${counterfactual}.`,
  limiting: ({ steps, row, worth }) => `Voll in ${steps} Stunden: ${row}; ein MW mehr war ${worth} EUR wert`,
  order: {
    proven: ({ of }) =>
      `Alles, was die Kapazitäten erlauben, hält bewiesen jede Zeile der Domäne ein, in allen ${of} Stunden: Die Domäne bringt nicht weniger Wohlfahrt, und das ist kein Zufall.`,
    unproven: ({ proven, of }) =>
      `Dass die Domäne nicht weniger Wohlfahrt bringt, ist nur in ${proven} von ${of} Stunden bewiesen: Der Unterschied steht hier ohne gesichertes Vorzeichen.`,
    outside: ({ name, step, row, flow, ram }) =>
      `${name}, Schritt ${step}: Die Kapazitäten können ${flow} MW auf ${row} bringen, die ${ram} MW durchlässt.`,
    blocks: ({ name }) => `${name} hat Blöcke: Mit ihnen kann mehr Raum weniger bringen.`,
  },
  synthetic: 'Die Gebote sind erfunden: diese Beträge sagen nichts über einen echten Markt.',
  problems: {
    energy_runs_none: () => 'Es gibt kein Ergebnis zum Vergleichen.',
    energy_runs_differ: () =>
      'Die beiden Ergebnisse haben andere Gebote, Zonen oder Blöcke: nur Ergebnisse derselben Gebote lassen sich vergleichen.',
    energy_run_alone: ({ step }) => `Daneben gibt es kein Ergebnis von ${step}.`,
    energy_welfare_order: () =>
      'Die Domäne darf nicht weniger bringen als die Kapazitäten, die in ihr liegen, und hier tut sie es: Sehen Sie nach, ob die Ergebnisse geändert wurden.',
    energy_run_broken: () => 'Das Ergebnis stimmt nicht: sehen Sie mit `energy certify`, was nicht gilt.',
  },
};
