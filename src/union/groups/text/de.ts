import { wordFor } from '../../text/words/words.ts';
import type { GroupTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const de: GroupTexts = {
  page: {
    reviewDue: (due) => `Zu überprüfen bis ${due}`,
    reviewOverdue: (due, days) =>
      days === 1 ? `Überprüfung fällig seit ${due}: 1 Tag` : `Überprüfung fällig seit ${due}: ${days} Tage`,
  },
  fields: {
    id: 'Kennung, wie sie in Adressen steht (Kleinbuchstaben, Ziffern, Bindestriche)',
    name: 'Name',
    mandate: 'Mandat: was die Gruppe zustande bringen muss',
    parent: 'Gesteuert von',
    dossier: 'Dossier',
    initiative: 'Initiative, aus der sie hervorgeht',
    on: 'Ab wann',
    reason: 'Grund',
    waiver: 'Grund, ohne steuerndes Organ auszukommen, wenn das übergeordnete keines ist',
    months: 'Monate, nach denen sie zu überprüfen ist',
    into: 'Gruppe oder Organ, das ihr Mandat übernimmt',
    lives_on: 'Was von ihrem Mandat anderswo weiterlebt',
    party: 'Staat oder Region',
    role: 'Rolle',
    organisation: 'Organisation, die Ansprechstelle ist; leer: eine offene Stelle',
    handover: 'Übergabe: was die Nachfolge wissen muss und was offen ist',
  },
  acts: {
    propose: { title: 'Gruppe vorschlagen', explain: 'Sie tut nichts, bevor sie aktiviert wird.' },
    activate: {
      title: 'Aktivieren',
      explain:
        'Erfordert eine entschiedene Prüfung, ein steuerndes übergeordnetes Organ oder eine festgehaltene Ausnahme und für jeden Mitgliedstaat eine Ansprechstelle oder eine offene Stelle.',
    },
    reject: { title: 'Ablehnen', explain: 'Der Vorschlag endet und bleibt mit seinem Grund verzeichnet.' },
    put_to_sleep: {
      title: 'Ruhen lassen',
      explain: 'Sie darf nicht tagen und ist nach ihrer Frist zu überprüfen.',
    },
    revive: { title: 'Wiederbeleben', explain: 'Sie ist wieder aktiv, mit dem Mandat, das sie hatte.' },
    abolish: { title: 'Auflösen', explain: 'Sie endet endgültig und bleibt mit ihrem Grund verzeichnet.' },
    merge: {
      title: 'Zusammenführen',
      explain: 'Sie endet, und eine andere übernimmt ihr Mandat: Die Zahl sinkt, die Arbeit nicht.',
    },
    convert: { title: 'Umwandeln', explain: 'Sie besteht in anderer Form fort.' },
    correct: {
      title: 'Datum berichtigen',
      explain:
        'Der jüngste Schritt geschah an einem anderen Tag. Was vorher bekannt war, bleibt, wie es damals bekannt war.',
    },
    join: {
      title: 'Teilnehmen',
      explain: 'Ein Staat oder eine Region nimmt teil, mit einer Ansprechstelle oder einer offenen Stelle.',
    },
    admit: {
      title: 'Zulassen',
      explain:
        'Eine Region oder ein anderer Staat nimmt teil, weil die Union es zulässt; Mitglieder treten selbst bei.',
    },
    leave: { title: 'Ausscheiden', explain: 'Die Teilnahme endet, und mit ihr, was sie eröffnete.' },
    hand_over: {
      title: 'Übergeben',
      explain: 'Eine andere Organisation wird Ansprechstelle; der Vermerk bleibt bei der Gruppe.',
    },
  },
  problems: {
    date_in_future: ({ on }: Params) =>
      `${on} ist noch nicht gekommen. Was getan ist, wird festgehalten, wenn es so weit ist.`,
    state_unknown: ({ on }: Params) =>
      `In welchem Zustand sie am ${on} war, ist nicht bekannt; darauf kann nichts folgen.`,
    state_forbids: ({ state }: Params) =>
      `Der Zustand ist jetzt: ${wordFor(String(state), 'de')}. Darin ist das nicht möglich.`,
    later_step_contradicts: ({ state, on }: Params) =>
      `Seit ${on} ist bekannt: ${wordFor(String(state), 'de')}. Das hätte hierauf nicht folgen können; berichtigen Sie das zuerst.`,
    earlier_step_contradicts: ({ state, on }: Params) =>
      `Seit ${on} galt: ${wordFor(String(state), 'de')}. Was darauf folgte, kann nicht früher sein.`,
    id_taken: ({ id }: Params) => `${id} ist vergeben. Wählen Sie eine andere Kennung.`,
    assessment_undecided: () =>
      'Keine Prüfung wurde zu ihren Gunsten entschieden. Lassen Sie zuerst eine entscheiden.',
    steering_missing: () =>
      'Das übergeordnete Organ steuert keine Gruppen. Nennen Sie eines, das es tut, oder sagen Sie, warum es ohne geht.',
    contacts_missing: ({ parties }: Params) =>
      `Für diese Mitgliedstaaten gibt es weder Ansprechstelle noch offene Stelle: ${parties}.`,
    admission_needed: ({ party }: Params) =>
      `${party} ist kein Mitglied der Union und kann von sich aus nur als Beobachter oder Gast teilnehmen. Bitten Sie das Organ, das Gruppen einsetzt, um Zulassung.`,
    part_taken: ({ party }: Params) => `${party} nimmt bereits teil.`,
    part_missing: ({ party }: Params) => `${party} nimmt nicht teil.`,
    merged_into_itself: () => 'Sie kann nicht mit sich selbst zusammengeführt werden.',
  },
};
