import type { ComparisonTexts } from './en.ts';

export const nl: ComparisonTexts = {
  head: ({ hours, mode, against }) => `${hours} uren, ${mode} naast ${against}. Verschillen in EUR:`,
  zone: ({ zone, consumers, producers, rent, price }) =>
    `${zone}: kopers ${consumers}, verkopers ${producers}, net ${rent}; gemiddelde prijs ${price} EUR/MWh`,
  all: ({ consumers, producers, rent, welfare }) =>
    `Samen: kopers ${consumers}, verkopers ${producers}, net ${rent}; welvaart ${welfare}`,
  spread: ({ actual, counterfactual }) =>
    `Prijzen lagen gemiddeld ${actual} EUR/MWh uiteen, tegen ${counterfactual}.`,
  limiting: ({ steps, row, worth }) => `Vol in ${steps} uren: ${row}; één MW meer was ${worth} EUR waard`,
  synthetic: 'De orders zijn verzonnen: deze bedragen zeggen niets over een echte markt.',
  problems: {
    energy_runs_none: () => 'Er is geen resultaat om te vergelijken.',
    energy_runs_differ: () =>
      'De twee resultaten hebben andere orders, zones of blokken: alleen resultaten van dezelfde orders zijn te vergelijken.',
    energy_run_alone: ({ step }) => `Er is geen resultaat van ${step} hiernaast.`,
    energy_run_broken: () => 'Het resultaat klopt niet: zie met `energy certify` wat er mis is.',
  },
};
