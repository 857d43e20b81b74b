import { countingIn } from '#platform/text/counting.ts';
import type { ParliamentTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

const { counted, figure } = countingIn('de');

export const de: ParliamentTexts = {
  kinds: { recommendation: 'Empfehlung', written_question: 'Schriftliche Anfrage' },
  states: {
    tabled: 'Eingebracht',
    assigned: 'Zugewiesen',
    partly_answered: 'Teilweise beantwortet',
    answered: 'Beantwortet',
    retabled: 'Erneut auf der Tagesordnung',
    closed: 'Abgeschlossen',
    withdrawn: 'Zurückgezogen',
  },
  forms: {
    partial: 'Eine Regierung für sich selbst',
    joint: 'Gemeinsame Antwort, von allen gezeichnet',
  },
  presences: { yes: 'Anwesend', no: 'Abwesend', unknown: 'Unbekannt' },
  item: {
    state: 'Stand',
    stateNote:
      'Was bis zum gefragten Datum mit der Vorlage getan wurde. Leer: Davon ist nichts festgehalten, es gibt nur die Quelle.',
    number: 'Nummer',
    history: 'Was getan wurde',
    form: 'Form',
    drafts: 'Entwurf der gemeinsamen Antwort',
    draftNone: 'Es ist keine gemeinsame Antwort entworfen.',
    draftNoneWho: 'Jede der gefragten Regierungen kann eine beginnen.',
    draftsClosed: 'Entwürfe gehören den Regierungen, bis sie Antworten sind.',
    draftsClosedWhat: 'Was als Antwort gegeben wurde, steht oben.',
    draftsClosedWho: 'Die gefragten Regierungen und die zuweisende Stelle können sie lesen.',
    draft: 'Text',
    draftedBy: 'Entworfen von',
    round: (n) => `Durchgang: ${figure(n)}`,
    signOffs: 'Gezeichnet',
    signedOn: (on) => `Gezeichnet am ${on}`,
    notSigned: 'Nicht gezeichnet',
    complete: 'Jede Regierung hat gezeichnet: Die Antwort kann gegeben werden.',
    lacking: (n) =>
      `${counted(n, 'Regierung hat', 'Regierungen haben')} nicht gezeichnet: Es ist noch keine Antwort.`,
    given: (on) => `Als gemeinsame Antwort gegeben am ${on}`,
    preparedBy: 'Vorbereitet von',
    assignments: 'Wo die Antworten vorbereitet werden',
    factSheet: 'Merkblatt',
  },
  times: {
    figures: {
      owed: 'Geschuldete Antworten zu datierten Vorlagen, eine je Adressat.',
      answered: 'Davon beantwortet.',
      open: 'Davon offen.',
      withdrawn: 'Davon unbeantwortet zurückgezogen.',
      undated: 'Geschuldete Antworten zu Vorlagen ohne Datum; in keiner Zahl.',
      medianLeast: 'Mediane Tage bis zur Antwort, mindestens; leer: nichts ist geschuldet.',
      medianMost: 'Dasselbe höchstens; leer: der Median fällt auf eine offene Antwort.',
      lateLeast: 'Antworten über ihrer Frist, mindestens; leer: nichts geschuldet oder keine Frist gesetzt.',
      lateMost: 'Dasselbe höchstens.',
    },
    title: 'Wie lange Antworten dauern',
    lede: 'Über jede geschuldete Antwort: die gekommenen und die nicht gekommenen.',
    median: 'Mediane Zeit bis zur Antwort, in Tagen',
    atLeast: (n) => `mindestens ${figure(n)}`,
    range: (least, most) => `${figure(least)} bis ${figure(most)}`,
    medianOf: (owed, answered, open, withdrawn) =>
      `Über ${figure(owed)} geschuldete: ${figure(answered)} beantwortet, ${figure(open)} offen, ${figure(withdrawn)} unbeantwortet zurückgezogen`,
    late: 'Antworten über ihrer Frist',
    lateOf: (late, owed) => `${late} von ${figure(owed)}`,
    share: (least, most) =>
      least === most ? `${figure(least)} %` : `${figure(least)} bis ${figure(most)} %`,
    how: 'Was noch offen ist, zählt mit mindestens der Zeit, die es offen ist, damit nie Beantwortetes nicht aus der Zahl verschwindet. „Mindestens“ steht dort, wo der Median auf eine offene Antwort fällt. Nichts ist geschätzt.',
    lateHow:
      'Was offen und noch in der Frist ist, kann noch zu spät kommen: Wo es das gibt, ist der Anteil eine Spanne.',
    undated: (n) =>
      `${counted(n, 'Antwort gehört', 'Antworten gehören')} zu Vorlagen ohne Datum und zählt in keiner Zahl mit.`,
    none: 'Zu keiner datierten Vorlage wird eine Antwort geschuldet.',
    noTerm: 'Es ist keine Frist gesetzt, also kann nichts darüber sein.',
    columns: {
      takenLeast:
        'Tage vom Einbringen bis zur Antwort, mindestens; bei Offenem das Alter. Leer: nicht datiert.',
      takenMost:
        'Dasselbe höchstens. Leer: offen oder zurückgezogen, also ohne Höchstwert; oder nicht datiert.',
    },
  },
  factSheet: {
    title: (name) => `Merkblatt: ${name}`,
    lede: 'Was über eine Vorlage bekannt ist, bevor das Parlament darüber spricht, zum Drucken.',
    asked: 'Was gefragt wurde',
    related: 'Was es berührt',
    instruments: 'Rechtsinstrumente desselben Dossiers',
    groups: 'Gruppen desselben Dossiers',
    noDossier: 'Die Vorlage nennt kein Dossier; darüber ist also nichts zu finden.',
    noDossierWho: 'Wer eine Vorlage einbringt, kann ihr Dossier nennen.',
    nothing: 'Sonst steht nichts von diesem Dossier im Register.',
  },
  attendance: {
    columns: {
      plenary: 'Datum der Plenarsitzung.',
      party: 'Kennung des Staates.',
      present:
        'Ob ein Minister da war: ja (yes), nein (no) oder als unbekannt festgehalten (unknown); leer: nicht festgehalten, was nicht abwesend ist.',
    },
    title: 'Minister in Plenarsitzungen',
    none: 'Zu diesem Datum ist nichts über Minister in Plenarsitzungen festgehalten.',
    noneWhat: 'Nicht festgehalten ist nicht abwesend: Es ist unbekannt.',
    noneWho: 'Die Stelle, die Vorlagen einbringt, hält fest, wer da war.',
    plenary: 'Plenarsitzung',
    notRecorded: 'Nicht festgehalten',
    all: 'Alle festgehaltenen Anwesenheiten',
  },
  presidency: {
    title: (from, to) => `Vorsitz des Parlaments vom ${from} bis ${to}`,
    link: 'Überblick über einen Vorsitz',
    lede: (years) => `Was in ${counted(years, 'Jahr', 'Jahren')} geschah: Vorlagen, Antworten, Minister.`,
    tabled: 'Eingebrachte Vorlagen',
    answers: 'Gekommene Antworten',
    overdue: 'Überfällige Antworten an seinem Ende, oder am gefragten Datum',
    plenaries: 'Plenarsitzungen mit festgehaltener Anwesenheit',
    items: 'In diesen Jahren eingebrachte Vorlagen',
    none: 'Soweit zu diesem Datum bekannt, wurde in diesen Jahren keine Vorlage eingebracht.',
    unknown: 'Was nicht bekannt ist',
    unknownUndated: (n) =>
      `${counted(n, 'Vorlage hat', 'Vorlagen haben')} kein Datum, oder eines, das zu ungenau ist, um diesen Jahren zugerechnet zu werden.`,
    unknownAttendance: (n) =>
      `An ${counted(n, 'Stelle', 'Stellen')} der Tabelle der Minister ist nichts festgehalten, oder Unbekanntes.`,
    unknownPlenaries: 'Es ist keine Plenarsitzung dieser Jahre festgehalten.',
    unknownHolder: 'Wer diesen Vorsitz des Parlaments hatte, sagt das Register nicht.',
    earlier: 'Früherer Vorsitz',
    later: 'Späterer Vorsitz',
  },
  fields: {
    id: 'Kennung, wie sie in Adressen stehen wird (Kleinbuchstaben, Ziffern, Bindestriche)',
    kind: 'Art',
    subject: 'Gegenstand',
    text: 'Text',
    number: 'Nummer, die das Parlament vergab',
    dossier: 'Dossier',
    items: 'Punkte von Jahresplänen, nach denen gefragt wird',
    instruments: 'Rechtsinstrumente, nach denen gefragt wird',
    addressees: 'Wer gefragt wird: Staaten und Stellen',
    addressee: 'Adressat',
    group: 'Gruppe, die die Antwort vorbereitet',
    office: 'Dienststelle, die die Antwort vorbereitet',
    on: 'Am',
    party: 'Staat',
    document: 'Dokument',
    committee: 'Ausschuss',
    reason: 'Grund',
    plenary: 'Tag der Plenarsitzung',
    present: 'War ein Minister da?',
  },
  acts: {
    table: {
      title: 'Vorlage einbringen',
      explain:
        'Eine Empfehlung oder schriftliche Anfrage; die Frist jedes Adressaten beginnt an ihrem Datum.',
    },
    assign: { title: 'Zuweisen', explain: 'Sagt, wo die Antwort eines Adressaten vorbereitet wird.' },
    draft_answer: {
      title: 'Gemeinsame Antwort entwerfen',
      explain: 'Sie ist keine Antwort, bevor jede gefragte Regierung sie gezeichnet hat.',
    },
    revise_draft: {
      title: 'Entwurf ändern',
      explain: 'Gezeichnet wurde der Text, wie er war: Alle Zeichnungen verfallen.',
    },
    sign_off: {
      title: 'Zeichnen',
      explain: 'Ihre Regierung stimmt diesem Text als gemeinsamer Antwort zu.',
    },
    answer_for_itself: {
      title: 'Für einen Staat antworten',
      explain: 'Eine Regierung antwortet für sich selbst; die anderen schulden ihre Antwort noch.',
    },
    give_answer: {
      title: 'Gemeinsame Antwort geben',
      explain: 'Der Entwurf wird die Antwort aller, sobald jede ihn gezeichnet hat.',
    },
    retable: {
      title: 'Erneut aufrufen',
      explain: 'Die Antwort kommt zurück auf die Tagesordnung eines Ausschusses und wird neu erbeten.',
    },
    close: { title: 'Abschließen', explain: 'Das Parlament gibt sich mit der Antwort zufrieden.' },
    withdraw: {
      title: 'Zurückziehen',
      explain: 'Das Parlament nimmt sie zurück; es wird keine Antwort mehr geschuldet.',
    },
    record_attendance: {
      title: 'Anwesenheit festhalten',
      explain:
        'Ob ein Minister eines Staates in einer Plenarsitzung war. Erneut festgehalten gilt das Neuere.',
    },
  },
  problems: {
    addressee_not_asked: ({ id, asked }: Params) => `${id} wurde nicht gefragt. Gefragt wurden: ${asked}.`,
    party_not_asked: ({ party, asked }: Params) =>
      `${party} hat an dieser Antwort keinen Anteil. Es antworten: ${asked}.`,
    draft_exists: ({ id }: Params) => `Es gibt schon einen Entwurf: ${id}. Ändern Sie diesen.`,
    draft_missing: () => 'Es ist noch keine gemeinsame Antwort entworfen.',
    draft_given: ({ on }: Params) => `Er wurde am ${on} als Antwort gegeben und bleibt, wie er ist.`,
    draft_later: ({ on }: Params) =>
      `Der Text, oder eine Zeichnung dazu, ist vom ${on}. Was folgt, kann nicht früher sein.`,
    signed_off_before: ({ party }: Params) => `${party} hat diesen Text schon gezeichnet.`,
    answer_not_signed_off: ({ lacking }: Params) =>
      `Es ist noch nicht die Antwort aller. Nicht gezeichnet von: ${lacking}.`,
    answered_before: ({ party }: Params) => `${party} hat schon geantwortet.`,
    plenary_day_needed: ({ on }: Params) => `${on} ist kein Tag. Eine Plenarsitzung hat ihren Tag.`,
  },
};
