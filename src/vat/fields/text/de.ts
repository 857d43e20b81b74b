import type { FieldTexts } from './en.ts';

export const de: FieldTexts = {
  title: 'Mehrwertsteuer: Betrug über die Grenze, Erstattungen, gemeinsame Prüfungen',
  lede: 'Staaten finden gemeinsam, was keiner allein sieht, jeder mit seinen eigenen Erklärungen im eigenen Haus.',
  practice: 'Praktische Zusammenarbeit',
  fields: 'Arbeitsbereiche',
  field: 'Arbeitsbereich',
  body: 'Bearbeitet in',
  parts: 'Wer teilnimmt',
  you: 'Ihr Sitz',
  names: {
    cases: 'Betrug über die Grenze',
    refunds: 'Erstattungen und Verrechnungen',
    one_stop_shop: 'Einzige Anlaufstelle',
    joint_checks: 'Gemeinsame Prüfungen',
  },
  none: 'Das Register sagt nicht, in welchem Organ Staaten bei der Mehrwertsteuer zusammenarbeiten.',
  noneWhat: 'Ein Organ erhält einen Arbeitsbereich durch die Befugnisse in einer Datei des Registers.',
  noneWho: 'Wer das Register führt.',
  nobody: 'Das Register sagt nicht, wer teilnimmt.',
  yes: 'Sie sitzen hier für:',
  coordinator: 'Sie koordinieren diesen Arbeitsbereich.',
  no: 'Sie haben hier keinen Sitz.',
  visitor: 'Melden Sie sich an, um zu sehen, ob Sie hier einen Sitz haben.',
  unknown: 'An diesem Tag nicht bekannt',
  closedWhy: ({ field }) =>
    `Dies gehört zum Arbeitsbereich „${field}“: Was darin steht, ist für jene, die dort für eine teilnehmende Partei sitzen.`,
  closedSeat: 'Es öffnet sich mit einem Sitz in',
  closedFor: 'Er muss für eine teilnehmende Partei sein:',
  closedParty: 'Eine Vollmacht für die ganze Partei oder als Beobachter öffnet hier nichts.',
  closedWho: ({ body }) =>
    `Bitten Sie Ihre Partei um einen Sitz: Wer diesen Knoten betreibt, vergibt ihn durch Beschluss (access give, Organ ${body}).`,
  closedMadeUp: 'Dieses Register ist erfunden: Melden Sie sich neu an und wählen Sie einen solchen Sitz.',
  tabs: {
    label: 'Mehrwertsteuer',
    overview: 'Überblick',
  },
};
