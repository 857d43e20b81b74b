import type { DoingTexts } from './en.ts';

export const nl: DoingTexts = {
  fields: {
    id: 'Id',
    party: 'Voor de partij',
    on: 'Op: wanneer het gebeurde; leeg: vandaag',
    file: 'Aanvraag, JSON zoals `vat refund check` het leest',
    refund_state: 'Staat van teruggaaf',
    reference: 'Kenmerk',
    applicant: 'Btw-nummer van de aanvrager',
    name: 'Naam',
    address: 'Adres',
    email: 'E-mail',
    activity: 'Activiteit',
    status: 'Wat de aanvrager voor de btw is',
    no_supplies: 'Verklaart in de staat van teruggaaf niets te hebben geleverd',
    from: 'Teruggaaftijdvak van',
    to: 'Teruggaaftijdvak tot en met',
    submitted_on: 'Ingediend op',
    currency: 'Munt; leeg: EUR',
    holder: 'Houder van de rekening',
    iban: 'IBAN',
    bic: 'BIC',
    supplier: 'Btw-nummer van de leverancier',
    supplier_name: 'Naam van de leverancier',
    supplier_address: 'Adres van de leverancier',
    invoice: 'Nummer van de factuur',
    invoice_date: 'Datum van de factuur',
    taxable: 'Belastbaar bedrag',
    vat: 'Btw',
    deductible: 'Btw die wordt gevraagd',
    pro_rata: 'Percentage dat mag worden afgetrokken',
    nature: 'Wat is gekocht (art. 9, codes niet nagegaan)',
    authority: 'Autoriteit die de kennisgeving noemt; leeg: de kennisgeving zegt dat er geen is vastgelegd',
    remedy:
      'Rechtsmiddel: wat ertegen kan worden gedaan, waar en uiterlijk wanneer; leeg: de kennisgeving zegt dat er geen is vastgelegd',
    reason: 'Reden',
    question: 'Wat wordt gevraagd',
    reached_on: 'Wanneer het bereikte wie moet antwoorden; leeg: op de dag zelf',
    approved: 'Toegekend, vóór correcties',
    corrections: 'Correcties die eraf gaan; leeg: geen',
    consent: 'Kenmerk van de toestemming',
    signed_on: 'Ondertekend op',
    signed_by: 'Btw-nummer van wie ondertekende; leeg: de aanvrager',
    debts: 'Schulden',
    road: 'Rechtsgrond',
    requested_on: 'Verzocht op; leeg: op de dag van het voorstel',
    instrument: 'Uniforme titel die invordering toestaat, kenmerk',
    offset: 'Verrekening',
    notice: 'Kennisgeving',
    provision: 'Bepaling van uw eigen recht, om op een verzoek zelf te verrekenen',
    debt: 'Schuld',
    amount: 'Bedrag',
    debtor: 'Btw-nummer van de schuldenaar',
    tax: 'Belasting',
    assessed_on: 'Vastgesteld op',
    due_on: 'Opeisbaar op',
    enforceable_from: 'Invorderbaar vanaf; leeg: nog niet',
    barred_from: 'Verjaard vanaf; leeg: er loopt geen verjaring',
    rank: 'Rang naar uw recht, de laagste eerst; leeg: na alle die er een hebben',
    owed: 'Nu verschuldigd, in totaal, vóór alles uit een teruggaaf',
  },
  acts: {
    register: {
      title: 'Registreer een aanvraag',
      explain: 'Legt een aanvraag vast uit haar bestand: wat ze zegt, en dat ze is ingediend.',
    },
    enter: {
      title: 'Voer een aanvraag met één factuur in',
      explain: 'Hetzelfde met een formulier, voor een aanvraag met één factuur.',
    },
    make_up: {
      title: 'Verzin aanvragen',
      explain:
        'Vier verzonnen aanvragen op verschillende plaatsen van de procedure, met verzonnen schulden; alleen in verzonnen registers.',
    },
    forward: {
      title: 'Zend door',
      explain: 'Zendt de aanvraag naar de staat van teruggaaf (Verord. 904/2010, art. 48).',
    },
    refuse_forwarding: {
      title: 'Weiger doorzending',
      explain: 'Ze gaat niet verder (Richtl. 2008/9, art. 18); de aanvrager hoort waarom.',
    },
    receive: {
      title: 'Ontvang',
      explain: 'Zegt dat ze is aangekomen: vanaf die dag loopt de termijn om te beslissen.',
    },
    ask: {
      title: 'Vraag om inlichtingen',
      explain:
        'De aanvrager heeft een maand vanaf de dag waarop het hem bereikt; de dag van de beslissing schuift op.',
    },
    answer: { title: 'Leg het antwoord vast', explain: 'Het antwoord op de laatste vraag is binnen.' },
    approve: {
      title: 'Ken toe, geheel of ten dele',
      explain:
        'Wat wordt toegekend min correcties is de teruggaaf; wat niet wordt toegekend, wordt met reden afgewezen.',
    },
    refuse: { title: 'Wijs af', explain: 'Er wordt niets toegekend.' },
    consent: {
      title: 'Leg de toestemming vast',
      explain:
        'De aanvrager stemt er schriftelijk mee in dat zijn teruggaaf gaat naar wat hij thuis verschuldigd is; zonder genoemde schulden: naar alles wat was vastgesteld toen hij tekende.',
    },
    withdraw_consent: {
      title: 'Leg de intrekking van de toestemming vast',
      explain: 'Vanaf die dag wordt niets meer overgedragen; wat eerder is gedaan blijft.',
    },
    propose_offset: {
      title: 'Stel een verrekening voor',
      explain:
        'Plant welke schulden de teruggaaf voldoet, naar rang; de staat van teruggaaf hoort kenmerken en bedragen, en verder niets van de schulden.',
    },
    withdraw_offset: {
      title: 'Trek het voorstel van een verrekening in',
      explain:
        'Wat is voorgesteld en niet is uitgevoerd neemt niets meer; een andere verrekening kan worden voorgesteld.',
    },
    execute_offset: {
      title: 'Voer een verrekening uit',
      explain: 'Verrekent wat is voorgesteld, voor zover het nog verschuldigd is en er iets te nemen valt.',
    },
    notify: {
      title: 'Licht de belastingplichtige in',
      explain: 'Zegt dat de kennisgeving van een verrekening is gedaan.',
    },
    add_remedy: {
      title: 'Voeg autoriteit en rechtsmiddel toe',
      explain:
        'Van een kennisgeving die ze niet noemde: wat is beslist blijft, en wat eerder is genoemd ook; de kennisgeving noemt ze dan.',
    },
    collect: {
      title: 'Geef aan de schuld wat is ingehouden',
      explain: 'Het geschil is voorbij en de schuld blijft staan.',
    },
    reverse: {
      title: 'Zet terug wat is genomen',
      explain:
        'Er is minder verschuldigd dan voor de schuld is genomen: het verschil gaat terug naar de teruggaaf.',
    },
    correct: { title: 'Corrigeer', explain: 'Neemt iets af van wat nog in handen is.' },
    pay: { title: 'Betaal', explain: 'Betaalt de aanvrager uit wat nog in handen is.' },
    register_debt: {
      title: 'Leg een schuld vast',
      explain: 'Wat een onderneming aan uw staat verschuldigd is; niemand anders ziet het.',
    },
    dispute: {
      title: 'De schuld wordt betwist',
      explain: 'Met toestemming wordt er voortaan geld voor ingehouden; langs andere wegen krijgt ze niets.',
    },
    end_dispute: {
      title: 'Het geschil is voorbij',
      explain: 'De schuld blijft staan; is nu minder verschuldigd, zeg dat er dan bij.',
    },
    restate: {
      title: 'Zeg opnieuw wat verschuldigd is',
      explain: 'De aanslag is geheel of ten dele vervallen, of er is iets betaald.',
    },
    stay: {
      title: 'Een insolventie schorst de invordering',
      explain: 'Vanaf die dag krijgt de schuld niets.',
    },
    end_stay: {
      title: 'De schorsing is voorbij',
      explain: 'Vanaf die dag kan de schuld weer worden voldaan.',
    },
  },
};
