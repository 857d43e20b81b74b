import type { RefundTexts } from './en.ts';

const acts: RefundTexts['acts'] = {
  lodge: 'Ingediend',
  forward: 'Doorgezonden',
  refuse_forwarding: 'Niet doorgezonden',
  receive: 'Ontvangen',
  ask: 'Inlichtingen gevraagd',
  answer: 'Beantwoord',
  approve: 'Toegekend',
  refuse: 'Afgewezen',
  consent: 'Toestemming gegeven',
  withdraw_consent: 'Toestemming ingetrokken',
  propose_offset: 'Verrekening voorgesteld',
  withdraw_offset: 'Voorstel ingetrokken',
  execute_offset: 'Verrekend',
  notify: 'Belastingplichtige ingelicht',
  collect: 'Aan de schuld gegeven',
  reverse: 'Teruggeboekt',
  correct: 'Gecorrigeerd',
  pay: 'Betaald',
  add_remedy: 'Autoriteit of rechtsmiddel toegevoegd',
};
const states: RefundTexts['states'] = {
  lodged: 'Ingediend',
  not_forwarded: 'Niet doorgezonden',
  forwarded: 'Doorgezonden',
  received: 'Ontvangen',
  asked: 'Inlichtingen gevraagd',
  approved: 'Toegekend',
  refused: 'Afgewezen',
};
const roles: RefundTexts['roles'] = {
  applicant: 'Aanvrager',
  establishment: 'Staat van vestiging',
  refund: 'Staat van teruggaaf',
};
const terms: RefundTexts['terms'] = {
  apply: 'Aanvragen',
  forward: 'Doorzenden',
  decide: 'Beslissen',
  answer: 'Antwoorden',
  pay: 'Betalen',
  repay: 'Betalen wat terugkwam',
  notify: 'De belastingplichtige inlichten',
};
const statuses: Readonly<Record<string, string>> = {
  exempt_only: 'iemand met alleen vrijgestelde prestaties',
  small_business: 'iemand onder de regeling voor kleine ondernemingen',
  flat_rate_farmer: 'iemand onder de forfaitaire regeling voor landbouwers',
};
const debtStates: Readonly<Record<string, string>> = {
  open: 'open',
  disputed: 'betwist',
  stayed: 'geschorst',
  met: 'voldaan',
  fallen: 'niet meer verschuldigd',
};
const debtActs: Readonly<Record<string, string>> = {
  dispute: 'Betwist',
  end_dispute: 'Geschil voorbij',
  restate: 'Opnieuw vastgesteld',
  stay: 'Geschorst',
  end_stay: 'Schorsing voorbij',
};
const word = (words: Readonly<Record<string, string>>, code: string | number | undefined): string =>
  words[String(code)] ?? String(code);

