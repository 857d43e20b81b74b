import type { DomainTexts } from './en.ts';

export const de: DomainTexts = {
  presolve: {
    step: ({ step, rows, kept }) => `${step}: ${kept} von ${rows} Zeilen sind nötig`,
    flat: ({ step }) => `${step}: Der Bereich hat kein Inneres, daher fielen nur doppelte Zeilen weg`,
  },
  limits: {
    step: ({ step }) => `${step}, Nettopositionen in MW (Export positiv):`,
    hub: ({ hub, least, leastRow, most, mostRow }) =>
      `  ${hub}: von ${least} (${leastRow}) bis ${most} (${mostRow})`,
    exchange: ({ from, to, most, row }) => `  ${from} nach ${to} allein: ${most} MW (${row})`,
    none: 'keine Zeile',
  },
  atc: {
    step: ({ step }) => `${step}, Kapazitäten in MW:`,
    direction: ({ from, to, megawatts }) => `  ${from} nach ${to}: ${megawatts}`,
    inside: 'Es ist bewiesen, dass jede Nutzung dieser Kapazitäten alle Zeilen einhält.',
    outside: ({ row, flow, ram }) => `${row} wird überschritten: ${flow} MW, wo ${ram} MW durchgehen.`,
    rule: 'Die Art der Ableitung ist nicht an ihrer Quelle geprüft; es ist die aus der Dokumentation dieses Programms.',
  },
  step: ({ day, period }) => `${day}, Schritt ${period}`,
  problems: {
    energy_grid_slack: ({ slack }) =>
      `Das Netz hat keinen Knoten an Stelle ${slack}: Nennen Sie einen seiner Knoten, der den Rest aufnimmt.`,
    energy_grid_apart: ({ node, count }) =>
      `${count} Knoten haben keinen Weg zum übrigen Netz, der erste ist ${node}: Verbinden Sie sie oder lassen Sie sie weg.`,
    energy_branch_node: ({ branch }) => `Der Zweig ${branch} endet an einem Knoten, den das Netz nicht hat.`,
    energy_branch_loop: ({ branch }) => `Der Zweig ${branch} beginnt und endet an einem Knoten.`,
    energy_branch_reactance: ({ branch, reactance }) =>
      `Die Reaktanz des Zweigs ${branch} ist ${reactance}: Sie muss eine Zahl über null sein.`,
    energy_shift_key_node: ({ zone }) =>
      `Der Verteilschlüssel von ${zone} nennt einen Knoten, den das Netz nicht hat.`,
    energy_shift_key_sum: ({ zone, sum }) =>
      `Die Anteile im Verteilschlüssel von ${zone} ergeben ${sum} und nicht 1.`,
    energy_outage_islands: ({ contingency, node, count }) =>
      `${contingency} trennt ${count} Knoten ab, der erste ist ${node}: Kein anderer Zweig kann übernehmen.`,
    energy_margin_identity: ({ row, figure, expected, found }) =>
      `${row}: ${figure} ist ${found}, und die Zahlen davor ergeben ${expected} (MW).`,
    energy_domain_infeasible: ({ row }) =>
      row === undefined
        ? 'Keine Nettopositionen halten alle Zeilen zugleich ein: Suchen Sie Zeilen, die einander ausschließen.'
        : `${row} lässt nichts durch, was Hubs auch tun, und verlangt weniger als das.`,
    energy_domain_unbounded: ({ hub }) =>
      `Keine Zeile hält die Nettoposition von ${hub}: Sie hat in diesem Bereich kein Ende.`,
    energy_atc_start_outside: ({ row, flow, ram }) =>
      `${row} wird überschritten, bevor etwas hinzukommt: ${flow} MW, wo ${ram} MW durchgehen.`,
    energy_atc_unlimited: ({ direction }) =>
      `Keine Zeile wird von Richtung ${direction} der Liste belastet: Ihre Kapazität hat kein Ende.`,
    energy_border_unknown: ({ border }) =>
      `„${border}“ sind nicht zwei Hubs der Datei mit einem Bindestrich dazwischen.`,
  },
};
