import type { DoingTexts } from './en.ts';

export const de: DoingTexts = {
  fields: {
    id: 'Id',
    party: 'Für die Partei',
    on: 'Am: wann es geschah; leer: heute',
    file: 'Antrag, JSON wie `vat refund check` es liest',
    refund_state: 'Staat der Erstattung',
    reference: 'Zeichen',
    applicant: 'USt-IdNr. des Antragstellers',
    name: 'Name',
    address: 'Anschrift',
    email: 'E-Mail',
    activity: 'Tätigkeit',
    status: 'Was der Antragsteller mehrwertsteuerlich ist',
    no_supplies: 'Erklärt, im Staat der Erstattung nichts geliefert zu haben',
    from: 'Erstattungszeitraum von',
    to: 'Erstattungszeitraum bis',
    submitted_on: 'Gestellt am',
    currency: 'Währung; leer: EUR',
    holder: 'Inhaber des Kontos',
    iban: 'IBAN',
    bic: 'BIC',
    supplier: 'USt-IdNr. des Lieferers',
    supplier_name: 'Name des Lieferers',
    supplier_address: 'Anschrift des Lieferers',
    invoice: 'Nummer der Rechnung',
    invoice_date: 'Datum der Rechnung',
    taxable: 'Steuerbemessungsgrundlage',
    vat: 'Mehrwertsteuer',
    deductible: 'Beantragte Mehrwertsteuer',
    pro_rata: 'Prozent, die abgezogen werden dürfen',
    nature: 'Was gekauft wurde (Art. 9, Codes nicht geprüft)',
    authority: 'Behörde, die die Mitteilung nennt; leer: die Mitteilung sagt, dass keine erfasst ist',
    remedy:
      'Rechtsbehelf: was dagegen getan werden kann, wo und bis wann; leer: die Mitteilung sagt, dass keiner erfasst ist',
    reason: 'Grund',
    question: 'Was gefragt wird',
    reached_on: 'Wann es den erreichte, der antworten muss; leer: am Tag selbst',
    approved: 'Bewilligt, vor Berichtigungen',
    corrections: 'Berichtigungen, die abgehen; leer: keine',
    consent: 'Zeichen der Zustimmung',
    signed_on: 'Unterschrieben am',
    signed_by: 'USt-IdNr. dessen, der unterschrieb; leer: der Antragsteller',
    debts: 'Schulden',
    road: 'Rechtlicher Weg',
    requested_on: 'Ersucht am; leer: am Tag des Vorschlags',
    instrument: 'Einheitlicher Titel, der die Vollstreckung erlaubt, sein Zeichen',
    offset: 'Verrechnung',
    notice: 'Mitteilung',
    provision: 'Vorschrift des eigenen Rechts, um auf ein Ersuchen selbst aufzurechnen',
    debt: 'Schuld',
    amount: 'Betrag',
    debtor: 'USt-IdNr. des Schuldners',
    tax: 'Steuer',
    assessed_on: 'Festgesetzt am',
    due_on: 'Fällig am',
    enforceable_from: 'Vollstreckbar ab; leer: noch nicht',
    barred_from: 'Verjährt ab; leer: es läuft keine Verjährung',
    rank: 'Rang nach Ihrem Recht, der niedrigere zuerst; leer: nach allen, die einen haben',
    owed: 'Jetzt geschuldet, insgesamt, vor allem aus einer Erstattung',
  },
  acts: {
    register: {
      title: 'Einen Antrag erfassen',
      explain: 'Erfasst einen Antrag aus seiner Datei: was er sagt, und dass er gestellt wurde.',
    },
    enter: {
      title: 'Einen Antrag mit einer Rechnung eingeben',
      explain: 'Dasselbe mit einem Formular, für einen Antrag mit einer einzigen Rechnung.',
    },
    make_up: {
      title: 'Anträge erfinden',
      explain:
        'Vier erfundene Anträge an verschiedenen Stellen des Verfahrens, mit erfundenen Schulden; nur in erfundenen Registern.',
    },
    forward: {
      title: 'Weiterleiten',
      explain: 'Leitet den Antrag an den Staat der Erstattung weiter (VO 904/2010, Art. 48).',
    },
    refuse_forwarding: {
      title: 'Weiterleitung ablehnen',
      explain: 'Er geht nicht weiter (RL 2008/9, Art. 18); der Antragsteller erfährt, warum.',
    },
    receive: {
      title: 'Eingang erfassen',
      explain: 'Sagt, dass er ankam: Ab diesem Tag läuft die Frist zur Entscheidung.',
    },
    ask: {
      title: 'Auskunft verlangen',
      explain:
        'Der Antragsteller hat einen Monat ab dem Tag, an dem es ihn erreicht; der Tag der Entscheidung verschiebt sich.',
    },
    answer: { title: 'Die Antwort erfassen', explain: 'Die Antwort auf die letzte Frage ist da.' },
    approve: {
      title: 'Bewilligen, ganz oder zum Teil',
      explain:
        'Was bewilligt wird, abzüglich Berichtigungen, ist die Erstattung; was nicht bewilligt wird, wird mit Grund abgelehnt.',
    },
    refuse: { title: 'Ablehnen', explain: 'Nichts wird bewilligt.' },
    consent: {
      title: 'Die Zustimmung erfassen',
      explain:
        'Der Antragsteller stimmt schriftlich zu, dass seine Erstattung an das geht, was er zu Hause schuldet; ohne genannte Schulden an alles, was festgesetzt war, als er unterschrieb.',
    },
    withdraw_consent: {
      title: 'Den Widerruf der Zustimmung erfassen',
      explain: 'Ab diesem Tag wird nichts mehr übertragen; was vorher getan wurde, bleibt.',
    },
    propose_offset: {
      title: 'Eine Verrechnung vorschlagen',
      explain:
        'Plant, welche Schulden die Erstattung tilgt, nach Rang; der Staat der Erstattung erfährt Zeichen und Beträge, und sonst nichts von den Schulden.',
    },
    withdraw_offset: {
      title: 'Den Vorschlag einer Verrechnung zurückziehen',
      explain:
        'Was vorgeschlagen und nicht ausgeführt ist, nimmt nichts mehr; eine andere Verrechnung kann vorgeschlagen werden.',
    },
    execute_offset: {
      title: 'Eine Verrechnung ausführen',
      explain:
        'Verrechnet, was vorgeschlagen wurde, soweit es noch geschuldet wird und etwas zu nehmen da ist.',
    },
    notify: {
      title: 'Den Steuerpflichtigen unterrichten',
      explain: 'Sagt, dass die Mitteilung einer Verrechnung gegeben wurde.',
    },
    add_remedy: {
      title: 'Behörde und Rechtsbehelf hinzufügen',
      explain:
        'Einer Mitteilung, die sie nicht nannte: Was entschieden wurde, bleibt, und was vorher genannt wurde, auch; die Mitteilung nennt sie dann.',
    },
    collect: {
      title: 'Der Schuld zuführen, was einbehalten war',
      explain: 'Der Streit ist beendet, und die Schuld besteht.',
    },
    reverse: {
      title: 'Zurückbuchen, was genommen wurde',
      explain:
        'Es wird weniger geschuldet, als für die Schuld genommen wurde: Der Unterschied geht zurück zur Erstattung.',
    },
    correct: { title: 'Berichtigen', explain: 'Nimmt etwas von dem weg, was noch in Händen ist.' },
    pay: { title: 'Zahlen', explain: 'Zahlt dem Antragsteller aus, was noch in Händen ist.' },
    register_debt: {
      title: 'Eine Schuld erfassen',
      explain: 'Was ein Unternehmen Ihrem Staat schuldet; niemand anderer sieht es.',
    },
    dispute: {
      title: 'Die Schuld wird bestritten',
      explain:
        'Mit Zustimmung wird von nun an Geld für sie einbehalten; auf anderen Wegen bekommt sie nichts.',
    },
    end_dispute: {
      title: 'Der Streit ist beendet',
      explain: 'Die Schuld besteht; wird jetzt weniger geschuldet, sagen Sie das dazu.',
    },
    restate: {
      title: 'Neu sagen, was geschuldet wird',
      explain: 'Die Festsetzung fiel ganz oder zum Teil weg, oder etwas wurde gezahlt.',
    },
    stay: {
      title: 'Eine Insolvenz schiebt die Beitreibung auf',
      explain: 'Ab diesem Tag bekommt sie nichts.',
    },
    end_stay: {
      title: 'Der Aufschub ist beendet',
      explain: 'Ab diesem Tag kann sie wieder getilgt werden.',
    },
  },
};
