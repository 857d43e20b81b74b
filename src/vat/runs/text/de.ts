import type { RunTexts } from './en.ts';

export const de: RunTexts = {
  stages: {
    match: 'beide Seiten des Handels abgleichen',
    bridges: 'Brücken im Inland suchen',
    features: 'Merkmale und Kreisläufe zählen',
    scores: 'Bewertungen berechnen',
  },
  states: {
    waiting: 'wartet',
    running: 'läuft',
    stopped: 'angehalten',
    done: 'fertig',
    failed: 'fehlgeschlagen',
  },
  progress: ({ stage, done, total }) => `${stage}: ${done} von ${total}`,
  line: ({ id, party, month, state }) => `${id} ${party} ${month} ${state}`,
  none: 'Es gibt keinen Durchlauf.',
  alert: ({ place, trader, percent, least, most, euros, archetypes }) =>
    `${place}. ${trader}  ${percent} % (${least} bis ${most} %)  ${euros}  ${archetypes}`,
  found: ({ id, count, above, threshold }) =>
    `Durchlauf ${id}: ${count} Unternehmer nach Handel auf dem Spiel, davon ${above} bei ${threshold} % oder mehr; entschieden wird damit nichts.`,
  synthetic: 'Erfunden: Modell oder Dateien sind synthetisch, nur zum Üben.',
  stopped: ({ id }) => `Der Durchlauf ${id} wurde angehalten; neu verlangt geht er weiter.`,
  bundle: ({ trader, file }) => `Das Bündel von ${trader} steht in ${file}.`,
  replayed: ({ trader, probability }) => `${trader}: ${probability}, dasselbe wie im Bündel.`,
  problems: {
    vat_nothing_taken_in: ({ state }) =>
      `Es wurde nichts aufgenommen, woraus eine Bewertung für ${state} entstehen könnte.`,
    vat_nothing_declared: () =>
      'Am Ende dieses Monats war noch keine Meldung fällig, aus der eine Bewertung entstehen könnte.',
    vat_run_other_rules: () =>
      'Der Durchlauf begann nach den Regeln einer anderen Version dieses Produkts und kann nicht weitergehen. Starten Sie einen neuen Durchlauf über denselben Monat.',
    vat_run_failed: ({ message }) => `Der Durchlauf endete mit einem Fehler: ${message}.`,
    vat_run_unknown: ({ run }) => `Es gibt keinen Durchlauf ${run}, der gemeint sein könnte.`,
    vat_alert_unknown: ({ run, trader }) => `Der Durchlauf ${run} nennt ${trader} nicht.`,
    vat_model_invalid: ({ message }) => `Die Datei ist kein Modell: ${message}`,
    vat_model_stale: ({ file }) =>
      `Das Modell in ${file} sieht auf andere Merkmale, als es jetzt gibt: neu lernen (vat learn).`,
    vat_bundle_invalid: ({ message }) => `Die Datei ist kein Bündel einer Bewertung: ${message}`,
    vat_bundle_hash_differs: ({ named, made }) =>
      `Das Bündel wurde verändert: Es nennt als Hash ${named}, und er ist ${made}.`,
  },
};