export const nl: RefundTexts = {
  ...{ acts, states, roles, terms },
  roads: {
    consent_transfer: 'Overdracht met toestemming (Verord. 904/2010, art. 48)',
    recovery_request: 'Verzoek om invordering (Richtl. 2010/24)',
    set_off: 'Verrekening naar het recht van de staat van teruggaaf',
  },
  standings: {
    open: 'Open',
    overdue: 'Te laat',
    met: 'Op tijd gedaan',
    late: 'Te laat gedaan',
    unknown: 'Niet bekend',
  },
  accounts: {
    granted: 'Toegekend',
    waiting: 'Te betalen of te verrekenen',
    disputed: 'Ingehouden voor betwiste schulden',
    set_off: 'Verrekend',
    paid: 'Betaald',
  },
  moves: {
    grant: 'Toegekend',
    correct: 'Gecorrigeerd',
    set_off: 'Verrekend',
    retain: 'Ingehouden voor een betwiste schuld',
    collect: 'Geschil voorbij: aan de schuld gegeven',
    release: 'Geschil voorbij: vrijgegeven',
    reverse: 'Aanslag vervallen: teruggeboekt',
    pay: 'Betaald',
  },
  check: {
    file: ({ file, state, count, amount }) =>
      `${file}: ${count} facturen, ${amount} teruggevraagd van ${state}.`,
    copies: ({ count }) => `Van ${count} daarvan mag een kopie worden gevraagd (art. 10, niet nagegaan).`,
    sound: () => 'Niets staat doorzending in de weg.',
    warned: () =>
      'Niets wat gevonden is staat doorzending in de weg; een ambtenaar bekijkt de waarschuwingen.',
  },
  clock: {
    notLodged: () => 'De aanvraag was toen nog niet ingediend.',
    interest: ({ from }) =>
      `Vanaf ${from} is rente verschuldigd, tenzij iets dat wegneemt (art. 26, niet nagegaan).`,
    unverified: () => 'niet nagegaan',
  },
  problems: {
    vat_claim_approved_over: ({ amount, most }) =>
      `${amount} kan niet worden toegekend waar ${most} is gevraagd.`,
    vat_claim_corrected_over: ({ most }) => `Er kan niet meer af dan de ${most} die wordt toegekend.`,
    vat_claim_answer_awaited: () => 'De maand van de aanvrager om te antwoorden loopt nog.',
    vat_claim_offset_taken: ({ offset }) => `De verrekening ${offset} is al uitgevoerd.`,
    vat_claim_offset_withdrawn: ({ offset }) =>
      `Het voorstel ${offset} is ingetrokken: er moet een ander worden gedaan.`,
    vat_claim_notice_unknown: ({ notice }) => `Er is geen kennisgeving ${notice} van deze aanvraag.`,
    vat_claim_remedy_empty: () => 'Noem de autoriteit, het rechtsmiddel, of beide.',
    vat_claim_remedy_said: ({ said }) =>
      `Dit is al vastgelegd en blijft zoals het is gezegd: “${said}”. Laat het leeg.`,
    vat_claim_offset_told: ({ offset }) =>
      `De belastingplichtige is al ingelicht over de verrekening ${offset}.`,
    vat_claim_offset_unknown: ({ offset }) => `Er was geen verrekening ${offset}.`,
    vat_claim_signed_by_another: ({ given, applicant }) =>
      `“${given}” is niet het btw-nummer ${applicant} van de aanvrager: alleen die kan toestemmen. Laat het leeg, of geef dat nummer.`,
    vat_claim_consent_unknown: ({ consent }) => `${consent} is niet de toestemming die geldt.`,
    vat_claim_nothing_fell: ({ debt }) =>
      `Voor de schuld ${debt} is niet meer genomen dan nog verschuldigd is.`,
    vat_claim_act_closed: ({ act, state }) =>
      `“${word(acts, act)}” kan niet volgen: de aanvraag staat op “${word(states, state)}”.`,
    vat_claim_act_not_theirs: ({ act, role }) => `“${word(acts, act)}” is niet aan: ${word(roles, role)}.`,
    vat_claim_day_before_last: ({ on, last }) =>
      `${on} ligt vóór ${last}, de dag van wat het laatst gebeurde.`,
    vat_claim_term_not_known: ({ kind }) => `Er is geen termijn bekend voor: ${word(terms, kind)}.`,
    vat_claim_check_against: ({ count }) =>
      `De aanvraag wordt zo niet doorgezonden: ${count} punten staan haar als geheel in de weg.`,
    vat_claim_reached_before: ({ on, asked }) =>
      `Het kan niemand op ${on} hebben bereikt: het is pas op ${asked} gevraagd.`,
    vat_claim_reason_missing: () =>
      'Zeg waarom minder wordt toegekend dan is gevraagd (Richtl. 2008/9, art. 23).',
    vat_claim_debt_unknown: ({ debt }) =>
      `Er is geen schuld ${debt} van de aanvrager die hier kan worden voldaan.`,
    vat_claim_request_missing: () => 'Noem het kenmerk van het verzoek om invordering.',
    vat_claim_provision_without_request: () =>
      'Verrekening naar eigen recht geldt een vordering onder een verzoek om invordering; dit is met toestemming voorgesteld.',
    vat_claim_dispute_goes_on: ({ debt }) =>
      `De schuld ${debt} wordt nog betwist: wat ervoor is ingehouden blijft staan.`,
    vat_claim_debt_fell: ({ debt }) =>
      `Er is minder verschuldigd dan voor de schuld ${debt} is genomen: zet eerst het verschil terug.`,
    vat_claim_of_another_state: ({ number, state }) =>
      `${number} is een nummer van ${state}: de eigen staat registreert de aanvraag.`,
    vat_claim_of_nothing: () => 'Er wordt niets gevraagd.',
    vat_claim_too_much: () => 'Er wordt meer gevraagd dan een aanvraag hier kan bedragen.',
    vat_claim_registered: ({ reference }) =>
      `De aanvraag ${reference} van deze aanvrager aan deze staat is al geregistreerd.`,
    vat_claims_not_made_up: () => 'Alleen in verzonnen registers worden aanvragen verzonnen.',
    vat_claims_no_made_up_numbers: ({ party, refundState }) =>
      `Er zijn geen verzonnen btw-nummers van ${party} of ${refundState}.`,
    vat_claims_not_allowed: () => 'Aanvragen neemt alleen mee wie ze te zien krijgt.',
    vat_debt_act_closed: ({ act, state }) =>
      `“${word(debtActs, act)}” kan niet volgen: de schuld is “${word(debtStates, state)}”.`,
    vat_debt_due_before: ({ due, assessed }) =>
      `De schuld kan niet op ${due} opeisbaar zijn: ze is pas op ${assessed} vastgesteld.`,
    vat_debt_registered: ({ reference }) => `De schuld ${reference} is al vastgelegd.`,
    vat_debt_stay_backwards: ({ from, until }) => `De schorsing begon op ${from}, na ${until}.`,
    vat_offset_debts_closed: () =>
      'De staat aan wie verschuldigd is heeft hier schulden die vandaag langs deze weg niet kunnen worden voldaan; die staat weet waarom.',
    vat_debt_currency: ({ currency, other }) => `De schuld is in ${currency}, de teruggaaf in ${other}.`,
    vat_debt_disputed: ({ since }) => `De schuld wordt sinds ${since} betwist.`,
    vat_debt_not_consented: () => 'De toestemming geldt niet voor deze schuld.',
    vat_debt_not_due: ({ on }) => `De schuld is niet opeisbaar vóór ${on}.`,
    vat_debt_not_enforceable: ({ on }) => `De schuld is nog niet invorderbaar (vanaf: ${on}).`,
    vat_debt_not_of_establishment: ({ creditor }) =>
      `Met toestemming wordt alleen btw voldaan die aan de staat van vestiging verschuldigd is; deze schuld is aan ${creditor}.`,
    vat_debt_not_requested: ({ reference }) => `Het verzoek ${reference} noemt deze schuld niet.`,
    vat_debt_of_another: ({ debtor }) => `De schuld is van ${debtor}, niet van de aanvrager.`,
    vat_debt_of_refund_state: ({ creditor }) =>
      `${creditor} is zelf de teruggaaf verschuldigd: een schuld aan deze staat vergt geen verzoek om invordering.`,
    vat_debt_stayed: ({ since }) => `Een insolventie schorst de invordering sinds ${since}.`,
    vat_debt_time_barred: ({ on }) => `De schuld is verjaard sinds ${on}.`,
    vat_debt_too_old: ({ on, years, source }) =>
      `De schuld was opeisbaar op ${on}, meer dan ${years} jaar vóór het verzoek (${source}, niet nagegaan).`,
    vat_ledger_cents_invalid: ({ cents }) => `${cents} is geen geheel aantal centen boven nul.`,
    vat_ledger_day_before_last: ({ on, last }) => `${on} ligt vóór ${last}, de dag van de laatste boeking.`,
    vat_ledger_entry_unknown: ({ entry }) => `Boeking ${entry} heeft niets verplaatst wat zo verder kan.`,
    vat_ledger_short: ({ amount, held }) => `${amount} kan niet worden verplaatst waar ${held} staat.`,
    vat_offset_consent_later: ({ on, day }) => `De toestemming is ondertekend op ${on}, na ${day}.`,
    vat_offset_consent_missing: () => 'Zonder toestemming van de aanvrager wordt niets overgedragen.',
    vat_offset_consent_of_another: ({ by }) => `${by} heeft de toestemming ondertekend, niet de aanvrager.`,
    vat_offset_consent_of_another_claim: ({ claim }) => `De toestemming is voor de aanvraag ${claim}.`,
    vat_offset_consent_withdrawn: ({ on }) => `De toestemming is ingetrokken op ${on}.`,
    vat_offset_debt_twice: ({ debt }) => `De schuld ${debt} is tweemaal opgegeven.`,
    vat_offset_instrument_missing: () => 'Bij het verzoek ontbreekt de titel die invordering toestaat.',
    vat_offset_nothing_kept: ({ debt }) => `Voor de schuld ${debt} is niets ingehouden.`,
    vat_offset_nothing_to_meet: ({ count }) =>
      `Geen van de schulden (${count}) kan langs deze weg worden voldaan.`,
    vat_offset_none_left: () => 'Van de teruggaaf blijft er niets voor over.',
    vat_offset_nothing_waits: () => 'Van de teruggaaf wacht niets op betaling of verrekening.',
    vat_offset_proposed: ({ offset, amount }) =>
      `Op deze schuld is de verrekening ${offset} al voorgesteld; die neemt er ${amount} van en is niet uitgevoerd: wacht tot dat gebeurd is, of trek haar in.`,
    vat_offset_waiting_proposed: ({ amount }) =>
      `Alles wat van de teruggaaf wacht, ${amount}, wordt genomen door wat is voorgesteld en niet is uitgevoerd: wacht tot dat gebeurd is, of trek een voorstel in.`,
    vat_offset_over_debt: ({ debt, amount, owed, taken }) =>
      `${amount} is te veel voor de schuld ${debt}: van ${owed} is ${taken} al genomen.`,
    vat_offset_provision_missing: () =>
      'Noem de bepaling in het recht van de staat van teruggaaf die verrekening toestaat.',
    vat_offset_request_empty: () => 'Het verzoek noemt geen van deze schulden.',
    vat_offset_request_later: ({ on, day }) => `Het verzoek is gedaan op ${on}, na ${day}.`,
    vat_offset_request_small: ({ amount, least, source }) =>
      `Het verzoek betreft ${amount}, minder dan ${least} (${source}, niet nagegaan).`,
    vat_offset_without_road: () =>
      'Een verrekening noemt haar schuld, haar rechtsgrond en wat verschuldigd is; niets anders doet dat.',
    vat_refund_amount_small: ({ amount, least, source }) =>
      `Er wordt ${amount} gevraagd, minder dan ${least} (${source}, niet nagegaan).`,
    vat_refund_applied_late: ({ on, last }) =>
      `De aanvraag is ingediend op ${on}; de laatste dag was ${last} (Richtl. 2008/9, art. 15).`,
    vat_refund_bic_unsound: () => 'Dit heeft niet de vorm van een BIC.',
    vat_refund_deductible_over: ({ deductible, most }) =>
      `Er wordt ${deductible} gevraagd waar hoogstens ${most} aftrekbaar is.`,
    vat_refund_field_invalid: ({ field, given }) => `“${given}” is geen ${field}.`,
    vat_refund_field_missing: ({ field }) => `${field} ontbreekt.`,
    vat_refund_field_unknown: ({ field }) => `${field} is geen veld van een aanvraag en wordt niet gelezen.`,
    vat_refund_iban_unsound: () =>
      'De controlecijfers van het IBAN kloppen niet, of het heeft niet de vorm ervan.',
    vat_refund_invoice_after_application: ({ date, on }) =>
      `De factuur is van ${date}, na de aanvraag van ${on}.`,
    vat_refund_invoice_alike: ({ claim, place }) =>
      `Op tekens ertussen na heeft ze het nummer van ${place} van de aanvraag ${claim}.`,
    vat_refund_invoice_before: ({ date, from }) =>
      `De factuur is van ${date}, vóór het tijdvak vanaf ${from}: ze mag mee als geen eerdere aanvraag van het jaar haar had.`,
    vat_refund_invoice_outside: ({ date, from, to }) =>
      `De factuur is van ${date}, buiten het teruggaaftijdvak van ${from} tot en met ${to}.`,
    vat_refund_invoice_twice: ({ claim, place }) =>
      `Ze is al teruggevraagd: ${place} van de aanvraag ${claim}.`,
    vat_refund_least_not_known: ({ currency }) => `Het laagste bedrag in ${currency} is hier niet bekend.`,
    vat_refund_nature_unknown: ({ nature }) =>
      `${nature} is geen code voor wat is gekocht, 1 tot en met 10 (niet nagegaan).`,
    vat_refund_not_an_application: () => 'Dit is geen aanvraag: één JSON-object met zijn velden.',
    vat_refund_not_entitled: ({ status }) =>
      `Ze wordt niet doorgezonden: de aanvrager is ${word(statuses, status)} (Richtl. 2008/9, art. 18).`,
    vat_refund_number_unsound: ({ number }) => `Het controlecijfer van ${number} klopt niet.`,
    vat_refund_own_state: ({ state }) =>
      `${state} is de eigen staat van de aanvrager: zo’n teruggaaf bestaat daar niet.`,
    vat_refund_period_backwards: ({ from, to }) =>
      `Het tijdvak eindigt op ${to}, voordat het op ${from} begint.`,
    vat_refund_period_short: ({ months, source }) =>
      `Het tijdvak is korter dan ${months} maanden en niet de rest van een jaar (${source}, niet nagegaan).`,
    vat_refund_period_two_years: ({ from, to }) =>
      `Het tijdvak van ${from} tot en met ${to} ligt niet in één kalenderjaar.`,
    vat_refund_state_unknown: ({ state }) => `${state} is geen staat die teruggeeft.`,
    vat_refund_supplier_elsewhere: ({ number, state }) =>
      `Het nummer ${number} van de leverancier is niet van ${state}.`,
    vat_refund_supplies_there: () =>
      'De aanvrager verklaart niet dat hij in de staat van teruggaaf niets heeft geleverd.',
    vat_refund_too_many_invoices: ({ count, most }) =>
      `${count} facturen zijn meer dan ${most}; de rest is niet gelezen.`,
    vat_refund_vat_over_taxable: ({ vat, taxable }) =>
      `De btw van ${vat} is meer dan het bedrag van ${taxable} waarover ze is geheven.`,
  },
};
