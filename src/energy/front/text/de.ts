import type { FrontTexts } from './en.ts';

export const de: FrontTexts = {
  practice: 'Praktische Zusammenarbeit',
  energy: 'Energie',
  lede: 'Gekoppelte Strommärkte, Versorgungssicherheit und Krisen: was Staaten gemeinsam tun, wenn Strom knapp ist.',
  rooms: 'Was hier ist',
  clearing: 'Märkte räumen, vergleichen und bescheinigen',
  clearingWhat: 'An der Befehlszeile des Knotens: energy clear, energy compare, energy certify.',
};
