import type { RefundTexts } from './en.ts';

const acts: RefundTexts['acts'] = {
  lodge: 'Introduite',
  forward: 'Transmise',
  refuse_forwarding: 'Non transmise',
  receive: 'Reçue',
  ask: 'Informations demandées',
  answer: 'Réponse donnée',
  approve: 'Accordée',
  refuse: 'Refusée',
  consent: 'Consentement donné',
  withdraw_consent: 'Consentement retiré',
  propose_offset: 'Compensation proposée',
  withdraw_offset: 'Proposition retirée',
  execute_offset: 'Compensée',
  notify: 'Assujetti informé',
  collect: 'Remis à la dette',
  reverse: 'Rendu',
  correct: 'Corrigée',
  pay: 'Payée',
  add_remedy: 'Autorité ou voie de recours ajoutée',
};
const states: RefundTexts['states'] = {
  lodged: 'Introduite',
  not_forwarded: 'Non transmise',
  forwarded: 'Transmise',
  received: 'Reçue',
  asked: 'Informations demandées',
  approved: 'Accordée',
  refused: 'Refusée',
};
const roles: RefundTexts['roles'] = {
  applicant: 'Requérant',
  establishment: 'État d’établissement',
  refund: 'État de remboursement',
};
const terms: RefundTexts['terms'] = {
  apply: 'Demander',
  forward: 'Transmettre',
  decide: 'Décider',
  answer: 'Répondre',
  pay: 'Payer',
  repay: 'Payer ce qui est revenu',
  notify: 'Informer l’assujetti',
};
const statuses: Readonly<Record<string, string>> = {
  exempt_only: 'un assujetti dont toutes les opérations sont exonérées',
  small_business: 'sous le régime des petites entreprises',
  flat_rate_farmer: 'sous le régime forfaitaire des agriculteurs',
};
const debtStates: Readonly<Record<string, string>> = {
  open: 'ouverte',
  disputed: 'contestée',
  stayed: 'suspendue',
  met: 'acquittée',
  fallen: 'plus due',
};
const debtActs: Readonly<Record<string, string>> = {
  dispute: 'Contestée',
  end_dispute: 'Fin du litige',
  restate: 'Montant dû revu',
  stay: 'Suspendue',
  end_stay: 'Fin de la suspension',
};
const word = (words: Readonly<Record<string, string>>, code: string | number | undefined): string =>
  words[String(code)] ?? String(code);

