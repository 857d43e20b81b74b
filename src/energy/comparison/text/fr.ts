import type { ComparisonTexts } from './en.ts';

export const fr: ComparisonTexts = {
  head: ({ hours, mode, against }) => `${hours} heures, ${mode} à côté de ${against}. Écarts en EUR :`,
  zone: ({ zone, consumers, producers, rent, price }) =>
    `${zone} : acheteurs ${consumers}, vendeurs ${producers}, réseau ${rent} ; prix moyen ${price} EUR/MWh`,
  all: ({ consumers, producers, rent, welfare }) =>
    `Ensemble : acheteurs ${consumers}, vendeurs ${producers}, réseau ${rent} ; bien-être ${welfare}`,
  spread: ({ actual, counterfactual }) =>
    `L’écart moyen des prix était de ${actual} EUR/MWh, contre ${counterfactual}.`,
  limiting: ({ steps, row, worth }) =>
    `Pleine pendant ${steps} heures : ${row} ; un MW de plus valait ${worth} EUR`,
  order: {
    proven: ({ of }) =>
      `Tout ce que permettent les capacités respecte de façon prouvée chaque ligne du domaine, dans chacune des ${of} heures : le domaine n’apporte pas moins de bien-être, et ce n’est pas un hasard.`,
    unproven: ({ proven, of }) =>
      `Que le domaine n’apporte pas moins de bien-être n’est prouvé que dans ${proven} heures sur ${of} : la différence est donnée ici sans signe garanti.`,
    outside: ({ name, step, row, flow, ram }) =>
      `${name}, pas ${step} : les capacités peuvent mettre ${flow} MW sur ${row}, qui laisse passer ${ram} MW.`,
    blocks: ({ name }) => `${name} a des blocs : avec eux, plus de place peut apporter moins.`,
  },
  synthetic: 'Les offres sont fictives : ces montants ne disent rien d’un marché réel.',
  problems: {
    energy_runs_none: () => 'Il n’y a pas de résultat à comparer.',
    energy_runs_differ: () =>
      'Les deux résultats ont d’autres ordres, zones ou blocs : seuls des résultats des mêmes ordres se comparent.',
    energy_run_alone: ({ step }) => `Il n’y a pas de résultat de ${step} à côté de celui-ci.`,
    energy_welfare_order: () =>
      'Le domaine ne doit pas apporter moins que les capacités qui y sont contenues, et c’est pourtant le cas : voyez si les résultats ont été modifiés.',
    energy_run_broken: () => 'Le résultat ne tient pas : voyez ce qui ne va pas avec `energy certify`.',
  },
};
