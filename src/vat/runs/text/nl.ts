import type { RunTexts } from './en.ts';

export const nl: RunTexts = {
  stages: {
    match: 'beide kanten van de handel naast elkaar leggen',
    bridges: 'bruggen in eigen land zoeken',
    features: 'kenmerken en kringlopen tellen',
    scores: 'scores berekenen',
  },
  states: {
    waiting: 'wacht',
    running: 'loopt',
    stopped: 'gestopt',
    done: 'klaar',
    failed: 'mislukt',
  },
  progress: ({ stage, done, total }) => `${stage}: ${done} van ${total}`,
  line: ({ id, party, month, state }) => `${id} ${party} ${month} ${state}`,
  none: 'Er is geen doorloop.',
  alert: ({ place, trader, percent, least, most, euros, archetypes }) =>
    `${place}. ${trader}  ${percent} % (${least} tot ${most} %)  ${euros}  ${archetypes}`,
  found: ({ id, count, above, threshold }) =>
    `Doorloop ${id}: ${count} handelaren naar handel op het spel, ${above} daarvan op ${threshold} % of meer; er wordt niets mee beslist.`,
  synthetic: 'Verzonnen: het model of bestanden zijn synthetisch, alleen om mee te oefenen.',
  stopped: ({ id }) => `Doorloop ${id} is gestopt; opnieuw gevraagd gaat hij verder.`,
  bundle: ({ trader, file }) => `De bundel van ${trader} staat in ${file}.`,
  replayed: ({ trader, probability }) => `${trader}: ${probability}, hetzelfde als in de bundel.`,
  problems: {
    vat_nothing_taken_in: ({ state }) =>
      `Er is niets ingenomen waarvan een score voor ${state} gemaakt kan worden.`,
    vat_nothing_declared: () =>
      'Eind die maand was er nog geen opgave verschuldigd waarvan een score gemaakt kan worden.',
    vat_run_other_rules: () =>
      'De doorloop begon volgens de regels van een andere versie van dit product en kan niet verder. Start een nieuwe doorloop over dezelfde maand.',
    vat_run_failed: ({ message }) => `De doorloop eindigde door een fout: ${message}.`,
    vat_run_unknown: ({ run }) => `Er is geen doorloop ${run} die bedoeld kan zijn.`,
    vat_alert_unknown: ({ run, trader }) => `Doorloop ${run} noemt ${trader} niet.`,
    vat_model_invalid: ({ message }) => `Het bestand is geen model: ${message}`,
    vat_model_stale: ({ file }) =>
      `Het model in ${file} kijkt naar andere kenmerken dan er nu zijn: leer het opnieuw (vat learn).`,
    vat_bundle_invalid: ({ message }) => `Het bestand is geen bundel van een score: ${message}`,
    vat_bundle_hash_differs: ({ named, made }) =>
      `De bundel is veranderd: hij noemt als hash ${named}, en die is ${made}.`,
  },
};
