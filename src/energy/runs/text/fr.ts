import type { Invariant } from '../../certification/certify.ts';
import type { RunTexts } from './en.ts';

export const fr: RunTexts = {
  gme: {
    day: ({ day, exact, zoneHours }) => `${day} : ${exact} prix sur ${zoneHours} comme publiés`,
    total: ({ exact, zoneHours, maxError, flowMeanError }) =>
      `${exact} prix sur ${zoneHours} comme publiés, écart maximal ${maxError} EUR/MWh ; écart moyen des flux ${flowMeanError} MWh.`,
    certified: ({ certified, days }) => `${certified} jours sur ${days} vérifiés.`,
    blocks: ({ status, published, accepted }) =>
      `Blocs publiés comme ${status} : ${published}, dont acceptés ici ${accepted}`,
  },
  domain: {
    progress: ({ done, of }) => `${done} heures sur ${of}`,
    total: ({ hours, certified, congested, folder }) =>
      `${certified} heures sur ${hours} couplées et vérifiées ; dans ${congested} d’entre elles le réseau a limité les échanges. Résultats : ${folder}`,
    synthetic: 'Les offres sont fictives ; prix et bien-être ne disent rien d’un marché réel.',
  },
  borders: {
    named: 'Les frontières entre les hubs ont été indiquées.',
    'every pair': 'Le fichier ne nomme pas de frontières : chaque paire de hubs en a reçu une.',
  },
  unverified: {
    capacities:
      'La façon de tirer des capacités d’un domaine est connue de mémoire et n’a pas été vérifiée à la source.',
    intuitive:
      'La façon d’exclure les échanges à contre-prix est connue de mémoire et n’a pas été vérifiée à la source.',
    rights:
      'La façon de compter les droits de long terme à côté d’un domaine est connue de mémoire et n’a pas été vérifiée à la source.',
  },
  certify: {
    check: ({ what, worst }) => `${what} : écart maximal ${worst}`,
    holds: ({ count }) => `Les ${count} invariants tiennent.`,
  },
  invariants: {
    within_orders: 'Aucun ordre n’échange plus qu’il ne demande ou n’offre (MW)',
    within_limits: 'Lignes et frontières ne portent pas plus que permis (MW)',
    balance: 'Ce qu’une zone achète, vend et échange s’équilibre (MW)',
    positions_sum: 'La somme des positions nettes des zones couplées est nulle (MW)',
    row_flows: 'Aucune ligne du domaine ne porte plus que sa marge (MW)',
    slackness: 'Seules les lignes pleines du domaine ont un prix (MW)',
    price_identity: 'Les prix des zones ne diffèrent que par l’effet des lignes pleines du domaine (EUR/MWh)',
    link_prices: 'Une liaison est pleine là où les prix diffèrent, dans ce sens (MW)',
    border_prices: 'Une frontière est pleine là où les prix diffèrent, dans ce sens (MW)',
    no_adverse_exchange:
      'Là où les échanges sont regardés un à un, aucun ne va d’une zone chère à une zone moins chère (MW)',
    order_consistency: 'Les ordres gagnants sont exécutés en entier, les perdants pas du tout (MW)',
    block_shares: 'Un bloc est accepté au moins à son minimum ou pas du tout (part)',
    no_paradox: 'Aucun bloc accepté ne perd aux prix (EUR/MWh)',
    rent: 'Le réseau gagne ce que valent ses lignes pleines (EUR)',
    welfare_split:
      'Les parts des acheteurs, des vendeurs et du réseau sont celles annoncées et s’additionnent (EUR)',
    duality_gap: 'Ce qui est échangé vaut autant que les ordres et les limites aux prix (EUR)',
    bound: 'Aucun choix de blocs ne peut valoir plus que ne le dit la borne (EUR)',
  },
  problems: {
    energy_step_infeasible: ({ step }) =>
      `À l’étape ${step}, rien ne respecte toutes les limites à la fois : cherchez des limites qui s’excluent.`,
    energy_step_unsolved: ({ step }) =>
      `Le solveur a renoncé à l’étape ${step} ; on n’en sait rien. Cherchez des ordres ou des limites de tailles très différentes.`,
    energy_run_mode: ({ mode }) =>
      `Les zones ne sont pas reliées comme dans le mode ${mode} que le résultat indique. Il a été modifié ou n’est pas de nous : refaites la compensation.`,
    energy_day_infeasible: () =>
      'Aucun choix de blocs ne respecte toutes les limites du jour à la fois : cherchez des limites qui s’excluent.',
    energy_blocks_need_steps: () =>
      'Un jour avec des blocs n’est couplé qu’avec des ordres en escalier : retirez les blocs ou les ordres linéaires.',
    energy_workers_invalid: ({ received }) =>
      `Donnez un nombre entier de fils d’exécution de 1 à 64 au lieu de « ${received} ».`,
    energy_book_unknown: ({ received }) =>
      `Donnez les offres comme synthetic:SEED, par exemple synthetic:7, au lieu de « ${received} ».`,
    energy_borders_unused: ({ mode }) => `Omettez --borders : le mode ${mode} ne connaît pas de frontières.`,
    energy_rights_unused: ({ mode }) =>
      `Omettez --rights : les droits se tiennent à côté d’un domaine dans le mode fb, et non dans ${mode}.`,
    energy_run_unreadable: () =>
      'Ce n’est pas un résultat écrit par `energy clear` : donnez le fichier de l’un d’eux.',
    energy_run_invalid: ({ message }) => `Le résultat n’a pas la bonne forme à cet endroit : ${message}.`,
    energy_run_length: ({ found, expected }) => `La liste a ${found} valeurs, et il en faut ${expected}.`,
    energy_invariant_broken: ({ invariant, worst, tolerance }) =>
      `Ne tient pas : ${fr.invariants[invariant as Invariant] ?? invariant} ; écart ${worst}, toléré ${tolerance}.`,
  },
};
