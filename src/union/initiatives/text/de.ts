import type { InitiativeTexts } from './en.ts';

export const de: InitiativeTexts = {
  page: {
    title: 'Initiativen',
    lede: 'Vom Signal zur Gruppe oder zum Projekt, oder zu einem Ende mit seinem Grund.',
    none: 'Noch ist keine Initiative festgehalten.',
    noneWho: 'Das Organ, das Initiativen festhält, beginnt mit einem Signal.',
    initiative: 'Initiative',
    state: 'Zustand',
    since: 'Seit',
    signal: 'Das Signal',
    history: 'Was daraus wurde',
    assessments: 'Prüfungen',
    assessmentsNone: 'Sie ist noch nicht geprüft worden.',
    groups: 'Gruppen, die daraus hervorgingen',
  },
  factors: {
    title: 'Erfolgsfaktoren und Hemmnisse',
    lede: 'Was andere gelingen oder scheitern ließ, bedacht vor dem Beginn.',
    factor: 'Faktor',
    holds: 'Trifft zu',
    note: 'Erläuterung',
    notConsidered: 'nicht bedacht',
    toPropose: (open) =>
      open === 1
        ? 'Ein Faktor hat noch keine Antwort: bis dahin kann dies kein Vorschlag werden und nicht geprüft werden.'
        : `${open} Faktoren haben noch keine Antwort: bis dahin kann dies kein Vorschlag werden und nicht geprüft werden.`,
    countOf: (done, all) => `${done} von ${all} bedacht`,
  },
  factorAnswers: { yes: 'Ja', no: 'Nein', unknown: 'Unbekannt' },
  states: {
    idea: 'Idee',
    seminar: 'Seminar',
    proposal: 'Vorschlag',
    begun: 'Begonnen',
    running: 'Projekt läuft',
    finished: 'Projekt abgeschlossen',
    stopped: 'Beendet',
  },
  forms: {
    group: 'Gruppe',
    project: 'Projekt',
  },
  fields: {
    id: 'Kennung, wie sie in Adressen steht (Kleinbuchstaben, Ziffern, Bindestriche)',
    name: 'Name',
    signal: 'Das Signal: was gesehen wurde, und wo',
    signalled_by: 'Wer das Signal gab',
    sector: 'Sektor',
    dossier: 'Dossier',
    on: 'Am',
    report: 'Was das Seminar ergab',
    text: 'Was vorgeschlagen wird',
    form: 'Was daraus wird',
    result: 'Was es gebracht hat',
    reason: 'Grund',
    note: 'Erläuterung',
    factors: 'Was andere gelingen oder scheitern ließ, und ob es hier zutrifft',
  },
  acts: {
    record: {
      title: 'Signal festhalten',
      explain: 'Eine Idee, die nicht verloren geht, was auch daraus wird.',
    },
    hold_seminar: { title: 'Seminar abhalten', explain: 'Die Beteiligten haben sie gemeinsam betrachtet.' },
    propose: { title: 'Zum Vorschlag machen', explain: 'Sie kann jetzt geprüft werden.' },
    begin: {
      title: 'Beginnen',
      explain: 'Sie wird eine Gruppe oder ein Projekt; erfordert eine zu ihren Gunsten entschiedene Prüfung.',
    },
    finish: {
      title: 'Projekt abschließen',
      explain: 'Es endet mit dem, was es gebracht hat; das bleibt festgehalten.',
    },
    stop: { title: 'Beenden', explain: 'Sie endet mit ihrem Grund, der festgehalten bleibt.' },
    consider: {
      title: 'Faktoren bedenken',
      explain:
        'Ob zutrifft, was andere gelingen oder scheitern ließ; dass es unbekannt ist, ist eine Antwort. Was Sie offenlassen, bleibt offen.',
    },
  },
  problems: {
    factors_unconsidered: ({ count, factors }) =>
      `Zu ${count} Erfolgsfaktoren oder Hemmnissen hat niemand gesagt, ob sie gelten: ${factors}. Dass es unbekannt ist, ist eine Antwort.`,
    factor_without_evidence: () => 'Sagen Sie, was das zeigt; was nicht bekannt ist, braucht keinen Beleg.',
    initiative_started: () =>
      'Sie hat begonnen oder wurde beendet: Was vorher bedacht wurde, bleibt, wie es ist.',
    initiative_unassessed: () => 'Keine Prüfung wurde zu ihren Gunsten entschieden.',
  },
};
