import type { ReminderTexts } from './en.ts';

export const de: ReminderTexts = {
  title: (count, register) =>
    `${count === 1 ? '1 Zusage braucht' : `${count} Zusagen brauchen`} Ihre Aufmerksamkeit (${register})`,
  to: (name, day) => `An ${name}, ${day}.`,
  parts: {
    owner: 'Was Sie zugesagt haben oder tun müssen:',
    reminded: 'Was noch nicht überall umgesetzt ist und Ihnen jedes Jahr in Erinnerung gerufen wird:',
    watcher: 'Was Sie überwachen und trotz Erinnerungen überfällig ist:',
    above: 'Was unter Ihnen trotz Erinnerungen überfällig bleibt:',
  },
  due: (date) => `fällig ${date}`,
  left: (days) => (days === 1 ? 'noch 1 Tag' : `noch ${days} Tage`),
  today: 'heute',
  late: (days) => (days === 1 ? '1 Tag zu spät' : `${days} Tage zu spät`),
  owner: (name) => `zuständig: ${name}`,
  watcher: (name) => `überwacht von: ${name}`,
  all: (address) => `Alles, was noch zu tun ist: ${address}`,
  foot: 'Von einer Maschine geschrieben; niemand liest Antworten. Höchstens eine solche E-Mail am Tag. Wer für Sie handelt, stellt am Arbeitsplatz ein, wohin Erinnerungen gehen.',
};
