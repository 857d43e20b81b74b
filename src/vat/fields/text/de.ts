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
  none: 'Das Register sagt nicht, in welchem Gremium Staaten bei der Mehrwertsteuer zusammenarbeiten.',
  noneWhat: 'Ein Gremium erhält einen Bereich durch die Befugnisse in einer Datei des Registers.',
  noneWho: 'Wer das Register führt.',
  nobody: 'Das Register sagt nicht, wer teilnimmt.',
  yes: 'Sie sitzen hier für:',
  coordinator: 'Sie koordinieren diesen Bereich.',
  no: 'Sie haben hier keinen Sitz.',
  visitor: 'Melden Sie sich an, um zu sehen, ob Sie hier einen Sitz haben.',
  unknown: 'An diesem Tag nicht bekannt',
  closedWhy: 'Daten von Händlern sind für jene, die in diesem Bereich für eine teilnehmende Partei sitzen.',
  closedWhat:
    'Melden Sie sich mit einem solchen Sitz an. Eine Vollmacht für die ganze Partei öffnet hier nichts.',
  closedWho: 'Wer den Knoten betreibt, vergibt Sitze durch Beschluss (access give).',
  tabs: {
    label: 'Mehrwertsteuer',
    overview: 'Überblick',
  },
};