export const fr: RefundTexts = {
  ...{ acts, states, roles, terms },
  roads: {
    consent_transfer: 'Transfert avec consentement (règl. 904/2010, art. 48)',
    recovery_request: 'Demande de recouvrement (dir. 2010/24)',
    set_off: 'Compensation selon le droit de l’État de remboursement',
  },
  standings: {
    open: 'Ouvert',
    overdue: 'En retard',
    met: 'Fait à temps',
    late: 'Fait en retard',
    unknown: 'Inconnu',
  },
  accounts: {
    granted: 'Accordé',
    waiting: 'À payer ou à compenser',
    disputed: 'Retenu pour des dettes contestées',
    set_off: 'Compensé',
    paid: 'Payé',
  },
  moves: {
    grant: 'Accordé',
    correct: 'Corrigé',
    set_off: 'Compensé',
    retain: 'Retenu pour une dette contestée',
    collect: 'Litige terminé : remis à la dette',
    release: 'Litige terminé : libéré',
    reverse: 'Imposition tombée : rendu',
    pay: 'Payé',
  },
  check: {
    file: ({ file, state, count, amount }) => `${file} : ${count} factures, ${amount} demandés à ${state}.`,
    copies: ({ count }) => `Une copie peut être demandée de ${count} d’entre elles (art. 10, non vérifié).`,
    sound: () => 'Rien ne s’oppose à la transmission.',
    warned: () =>
      'Rien de ce qui a été trouvé ne s’oppose à la transmission ; un agent examine les avertissements.',
  },
  clock: {
    notLodged: () => 'La demande n’avait pas encore été introduite.',
    interest: ({ from }) =>
      `Des intérêts sont dus dès le ${from}, sauf ce qui les exclut (art. 26, non vérifié).`,
    unverified: () => 'non vérifié',
  },
  problems: {
    vat_claim_approved_over: ({ amount, most }) =>
      `${amount} ne peut être accordé là où ${most} est demandé.`,
    vat_claim_corrected_over: ({ most }) => `On ne peut retrancher plus que les ${most} accordés.`,
    vat_claim_answer_awaited: () => 'Le mois du requérant pour répondre court encore.',
    vat_claim_offset_taken: ({ offset }) => `La compensation ${offset} a déjà été exécutée.`,
    vat_claim_offset_withdrawn: ({ offset }) =>
      `La proposition ${offset} a été retirée : il faut en faire une autre.`,
    vat_claim_notice_unknown: ({ notice }) => `Il n’y a pas d’avis ${notice} de cette demande.`,
    vat_claim_remedy_empty: () => 'Nommez l’autorité, la voie de recours, ou les deux.',
    vat_claim_remedy_said: ({ said }) =>
      `Ceci est déjà enregistré et reste tel qu’il a été dit : « ${said} ». Laissez-le vide.`,
    vat_claim_offset_told: ({ offset }) => `L’assujetti a déjà été informé de la compensation ${offset}.`,
    vat_claim_offset_unknown: ({ offset }) => `Il n’y a pas eu de compensation ${offset}.`,
    vat_claim_signed_by_another: ({ given, applicant }) =>
      `« ${given} » n’est pas le numéro de TVA ${applicant} du requérant : lui seul peut consentir. Laissez le champ vide, ou indiquez ce numéro.`,
    vat_claim_consent_unknown: ({ consent }) => `${consent} n’est pas le consentement qui vaut.`,
    vat_claim_nothing_fell: ({ debt }) =>
      `Il n’a pas été pris plus pour la dette ${debt} que ce qui reste dû.`,
    vat_claim_act_closed: ({ act, state }) =>
      `« ${word(acts, act)} » ne peut pas suivre : la demande en est à « ${word(states, state)} ».`,
    vat_claim_act_not_theirs: ({ act, role }) =>
      `« ${word(acts, act)} » ne revient pas à : ${word(roles, role)}.`,
    vat_claim_day_before_last: ({ on, last }) => `Le ${on} est avant le ${last}, jour du dernier fait.`,
    vat_claim_term_not_known: ({ kind }) => `Aucun délai n’est connu pour : ${word(terms, kind)}.`,
    vat_claim_check_against: ({ count }) =>
      `Elle n’est pas transmise telle quelle : ${count} points s’opposent à la demande dans son ensemble.`,
    vat_claim_reached_before: ({ on, asked }) =>
      `Personne ne peut l’avoir reçue le ${on}, avant qu’elle ne soit posée le ${asked}.`,
    vat_claim_reason_missing: () => 'Dites pourquoi il est accordé moins que demandé (dir. 2008/9, art. 23).',
    vat_claim_debt_unknown: ({ debt }) =>
      `Le requérant n’a pas de dette ${debt} qui puisse être acquittée ici.`,
    vat_claim_request_missing: () => 'Indiquez la référence de la demande de recouvrement.',
    vat_claim_provision_without_request: () =>
      'Une compensation selon votre droit porte sur une créance objet d’une demande de recouvrement ; celle-ci est proposée avec consentement.',
    vat_claim_dispute_goes_on: ({ debt }) =>
      `La dette ${debt} est encore contestée : ce qui est retenu pour elle reste où il est.`,
    vat_claim_debt_fell: ({ debt }) =>
      `Il est dû moins que ce qui a été pris pour la dette ${debt} : restituez d’abord la différence.`,
    vat_claim_of_another_state: ({ number, state }) =>
      `${number} est un numéro de ${state} : c’est l’État du requérant qui enregistre la demande.`,
    vat_claim_of_nothing: () => 'Rien n’est demandé.',
    vat_claim_too_much: () => 'Le montant dépasse ce qu’une demande peut porter ici.',
    vat_claim_registered: ({ reference }) =>
      `La demande ${reference} de ce requérant à cet État est déjà enregistrée.`,
    vat_claims_not_made_up: () => 'Des demandes ne sont inventées que dans un registre fictif.',
    vat_claims_no_made_up_numbers: ({ party, refundState }) =>
      `Il n’y a pas de numéros de TVA fictifs de ${party} ou de ${refundState}.`,
    vat_claims_not_allowed: () => 'Seul qui peut voir des demandes peut les emporter.',
    vat_debt_act_closed: ({ act, state }) =>
      `« ${word(debtActs, act)} » ne peut suivre : la dette est « ${word(debtStates, state)} ».`,
    vat_debt_due_before: ({ due, assessed }) =>
      `Elle ne peut être exigible le ${due}, avant d’avoir été établie le ${assessed}.`,
    vat_debt_registered: ({ reference }) => `La dette ${reference} est déjà enregistrée.`,
    vat_debt_stay_backwards: ({ from, until }) => `La suspension a commencé le ${from}, après le ${until}.`,
    vat_offset_debts_closed: () =>
      'L’État créancier a ici des dettes qui ne peuvent être acquittées aujourd’hui par cette voie ; il sait pourquoi.',
    vat_debt_currency: ({ currency, other }) => `La dette est en ${currency}, le remboursement en ${other}.`,
    vat_debt_disputed: ({ since }) => `La dette est contestée depuis le ${since}.`,
    vat_debt_not_consented: () => 'Le consentement ne couvre pas cette dette.',
    vat_debt_not_due: ({ on }) => `La dette n’est pas exigible avant le ${on}.`,
    vat_debt_not_enforceable: ({ on }) => `La dette n’est pas encore exécutoire (dès : ${on}).`,
    vat_debt_not_of_establishment: ({ creditor }) =>
      `Avec consentement, seule la TVA due à l’État d’établissement est acquittée ; celle-ci est due à ${creditor}.`,
    vat_debt_not_requested: ({ reference }) => `La demande ${reference} ne nomme pas cette dette.`,
    vat_debt_of_another: ({ debtor }) => `La dette est celle de ${debtor}, non du requérant.`,
    vat_debt_of_refund_state: ({ creditor }) =>
      `${creditor} doit lui-même le remboursement : une dette envers lui ne demande pas de recouvrement.`,
    vat_debt_stayed: ({ since }) => `Une insolvabilité suspend le recouvrement depuis le ${since}.`,
    vat_debt_time_barred: ({ on }) => `La dette est prescrite depuis le ${on}.`,
    vat_debt_too_old: ({ on, years, source }) =>
      `La dette était exigible le ${on}, plus de ${years} ans avant la demande (${source}, non vérifié).`,
    vat_ledger_cents_invalid: ({ cents }) =>
      `${cents} n’est pas un nombre entier de centimes au-dessus de zéro.`,
    vat_ledger_day_before_last: ({ on, last }) =>
      `Le ${on} est avant le ${last}, jour de la dernière écriture.`,
    vat_ledger_entry_unknown: ({ entry }) => `L’écriture ${entry} n’a rien déplacé qui puisse l’être ainsi.`,
    vat_ledger_short: ({ amount, held }) => `${amount} ne peut être déplacé là où il y a ${held}.`,
    vat_offset_consent_later: ({ on, day }) => `Le consentement a été signé le ${on}, après le ${day}.`,
    vat_offset_consent_missing: () => 'Sans le consentement du requérant, rien n’est transféré.',
    vat_offset_consent_of_another: ({ by }) => `${by} a signé le consentement, et non le requérant.`,
    vat_offset_consent_of_another_claim: ({ claim }) => `Le consentement vaut pour la demande ${claim}.`,
    vat_offset_consent_withdrawn: ({ on }) => `Le consentement a été retiré le ${on}.`,
    vat_offset_debt_twice: ({ debt }) => `La dette ${debt} est donnée deux fois.`,
    vat_offset_instrument_missing: () => 'L’instrument qui permet l’exécution n’est pas joint à la demande.',
    vat_offset_nothing_kept: ({ debt }) => `Rien n’est retenu pour la dette ${debt}.`,
    vat_offset_nothing_to_meet: ({ count }) =>
      `Aucune des dettes (${count}) ne peut être acquittée par cette voie.`,
    vat_offset_none_left: () => 'Il ne reste rien du remboursement pour elle.',
    vat_offset_nothing_waits: () => 'Rien du remboursement n’attend d’être payé ou compensé.',
    vat_offset_proposed: ({ offset, amount }) =>
      `La compensation ${offset} est déjà proposée sur cette dette, en prend ${amount} et n’est pas exécutée : attendez qu’elle le soit, ou retirez-la.`,
    vat_offset_waiting_proposed: ({ amount }) =>
      `Tout ce qui attend du remboursement, ${amount}, est pris par ce qui est proposé et n’est pas exécuté : attendez que cela le soit, ou retirez une proposition.`,
    vat_offset_over_debt: ({ debt, amount, owed, taken }) =>
      `${amount} est trop pour la dette ${debt} : sur ${owed}, ${taken} a déjà été pris.`,
    vat_offset_provision_missing: () =>
      'Nommez la disposition du droit de l’État de remboursement qui permet la compensation.',
    vat_offset_request_empty: () => 'La demande ne nomme aucune de ces dettes.',
    vat_offset_request_later: ({ on, day }) => `La demande a été faite le ${on}, après le ${day}.`,
    vat_offset_request_small: ({ amount, least, source }) =>
      `La demande porte sur ${amount}, moins de ${least} (${source}, non vérifié).`,
    vat_offset_without_road: () =>
      'Une compensation nomme sa dette, sa voie de droit et ce qui est dû ; rien d’autre ne le fait.',
    vat_refund_amount_small: ({ amount, least, source }) =>
      `${amount} est demandé, moins de ${least} (${source}, non vérifié).`,
    vat_refund_applied_late: ({ on, last }) =>
      `Elle a été introduite le ${on} ; le dernier jour était le ${last} (dir. 2008/9, art. 15).`,
    vat_refund_bic_unsound: () => 'Ceci n’a pas la forme d’un BIC.',
    vat_refund_deductible_over: ({ deductible, most }) =>
      `${deductible} est demandé là où ${most} au plus est déductible.`,
    vat_refund_field_invalid: ({ field, given }) => `« ${given} » n’est pas une valeur de ${field}.`,
    vat_refund_field_missing: ({ field }) => `${field} manque.`,
    vat_refund_field_unknown: ({ field }) => `${field} n’est pas un champ d’une demande et n’est pas lu.`,
    vat_refund_iban_unsound: () => 'Les chiffres de contrôle de l’IBAN sont faux, ou il n’en a pas la forme.',
    vat_refund_invoice_after_application: ({ date, on }) =>
      `La facture est du ${date}, après la demande du ${on}.`,
    vat_refund_invoice_alike: ({ claim, place }) =>
      `Aux signes intermédiaires près, elle a le numéro de ${place} de la demande ${claim}.`,
    vat_refund_invoice_before: ({ date, from }) =>
      `La facture est du ${date}, avant la période dès le ${from} : elle peut suivre si aucune demande antérieure de l’année ne l’avait.`,
    vat_refund_invoice_outside: ({ date, from, to }) =>
      `La facture est du ${date}, hors de la période de remboursement du ${from} au ${to}.`,
    vat_refund_invoice_twice: ({ claim, place }) =>
      `Elle a déjà été présentée : ${place} de la demande ${claim}.`,
    vat_refund_least_not_known: ({ currency }) => `Le montant minimal en ${currency} n’est pas connu ici.`,
    vat_refund_nature_unknown: ({ nature }) =>
      `${nature} n’est pas un code de ce qui a été acheté, 1 à 10 (non vérifié).`,
    vat_refund_not_an_application: () => 'Ceci n’est pas une demande : un objet JSON avec ses champs.',
    vat_refund_not_entitled: ({ status }) =>
      `Elle n’est pas transmise : le requérant est ${word(statuses, status)} (dir. 2008/9, art. 18).`,
    vat_refund_number_unsound: ({ number }) => `Le chiffre de contrôle de ${number} est faux.`,
    vat_refund_own_state: ({ state }) =>
      `${state} est l’État du requérant : un tel remboursement n’y existe pas.`,
    vat_refund_period_backwards: ({ from, to }) =>
      `La période finit le ${to}, avant de commencer le ${from}.`,
    vat_refund_period_short: ({ months, source }) =>
      `La période est plus courte que ${months} mois et n’est pas le reste d’une année (${source}, non vérifié).`,
    vat_refund_period_two_years: ({ from, to }) =>
      `La période du ${from} au ${to} n’est pas dans une année civile.`,
    vat_refund_state_unknown: ({ state }) => `${state} n’est pas un État qui rembourse.`,
    vat_refund_supplier_elsewhere: ({ number, state }) =>
      `Le numéro ${number} du fournisseur n’est pas de ${state}.`,
    vat_refund_supplies_there: () =>
      'Le requérant ne déclare pas n’avoir rien livré dans l’État de remboursement.',
    vat_refund_too_many_invoices: ({ count, most }) =>
      `${count} factures sont plus que ${most} ; le reste n’a pas été lu.`,
    vat_refund_vat_over_taxable: ({ vat, taxable }) =>
      `La TVA de ${vat} dépasse le montant de ${taxable} sur lequel elle porte.`,
  },
};
