import type { DomainTexts } from './en.ts';

export const fr: DomainTexts = {
  presolve: {
    step: ({ step, rows, kept }) => `${step} : ${kept} rangées sur ${rows} sont nécessaires`,
    flat: ({ step }) => `${step} : le domaine n’a pas d’intérieur, seuls les doublons ont été retirés`,
  },
  limits: {
    step: ({ step }) => `${step}, positions nettes en MW (export positif) :`,
    hub: ({ hub, least, leastRow, most, mostRow }) =>
      `  ${hub} : de ${least} (${leastRow}) à ${most} (${mostRow})`,
    exchange: ({ from, to, most, row }) => `  ${from} vers ${to} seul : ${most} MW (${row})`,
    none: 'aucune rangée',
  },
  atc: {
    step: ({ step }) => `${step}, capacités en MW :`,
    direction: ({ from, to, megawatts }) => `  ${from} vers ${to} : ${megawatts}`,
    inside: 'Il est prouvé que tout usage de ces capacités respecte toutes les rangées.',
    outside: ({ row, flow, ram }) => `${row} est dépassée : ${flow} MW là où passent ${ram} MW.`,
    rule: 'Le mode d’extraction n’a pas été vérifié à sa source ; c’est celui que décrit la documentation de ce programme.',
  },
  step: ({ day, period }) => `${day}, pas ${period}`,
  problems: {
    energy_grid_slack: ({ slack }) =>
      `Le réseau n’a pas de nœud à la place ${slack} : désignez un de ses nœuds pour absorber le reste.`,
    energy_grid_apart: ({ node, count }) =>
      `${count} nœuds n’ont pas de chemin vers le reste du réseau, le premier est ${node} : reliez-les ou retirez-les.`,
    energy_branch_node: ({ branch }) => `La branche ${branch} aboutit à un nœud que le réseau n’a pas.`,
    energy_branch_loop: ({ branch }) => `La branche ${branch} commence et finit au même nœud.`,
    energy_branch_reactance: ({ branch, reactance }) =>
      `La réactance de la branche ${branch} est ${reactance} : il faut un nombre supérieur à zéro.`,
    energy_shift_key_node: ({ zone }) =>
      `La clé de répartition de ${zone} cite un nœud que le réseau n’a pas.`,
    energy_shift_key_sum: ({ zone, sum }) =>
      `Les parts de la clé de répartition de ${zone} font ${sum} et non 1.`,
    energy_outage_islands: ({ contingency, node, count }) =>
      `${contingency} isole ${count} nœuds, le premier est ${node} : aucune autre branche ne peut prendre le relais.`,
    energy_margin_identity: ({ row, figure, expected, found }) =>
      `${row} : ${figure} vaut ${found}, et les chiffres qui précèdent donnent ${expected} (MW).`,
    energy_domain_infeasible: ({ row }) =>
      row === undefined
        ? 'Aucune position nette ne respecte toutes les rangées à la fois : cherchez celles qui s’excluent.'
        : `${row} ne laisse rien passer quoi que fassent les hubs, et demande moins que cela.`,
    energy_domain_unbounded: ({ hub }) =>
      `Aucune rangée ne tient la position nette de ${hub} : elle n’a pas de fin dans ce domaine.`,
    energy_atc_start_outside: ({ row, flow, ram }) =>
      `${row} est dépassée avant tout ajout : ${flow} MW là où passent ${ram} MW.`,
    energy_atc_unlimited: ({ direction }) =>
      `Aucune rangée n’est chargée par la direction ${direction} de la liste : sa capacité n’a pas de fin.`,
    energy_border_unknown: ({ border }) =>
      `« ${border} » n’est pas deux hubs du fichier séparés par un trait d’union.`,
  },
};
