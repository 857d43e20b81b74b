import type { RunTexts } from './en.ts';

export const fr: RunTexts = {
  stages: {
    match: 'rapprochement des deux côtés des échanges',
    bridges: 'recherche de ponts à l’intérieur',
    features: 'calcul des caractéristiques et des cycles',
    scores: 'calcul des scores',
  },
  states: {
    waiting: 'en attente',
    running: 'en cours',
    stopped: 'arrêté',
    done: 'terminé',
    failed: 'échoué',
  },
  progress: ({ stage, done, total }) => `${stage} : ${done} sur ${total}`,
  line: ({ id, party, month, state }) => `${id} ${party} ${month} ${state}`,
  none: 'Il n’y a pas de passage.',
  alert: ({ place, trader, percent, least, most, euros, archetypes }) =>
    `${place}. ${trader}  ${percent} % (${least} à ${most} %)  ${euros}  ${archetypes}`,
  found: ({ id, count, above, threshold }) =>
    `Passage ${id} : ${count} assujettis par échanges en jeu, dont ${above} à ${threshold} % ou plus ; rien n’en est décidé.`,
  synthetic: 'Fictif : le modèle ou des fichiers sont synthétiques, pour des exercices seulement.',
  stopped: ({ id }) => `Le passage ${id} a été arrêté ; redemandé, il continue.`,
  bundle: ({ trader, file }) => `La liasse de ${trader} est dans ${file}.`,
  replayed: ({ trader, probability }) => `${trader} : ${probability}, comme dans la liasse.`,
  problems: {
    vat_nothing_taken_in: ({ state }) => `Rien n’a été reçu dont un score pour ${state} puisse être fait.`,
    vat_nothing_declared: () =>
      'À la fin de ce mois, aucun état récapitulatif dont un score puisse être fait n’était encore dû.',
    vat_run_other_rules: () =>
      'Le passage a commencé selon les règles d’une autre version de ce produit et ne peut pas continuer. Lancez un nouveau passage sur le même mois.',
    vat_run_failed: ({ message }) => `Le passage s’est terminé par une erreur : ${message}.`,
    vat_run_unknown: ({ run }) => `Il n’y a pas de passage ${run} qui puisse être visé.`,
    vat_alert_unknown: ({ run, trader }) => `Le passage ${run} ne nomme pas ${trader}.`,
    vat_model_invalid: ({ message }) => `Le fichier n’est pas un modèle : ${message}`,
    vat_model_stale: ({ file }) =>
      `Le modèle dans ${file} regarde d’autres caractéristiques que celles d’aujourd’hui : à réapprendre (vat learn).`,
    vat_bundle_invalid: ({ message }) => `Le fichier n’est pas la liasse d’un score : ${message}`,
    vat_bundle_hash_differs: ({ named, made }) =>
      `La liasse a été modifiée : elle dit que son empreinte est ${named}, et c’est ${made}.`,
  },
};
