import type { DomainTexts } from './en.ts';

export const nl: DomainTexts = {
  presolve: {
    step: ({ step, rows, kept }) => `${step}: ${kept} van ${rows} rijen zijn nodig`,
    flat: ({ step }) => `${step}: het domein heeft geen binnenste, dus alleen dubbele rijen vervielen`,
  },
  limits: {
    step: ({ step }) => `${step}, nettoposities in MW (export positief):`,
    hub: ({ hub, least, leastRow, most, mostRow }) =>
      `  ${hub}: van ${least} (${leastRow}) tot ${most} (${mostRow})`,
    exchange: ({ from, to, most, row }) => `  ${from} naar ${to} alleen: ${most} MW (${row})`,
    none: 'geen rij',
  },
  atc: {
    step: ({ step }) => `${step}, capaciteiten in MW:`,
    direction: ({ from, to, megawatts }) => `  ${from} naar ${to}: ${megawatts}`,
    inside: 'Bewezen is dat elk gebruik van deze capaciteiten alle rijen in acht neemt.',
    outside: ({ row, flow, ram }) => `${row} wordt overschreden: ${flow} MW waar ${ram} MW door kan.`,
    rule: 'De wijze van afleiden is niet bij haar bron nagegaan; het is die uit de documentatie van dit programma.',
  },
  step: ({ day, period }) => `${day}, stap ${period}`,
  problems: {
    energy_grid_slack: ({ slack }) =>
      `Het net heeft geen knooppunt op plaats ${slack}: noem een van zijn knooppunten als dat wat de rest opneemt.`,
    energy_grid_apart: ({ node, count }) =>
      `${count} knooppunten hebben geen weg naar de rest van het net, het eerste is ${node}: verbind ze of laat ze weg.`,
    energy_branch_node: ({ branch }) => `Tak ${branch} eindigt op een knooppunt dat het net niet heeft.`,
    energy_branch_loop: ({ branch }) => `Tak ${branch} begint en eindigt op één knooppunt.`,
    energy_branch_reactance: ({ branch, reactance }) =>
      `De reactantie van tak ${branch} is ${reactance}: het moet een getal boven nul zijn.`,
    energy_shift_key_node: ({ zone }) =>
      `De verdeelsleutel van ${zone} noemt een knooppunt dat het net niet heeft.`,
    energy_shift_key_sum: ({ zone, sum }) =>
      `De delen in de verdeelsleutel van ${zone} zijn samen ${sum} en niet 1.`,
    energy_outage_islands: ({ contingency, node, count }) =>
      `${contingency} snijdt ${count} knooppunten af, het eerste is ${node}: geen andere tak kan het overnemen.`,
    energy_margin_identity: ({ row, figure, expected, found }) =>
      `${row}: ${figure} is ${found}, en de cijfers ervoor geven ${expected} (MW).`,
    energy_domain_infeasible: ({ row }) =>
      row === undefined
        ? 'Geen nettoposities nemen alle rijen tegelijk in acht: zoek rijen die elkaar uitsluiten.'
        : `${row} laat niets door, wat hubs ook doen, en vraagt om minder dan dat.`,
    energy_domain_unbounded: ({ hub }) =>
      `Geen rij houdt de nettopositie van ${hub} vast: zij heeft geen einde in dit domein.`,
    energy_atc_start_outside: ({ row, flow, ram }) =>
      `${row} wordt al overschreden voordat er iets bijkomt: ${flow} MW waar ${ram} MW door kan.`,
    energy_atc_unlimited: ({ direction }) =>
      `Geen rij wordt belast door richting ${direction} van de lijst: haar capaciteit heeft geen einde.`,
    energy_border_unknown: ({ border }) =>
      `“${border}” is niet twee hubs van het bestand met een koppelteken ertussen.`,
  },
};
