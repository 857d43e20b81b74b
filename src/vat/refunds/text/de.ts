import type { RefundTexts } from './en.ts';

const acts: RefundTexts['acts'] = {
  lodge: 'Gestellt',
  forward: 'Weitergeleitet',
  refuse_forwarding: 'Nicht weitergeleitet',
  receive: 'Eingegangen',
  ask: 'Auskunft verlangt',
  answer: 'Beantwortet',
  approve: 'Bewilligt',
  refuse: 'Abgelehnt',
  consent: 'Zustimmung erteilt',
  withdraw_consent: 'Zustimmung widerrufen',
  propose_offset: 'Verrechnung vorgeschlagen',
  withdraw_offset: 'Vorschlag zurückgezogen',
  execute_offset: 'Verrechnet',
  notify: 'Steuerpflichtiger unterrichtet',
  collect: 'Der Schuld zugeführt',
  reverse: 'Zurückgebucht',
  correct: 'Berichtigt',
  pay: 'Gezahlt',
  add_remedy: 'Behörde oder Rechtsbehelf hinzugefügt',
};
const states: RefundTexts['states'] = {
  lodged: 'Gestellt',
  not_forwarded: 'Nicht weitergeleitet',
  forwarded: 'Weitergeleitet',
  received: 'Eingegangen',
  asked: 'Auskunft verlangt',
  approved: 'Bewilligt',
  refused: 'Abgelehnt',
};
const roles: RefundTexts['roles'] = {
  applicant: 'Antragsteller',
  establishment: 'Staat der Ansässigkeit',
  refund: 'Staat der Erstattung',
};
const terms: RefundTexts['terms'] = {
  apply: 'Beantragen',
  forward: 'Weiterleiten',
  decide: 'Entscheiden',
  answer: 'Antworten',
  pay: 'Zahlen',
  repay: 'Zahlen, was zurückkam',
  notify: 'Den Steuerpflichtigen unterrichten',
};
const statuses: Readonly<Record<string, string>> = {
  exempt_only: 'jemand mit nur steuerfreien Umsätzen',
  small_business: 'jemand unter der Regelung für Kleinunternehmen',
  flat_rate_farmer: 'jemand unter der Pauschalregelung für Landwirte',
};
const debtStates: Readonly<Record<string, string>> = {
  open: 'offen',
  disputed: 'streitig',
  stayed: 'aufgeschoben',
  met: 'getilgt',
  fallen: 'nicht mehr geschuldet',
};
const debtActs: Readonly<Record<string, string>> = {
  dispute: 'Bestritten',
  end_dispute: 'Streit beendet',
  restate: 'Neu festgesetzt',
  stay: 'Aufgeschoben',
  end_stay: 'Aufschub beendet',
};
const word = (words: Readonly<Record<string, string>>, code: string | number | undefined): string =>
  words[String(code)] ?? String(code);

