import { wordFor } from '../../text/words/words.ts';
import type { AssessmentTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

const alternatives = {
  national: 'Jeder Staat allein',
  bilateral: 'Zwei Staaten zusammen',
  eu: 'Europäische Union',
};
const levelsIn = (list: unknown) =>
  String(list)
    .split(', ')
    .map((level) => alternatives[level as keyof typeof alternatives] ?? level)
    .join(', ');

export const de: AssessmentTexts = {
  page: {
    title: 'Prüfungen',
    lede: 'Jede Initiative und jede Gruppe wird mit denselben Fragen geprüft: am Anfang, bei einer Überprüfung und am Ende.',
    none: 'Noch wurde nichts geprüft.',
    noneWho: 'Das Organ, das Initiativen festhält, eröffnet die erste Prüfung.',
    criteria: 'Kriterien nach Staat',
    criterion: 'Kriterium',
    all: 'Alle Staaten zusammen',
    alternatives: 'Warum nicht auf einer anderen Ebene',
    capacity: 'Was jeder Staat geben kann',
    decision: 'Entscheidung',
    cameTrue: {
      yes: 'Eingetroffen',
      no: 'Nicht eingetroffen',
      unknown: 'Ob es eingetroffen ist, ist nicht bekannt',
    },
    cameTrueTitle: 'Was von dem eintraf, was zu Beginn erwartet wurde',
    cameTrueCounts: ({ yes, no, unknown }) =>
      `Eingetroffen: ${yes}. Nicht: ${no}. Nicht bekannt: ${unknown}.`,
    before: 'Am Anfang',
    subject: 'Betrifft',
    set: 'Prüfrahmen',
    rule: 'Regel',
    noEvidence: 'ohne Nachweis',
    notAnswered: 'nicht beantwortet',
    decidedBy: 'Entschieden von',
    validUntil: 'Gültig bis',
    because: 'Grund',
    override: 'Anders entschieden, als die Regel sagt, weil',
  },
  rule: {
    when: {
      criterion: 'Die Regel ist erfüllt, wenn dies zutrifft:',
      all: 'Die Regel ist erfüllt, wenn all dies zutrifft:',
      any: 'Die Regel ist erfüllt, wenn mindestens eines davon zutrifft:',
    },
    next: '; ',
    and: 'und',
    or: 'oder',
    orBoth: 'oder beides',
    orMore: 'oder mehreres',
  },
  moments: {
    start: 'Am Anfang',
    review: 'Bei einer Überprüfung',
    exit: 'Am Ende',
  },
  answers: {
    yes: 'Ja',
    no: 'Nein',
    unknown: 'Unbekannt',
  },
  outcomes: {
    in_favour: 'Dafür',
    against: 'Dagegen',
  },
  alternatives,
  states: {
    draft: 'Entwurf',
    submitted: 'Vorgelegt',
    decided: 'Entschieden',
  },
  fields: {
    id: 'Kennung, wie sie in Adressen steht (Kleinbuchstaben, Ziffern, Bindestriche)',
    title: 'Titel',
    subject: 'Gruppe oder Initiative',
    moment: 'Zeitpunkt',
    criteria_set: 'Prüfrahmen',
    on: 'Am',
    party: 'Staat',
    criterion: 'Kriterium',
    met: 'Ist es erfüllt',
    evidence: 'Nachweis',
    capacity: 'Personen und Mittel, die der Staat gibt',
    level: 'Andere Ebene',
    finding: 'Warum das genügen würde oder nicht',
    outcome: 'Ergebnis',
    reason: 'Grund',
    valid_until: 'Gültig bis',
    name: 'Name',
    operator: 'Regel, zum Beispiel C1 AND (C2 AND/OR C3) AND C4',
    criteria: 'Kriterien, eines je Zeile: C1: Text',
  },
  acts: {
    open: { title: 'Prüfung eröffnen', explain: 'Die Fragen sind die des Rahmens, wie er heute ist.' },
    answer: {
      title: 'Kriterium beantworten',
      explain: 'Ein Staat sagt ja, nein oder unbekannt, und aus welchem Grund.',
    },
    capacity: { title: 'Kapazität angeben', explain: 'Was der Staat dazu geben kann.' },
    weigh: {
      title: 'Andere Ebene abwägen',
      explain: 'Ob ein Staat allein, zwei zusammen oder die Europäische Union es besser täten.',
    },
    submit: {
      title: 'Vorlegen',
      explain:
        'Sobald jeder Mitgliedstaat jedes Kriterium beantwortet, belegt und gesagt hat, was er geben kann, und jede andere Ebene abgewogen ist; unbekannt ist eine Antwort.',
    },
    return: { title: 'Zurückgeben', explain: 'Sie wird wieder Entwurf.' },
    decide: { title: 'Entscheiden', explain: 'Was entschieden ist, wird nie mehr geändert.' },
    write_criteria: {
      title: 'Prüfrahmen verfassen',
      explain: 'Ein neuer Rahmen; was in Gebrauch ist, bleibt, wie es ist.',
    },
  },
  problems: {
    assessment_closed: ({ state }: Params) =>
      `Diese Prüfung ist kein Entwurf mehr (${wordFor(String(state), 'de')}). Was vorgelegt oder entschieden ist, bleibt, wie es ist.`,
    answers_missing: ({ list }: Params) => `Diese Antworten fehlen noch: ${list}.`,
    evidence_missing: ({ list }: Params) =>
      `Diese Antworten sagen ja oder nein ohne Beleg: ${list}. Sagen Sie, worauf sie beruhen, oder antworten Sie unbekannt.`,
    alternatives_missing: ({ list }: Params) =>
      `Diese Ebenen sind nicht abgewogen: ${levelsIn(list)}. Auch dass es nicht bekannt ist, lässt sich sagen.`,
    capacity_missing: ({ list }: Params) =>
      `Von diesen Staaten ist nicht gesagt, was sie geben können: ${list}. Auch dass es nicht bekannt ist, lässt sich sagen.`,
    criteria_not_of_start: ({ id, start }: Params) =>
      `Zu Beginn wurde nach ${start} geprüft. Nach ${id} könnte niemand sagen, was eingetreten ist; wählen Sie ${start}.`,
    criterion_twice: ({ id }: Params) => `${id} steht zweimal da. Jedes Kriterium hat einen eigenen Namen.`,
    override_reason_missing: ({ all }: Params) =>
      `Nach der Regel ergeben die Antworten: ${all}. Sagen Sie, warum Sie anders entscheiden.`,
    validity_over: ({ until, on }: Params) =>
      `Sie hätte bis ${until} gegolten, noch bevor sie am ${on} beschlossen wurde. Geben Sie ein späteres Datum an, oder keines.`,
    criterion_unknown: ({ id, known }: Params) => `${id} ist keines der Kriterien: ${known}.`,
    criteria_unknown: ({ id }: Params) =>
      `Vom Rahmen ${id} sind keine Kriterien bekannt. Verfassen Sie zuerst einen.`,
    criterion_line_invalid: ({ line }: Params) => `Diese Zeile hat nicht die Form „C1: Text“: ${line}`,
    rule_invalid: ({ near }: Params) => `Die Regel ist bei „${near}“ nicht lesbar.`,
  },
};
