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
  order: {
    proven: ({ of }) =>
      `Alles wat de capaciteiten toelaten, houdt bewezen elke rij van het domein in, in alle ${of} uren: het domein brengt niet minder welvaart, en dat is geen toeval.`,
    unproven: ({ proven, of }) =>
      `Dat het domein niet minder welvaart brengt, is maar in ${proven} van ${of} uren bewezen: het verschil staat hier zonder teken dat altijd geldt.`,
    outside: ({ name, step, row, flow, ram }) =>
      `${name}, stap ${step}: de capaciteiten kunnen ${flow} MW op ${row} zetten, die ${ram} MW doorlaat.`,
    blocks: ({ name }) => `${name} heeft blokken: daarmee kan meer ruimte minder brengen.`,
  },
  synthetic: 'De orders zijn verzonnen: deze bedragen zeggen niets over een echte markt.',
  problems: {
    energy_runs_none: () => 'Er is geen resultaat om te vergelijken.',
    energy_runs_differ: () =>
      'De twee resultaten hebben andere orders, zones of blokken: alleen resultaten van dezelfde orders zijn te vergelijken.',
    energy_run_alone: ({ step }) => `Er is geen resultaat van ${step} hiernaast.`,
    energy_welfare_order: () =>
      'Het domein mag niet minder brengen dan de capaciteiten die erin liggen, en hier doet het dat wel: kijk of de resultaten veranderd zijn.',
    energy_run_broken: () => 'Het resultaat klopt niet: zie met `energy certify` wat er mis is.',
  },
};