export const de: RefundTexts = {
  ...{ acts, states, roles, terms },
  roads: {
    consent_transfer: 'Übertragung mit Zustimmung (VO 904/2010, Art. 48)',
    recovery_request: 'Beitreibungsersuchen (RL 2010/24)',
    set_off: 'Aufrechnung nach dem Recht des Staates der Erstattung',
  },
  standings: {
    open: 'Offen',
    overdue: 'Überfällig',
    met: 'Rechtzeitig erledigt',
    late: 'Verspätet erledigt',
    unknown: 'Nicht bekannt',
  },
  accounts: {
    granted: 'Bewilligt',
    waiting: 'Zu zahlen oder zu verrechnen',
    disputed: 'Einbehalten für streitige Schulden',
    set_off: 'Verrechnet',
    paid: 'Gezahlt',
  },
  moves: {
    grant: 'Bewilligt',
    correct: 'Berichtigt',
    set_off: 'Verrechnet',
    retain: 'Für eine streitige Schuld einbehalten',
    collect: 'Streit beendet: der Schuld zugeführt',
    release: 'Streit beendet: freigegeben',
    reverse: 'Festsetzung entfallen: zurückgebucht',
    pay: 'Gezahlt',
  },
  check: {
    file: ({ file, state, count, amount }) =>
      `${file}: ${count} Rechnungen, ${amount} von ${state} beantragt.`,
    copies: ({ count }) => `Von ${count} davon darf eine Kopie verlangt werden (Art. 10, nicht geprüft).`,
    sound: () => 'Der Weiterleitung steht nichts entgegen.',
    warned: () =>
      'Nichts Gefundenes steht der Weiterleitung entgegen; ein Bediensteter sieht die Warnungen an.',
  },
  clock: {
    notLodged: () => 'Der Antrag war da noch nicht gestellt.',
    interest: ({ from }) =>
      `Ab dem ${from} sind Zinsen geschuldet, wenn nichts sie ausschließt (Art. 26, nicht geprüft).`,
    unverified: () => 'nicht geprüft',
  },
  problems: {
    vat_claim_approved_over: ({ amount, most }) =>
      `${amount} können nicht bewilligt werden, wo ${most} beantragt sind.`,
    vat_claim_corrected_over: ({ most }) =>
      `Es kann nicht mehr abgezogen werden als die ${most}, die bewilligt werden.`,
    vat_claim_answer_awaited: () => 'Der Monat des Antragstellers zum Antworten läuft noch.',
    vat_claim_offset_taken: ({ offset }) => `Die Verrechnung ${offset} ist schon ausgeführt.`,
    vat_claim_offset_withdrawn: ({ offset }) =>
      `Der Vorschlag ${offset} wurde zurückgezogen: Ein anderer ist zu machen.`,
    vat_claim_notice_unknown: ({ notice }) => `Es gibt keine Mitteilung ${notice} zu diesem Antrag.`,
    vat_claim_remedy_empty: () => 'Nennen Sie die Behörde, den Rechtsbehelf oder beide.',
    vat_claim_remedy_said: ({ said }) =>
      `Das ist schon erfasst und bleibt, wie es gesagt wurde: „${said}“. Lassen Sie es leer.`,
    vat_claim_offset_told: ({ offset }) =>
      `Der Steuerpflichtige wurde von der Verrechnung ${offset} schon unterrichtet.`,
    vat_claim_offset_unknown: ({ offset }) => `Es gab keine Verrechnung ${offset}.`,
    vat_claim_signed_by_another: ({ given, applicant }) =>
      `„${given}“ ist nicht die USt-IdNr. ${applicant} des Antragstellers: Nur er kann zustimmen. Lassen Sie das Feld leer, oder geben Sie diese Nummer an.`,
    vat_claim_consent_unknown: ({ consent }) => `${consent} ist nicht die Zustimmung, die gilt.`,
    vat_claim_nothing_fell: ({ debt }) =>
      `Für die Schuld ${debt} wurde nicht mehr genommen, als noch geschuldet wird.`,
    vat_claim_act_closed: ({ act, state }) =>
      `„${word(acts, act)}“ kann nicht folgen: Der Antrag steht auf „${word(states, state)}“.`,
    vat_claim_act_not_theirs: ({ act, role }) => `„${word(acts, act)}“ steht nicht zu: ${word(roles, role)}.`,
    vat_claim_day_before_last: ({ on, last }) =>
      `${on} liegt vor dem ${last}, dem Tag dessen, was zuletzt geschah.`,
    vat_claim_term_not_known: ({ kind }) => `Es ist keine Frist bekannt für: ${word(terms, kind)}.`,
    vat_claim_check_against: ({ count }) =>
      `So wird er nicht weitergeleitet: ${count} Punkte stehen dem Antrag als Ganzem entgegen.`,
    vat_claim_reached_before: ({ on, asked }) =>
      `Sie kann niemanden am ${on} erreicht haben, bevor sie am ${asked} gestellt wurde.`,
    vat_claim_reason_missing: () =>
      'Sagen Sie, warum weniger bewilligt wird als beantragt (RL 2008/9, Art. 23).',
    vat_claim_debt_unknown: ({ debt }) =>
      `Der Antragsteller hat keine Schuld ${debt}, die hier getilgt werden könnte.`,
    vat_claim_request_missing: () => 'Nennen Sie das Zeichen des Beitreibungsersuchens.',
    vat_claim_provision_without_request: () =>
      'Eine Aufrechnung nach eigenem Recht gilt einer Forderung unter einem Beitreibungsersuchen; dies wurde mit Zustimmung vorgeschlagen.',
    vat_claim_dispute_goes_on: ({ debt }) =>
      `Die Schuld ${debt} ist noch streitig: Was für sie einbehalten ist, bleibt, wo es ist.`,
    vat_claim_debt_fell: ({ debt }) =>
      `Es wird weniger geschuldet, als für die Schuld ${debt} genommen wurde: Buchen Sie zuerst den Unterschied zurück.`,
    vat_claim_of_another_state: ({ number, state }) =>
      `${number} ist eine Nummer von ${state}: Den Antrag erfasst der eigene Staat.`,
    vat_claim_of_nothing: () => 'Es wird nichts beantragt.',
    vat_claim_too_much: () => 'Es wird mehr beantragt, als ein Antrag hier betragen kann.',
    vat_claim_registered: ({ reference }) =>
      `Der Antrag ${reference} dieses Antragstellers an diesen Staat ist schon erfasst.`,
    vat_claims_not_made_up: () => 'Nur in erfundenen Registern werden Anträge erfunden.',
    vat_claims_no_made_up_numbers: ({ party, refundState }) =>
      `Es gibt keine erfundenen USt-IdNrn. von ${party} oder ${refundState}.`,
    vat_claims_not_allowed: () => 'Anträge nimmt nur mit, wem sie gezeigt werden.',
    vat_debt_act_closed: ({ act, state }) =>
      `„${word(debtActs, act)}“ kann nicht folgen: Die Schuld ist „${word(debtStates, state)}“.`,
    vat_debt_due_before: ({ due, assessed }) =>
      `Sie kann nicht am ${due} fällig sein, bevor sie am ${assessed} festgesetzt wurde.`,
    vat_debt_registered: ({ reference }) => `Die Schuld ${reference} ist schon erfasst.`,
    vat_debt_stay_backwards: ({ from, until }) => `Der Aufschub begann am ${from}, nach dem ${until}.`,
    vat_offset_debts_closed: () =>
      'Der Staat, dem geschuldet wird, hat hier Schulden, die heute auf diesem Weg nicht getilgt werden können; er weiß, warum.',
    vat_debt_currency: ({ currency, other }) =>
      `Die Schuld lautet auf ${currency}, die Erstattung auf ${other}.`,
    vat_debt_disputed: ({ since }) => `Die Schuld ist seit ${since} streitig.`,
    vat_debt_not_consented: () => 'Die Zustimmung umfasst diese Schuld nicht.',
    vat_debt_not_due: ({ on }) => `Die Schuld ist vor dem ${on} nicht fällig.`,
    vat_debt_not_enforceable: ({ on }) => `Die Schuld ist noch nicht vollstreckbar (ab: ${on}).`,
    vat_debt_not_of_establishment: ({ creditor }) =>
      `Mit Zustimmung wird nur Mehrwertsteuer getilgt, die dem Staat der Ansässigkeit geschuldet wird; diese wird ${creditor} geschuldet.`,
    vat_debt_not_requested: ({ reference }) => `Das Ersuchen ${reference} nennt diese Schuld nicht.`,
    vat_debt_of_another: ({ debtor }) => `Die Schuld ist die von ${debtor}, nicht die des Antragstellers.`,
    vat_debt_of_refund_state: ({ creditor }) =>
      `${creditor} schuldet selbst die Erstattung: Eine Schuld bei ihm braucht kein Beitreibungsersuchen.`,
    vat_debt_stayed: ({ since }) => `Eine Insolvenz hemmt die Beitreibung seit ${since}.`,
    vat_debt_time_barred: ({ on }) => `Die Schuld ist seit ${on} verjährt.`,
    vat_debt_too_old: ({ on, years, source }) =>
      `Die Schuld war am ${on} fällig, mehr als ${years} Jahre vor dem Ersuchen (${source}, nicht geprüft).`,
    vat_ledger_cents_invalid: ({ cents }) => `${cents} ist keine ganze Zahl von Cent über null.`,
    vat_ledger_day_before_last: ({ on, last }) => `${on} liegt vor dem ${last}, dem Tag der letzten Buchung.`,
    vat_ledger_entry_unknown: ({ entry }) =>
      `Buchung ${entry} hat nichts bewegt, was so weiterbewegt werden kann.`,
    vat_ledger_short: ({ amount, held }) => `${amount} kann nicht bewegt werden, wo ${held} steht.`,
    vat_offset_consent_later: ({ on, day }) =>
      `Die Zustimmung wurde am ${on} unterschrieben, nach dem ${day}.`,
    vat_offset_consent_missing: () => 'Ohne Zustimmung des Antragstellers wird nichts übertragen.',
    vat_offset_consent_of_another: ({ by }) =>
      `${by} hat die Zustimmung unterschrieben, nicht der Antragsteller.`,
    vat_offset_consent_of_another_claim: ({ claim }) => `Die Zustimmung gilt für den Antrag ${claim}.`,
    vat_offset_consent_withdrawn: ({ on }) => `Die Zustimmung wurde am ${on} widerrufen.`,
    vat_offset_debt_twice: ({ debt }) => `Die Schuld ${debt} ist zweimal angegeben.`,
    vat_offset_instrument_missing: () => 'Dem Ersuchen fehlt der Titel, der die Vollstreckung erlaubt.',
    vat_offset_nothing_kept: ({ debt }) => `Für die Schuld ${debt} ist nichts einbehalten.`,
    vat_offset_nothing_to_meet: ({ count }) =>
      `Keine der Schulden (${count}) kann auf diesem Weg getilgt werden.`,
    vat_offset_none_left: () => 'Von der Erstattung bleibt dafür nichts übrig.',
    vat_offset_nothing_waits: () => 'Von der Erstattung wartet nichts auf Zahlung oder Verrechnung.',
    vat_offset_proposed: ({ offset, amount }) =>
      `Auf diese Schuld ist die Verrechnung ${offset} schon vorgeschlagen; sie nimmt davon ${amount} und ist nicht ausgeführt: Warten Sie, bis sie es ist, oder ziehen Sie sie zurück.`,
    vat_offset_waiting_proposed: ({ amount }) =>
      `Alles, was von der Erstattung wartet, ${amount}, nimmt, was vorgeschlagen und nicht ausgeführt ist: Warten Sie, bis es das ist, oder ziehen Sie einen Vorschlag zurück.`,
    vat_offset_over_debt: ({ debt, amount, owed, taken }) =>
      `${amount} ist zu viel für die Schuld ${debt}: Von ${owed} sind ${taken} schon genommen.`,
    vat_offset_provision_missing: () =>
      'Nennen Sie die Vorschrift im Recht des Staates der Erstattung, die die Aufrechnung erlaubt.',
    vat_offset_request_empty: () => 'Das Ersuchen nennt keine dieser Schulden.',
    vat_offset_request_later: ({ on, day }) => `Das Ersuchen wurde am ${on} gestellt, nach dem ${day}.`,
    vat_offset_request_small: ({ amount, least, source }) =>
      `Das Ersuchen geht auf ${amount}, weniger als ${least} (${source}, nicht geprüft).`,
    vat_offset_without_road: () =>
      'Eine Verrechnung nennt ihre Schuld, ihren rechtlichen Weg und was geschuldet wird; nichts anderes tut das.',
    vat_refund_amount_small: ({ amount, least, source }) =>
      `Beantragt werden ${amount}, weniger als ${least} (${source}, nicht geprüft).`,
    vat_refund_applied_late: ({ on, last }) =>
      `Der Antrag ist vom ${on}; der letzte Tag war der ${last} (RL 2008/9, Art. 15).`,
    vat_refund_bic_unsound: () => 'Das hat nicht die Form eines BIC.',
    vat_refund_deductible_over: ({ deductible, most }) =>
      `Beantragt werden ${deductible}, wo höchstens ${most} abziehbar sind.`,
    vat_refund_field_invalid: ({ field, given }) => `„${given}“ ist kein Wert für ${field}.`,
    vat_refund_field_missing: ({ field }) => `${field} fehlt.`,
    vat_refund_field_unknown: ({ field }) => `${field} ist kein Feld eines Antrags und wird nicht gelesen.`,
    vat_refund_iban_unsound: () => 'Die Prüfziffern der IBAN sind falsch, oder sie hat nicht deren Form.',
    vat_refund_invoice_after_application: ({ date, on }) =>
      `Die Rechnung ist vom ${date}, nach dem Antrag vom ${on}.`,
    vat_refund_invoice_alike: ({ claim, place }) =>
      `Bis auf Zeichen dazwischen hat sie die Nummer von ${place} des Antrags ${claim}.`,
    vat_refund_invoice_before: ({ date, from }) =>
      `Die Rechnung ist vom ${date}, vor dem Zeitraum ab ${from}: Sie darf mitkommen, wenn kein früherer Antrag des Jahres sie hatte.`,
    vat_refund_invoice_outside: ({ date, from, to }) =>
      `Die Rechnung ist vom ${date}, außerhalb des Erstattungszeitraums vom ${from} bis ${to}.`,
    vat_refund_invoice_twice: ({ claim, place }) =>
      `Sie wurde schon geltend gemacht: ${place} des Antrags ${claim}.`,
    vat_refund_least_not_known: ({ currency }) => `Der Mindestbetrag in ${currency} ist hier nicht bekannt.`,
    vat_refund_nature_unknown: ({ nature }) =>
      `${nature} ist kein Code für das Gekaufte, 1 bis 10 (nicht geprüft).`,
    vat_refund_not_an_application: () => 'Das ist kein Antrag: ein JSON-Objekt mit seinen Feldern.',
    vat_refund_not_entitled: ({ status }) =>
      `Er wird nicht weitergeleitet: Der Antragsteller ist ${word(statuses, status)} (RL 2008/9, Art. 18).`,
    vat_refund_number_unsound: ({ number }) => `Die Prüfziffer von ${number} ist falsch.`,
    vat_refund_own_state: ({ state }) =>
      `${state} ist der eigene Staat des Antragstellers: Dort gibt es diese Erstattung nicht.`,
    vat_refund_period_backwards: ({ from, to }) =>
      `Der Zeitraum endet am ${to}, bevor er am ${from} beginnt.`,
    vat_refund_period_short: ({ months, source }) =>
      `Der Zeitraum ist kürzer als ${months} Monate und nicht der Rest eines Jahres (${source}, nicht geprüft).`,
    vat_refund_period_two_years: ({ from, to }) =>
      `Der Zeitraum vom ${from} bis ${to} liegt nicht in einem Kalenderjahr.`,
    vat_refund_state_unknown: ({ state }) => `${state} ist kein Staat, der erstattet.`,
    vat_refund_supplier_elsewhere: ({ number, state }) =>
      `Die Nummer ${number} des Lieferers ist nicht von ${state}.`,
    vat_refund_supplies_there: () =>
      'Der Antragsteller erklärt nicht, dass er im Staat der Erstattung nichts geliefert hat.',
    vat_refund_too_many_invoices: ({ count, most }) =>
      `${count} Rechnungen sind mehr als ${most}; der Rest wurde nicht gelesen.`,
    vat_refund_vat_over_taxable: ({ vat, taxable }) =>
      `Die Steuer von ${vat} ist mehr als der Betrag von ${taxable}, auf den sie erhoben ist.`,
  },
};
