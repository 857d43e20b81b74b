import type { Invariant } from '../../certification/certify.ts';
import type { RunTexts } from './en.ts';

export const de: RunTexts = {
  gme: {
    day: ({ day, exact, zoneHours }) => `${day}: ${exact} von ${zoneHours} Preisen wie veröffentlicht`,
    total: ({ exact, zoneHours, maxError, flowMeanError }) =>
      `${exact} von ${zoneHours} Preisen wie veröffentlicht, höchstens ${maxError} EUR/MWh daneben; Flüsse im Mittel ${flowMeanError} MWh daneben.`,
    certified: ({ certified, days }) =>
      `${certified} von ${days} Tagen nachgerechnet und für richtig befunden.`,
    blocks: ({ status, published, accepted }) =>
      `Als ${status} veröffentlichte Blöcke: ${published}, davon hier angenommen ${accepted}`,
  },
  domain: {
    progress: ({ done, of }) => `${done} von ${of} Stunden`,
    total: ({ hours, certified, congested, folder }) =>
      `${certified} von ${hours} Stunden gekoppelt und nachgerechnet, in ${congested} davon begrenzte das Netz den Handel. Ergebnisse: ${folder}`,
    synthetic: 'Die Gebote sind erfunden; Preise und Wohlfahrt sagen nichts über einen echten Markt.',
  },
  borders: {
    named: 'Zwischen welchen Hubs es Grenzen gibt, wurde angegeben.',
    'every pair': 'Die Datei nennt keine Grenzen: Jedes Paar von Hubs bekam eine.',
  },
  unverified: {
    capacities:
      'Wie Kapazitäten aus einer Domäne geschnitten werden, ist aus dem Gedächtnis bekannt und nicht an der Quelle geprüft.',
    intuitive:
      'Wie Austausch gegen die Preise ausgeschlossen wird, ist aus dem Gedächtnis bekannt und nicht an der Quelle geprüft.',
    rights:
      'Wie Langfristrechte neben einer Domäne zählen, ist aus dem Gedächtnis bekannt und nicht an der Quelle geprüft.',
  },
  certify: {
    check: ({ what, worst }) => `${what}: höchstens ${worst} daneben`,
    holds: ({ count }) => `Alle ${count} Invarianten gelten.`,
  },
  invariants: {
    within_orders: 'Kein Gebot handelt mehr, als es nachfragt oder anbietet (MW)',
    within_limits: 'Leitungen und Grenzen führen nicht mehr, als sie dürfen (MW)',
    balance: 'Was eine Zone kauft, verkauft und austauscht, geht auf (MW)',
    positions_sum: 'Nettopositionen gekoppelter Zonen summieren sich zu null (MW)',
    row_flows: 'Keine Zeile der Domäne führt mehr als ihren Spielraum (MW)',
    slackness: 'Nur volle Zeilen der Domäne haben einen Preis (MW)',
    price_identity: 'Preise der Zonen unterscheiden sich nur durch das, was volle Zeilen ausmachen (EUR/MWh)',
    link_prices: 'Eine Leitung ist voll, wo Preise sich unterscheiden, in dieser Richtung (MW)',
    border_prices: 'Eine Grenze ist voll, wo Preise sich unterscheiden, in dieser Richtung (MW)',
    no_adverse_exchange:
      'Wo Austausche einzeln betrachtet werden, geht keiner von einer teuren in eine billige Zone (MW)',
    order_consistency: 'Gebote, die gewinnen, handeln ganz, die verlieren, gar nicht (MW)',
    block_shares: 'Ein Block ist mindestens bis zu seinem Minimum angenommen oder gar nicht (Anteil)',
    no_paradox: 'Kein angenommener Block verliert bei den Preisen (EUR/MWh)',
    rent: 'Was das Netz verdient, ist, was seine vollen Zeilen wert sind (EUR)',
    welfare_split: 'Die Anteile von Käufern, Verkäufern und Netz sind wie angegeben und gehen auf (EUR)',
    duality_gap: 'Was gehandelt ist, ist so viel wert wie Gebote und Schranken bei den Preisen (EUR)',
    bound: 'Keine Auswahl der Blöcke kann mehr wert sein, als die obere Schranke sagt (EUR)',
  },
  problems: {
    energy_step_infeasible: ({ step }) =>
      `In Schritt ${step} hält nichts alle Schranken zugleich ein: suchen Sie Schranken, die einander ausschließen.`,
    energy_step_unsolved: ({ step }) =>
      `Der Löser gab bei Schritt ${step} auf; darüber ist nichts bekannt. Suchen Sie Gebote oder Schranken sehr verschiedener Größe.`,
    energy_run_mode: ({ mode }) =>
      `Die Zonen sind nicht verbunden wie im Modus ${mode}, den das Ergebnis nennt. Es wurde geändert oder ist keines von uns: räumen Sie noch einmal.`,
    energy_day_infeasible: () =>
      'Keine Auswahl der Blöcke hält an diesem Tag alle Schranken zugleich ein: suchen Sie Schranken, die einander ausschließen.',
    energy_blocks_need_steps: () =>
      'Ein Tag mit Blöcken wird nur mit Geboten in Stufen gekoppelt: lassen Sie die Blöcke oder die linearen Gebote weg.',
    energy_workers_invalid: ({ received }) =>
      `Geben Sie eine ganze Zahl von Threads von 1 bis 64 an statt „${received}“.`,
    energy_book_unknown: ({ received }) =>
      `Geben Sie die Gebote als synthetic:SEED an, etwa synthetic:7, statt „${received}“.`,
    energy_borders_unused: ({ mode }) => `Lassen Sie --borders weg: Der Modus ${mode} kennt keine Grenzen.`,
    energy_rights_unused: ({ mode }) =>
      `Lassen Sie --rights weg: Rechte stehen im Modus fb neben einer Domäne, nicht in ${mode}.`,
    energy_run_unreadable: () =>
      'Das ist kein Ergebnis, das `energy clear` schrieb: geben Sie die Datei eines Ergebnisses an.',
    energy_run_invalid: ({ message }) => `Das Ergebnis hat hier nicht die richtige Form: ${message}.`,
    energy_run_length: ({ found, expected }) => `Die Liste hat ${found} Werte, und ${expected} sind nötig.`,
    energy_invariant_broken: ({ invariant, worst, tolerance }) =>
      `Gilt nicht: ${de.invariants[invariant as Invariant] ?? invariant}; ${worst} daneben, zugelassen ${tolerance}.`,
  },
};
