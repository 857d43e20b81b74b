import type { ReminderTexts } from './en.ts';

export const nl: ReminderTexts = {
  title: (count, register) =>
    `${count === 1 ? '1 toezegging vraagt' : `${count} toezeggingen vragen`} uw aandacht (${register})`,
  to: (name, day) => `Aan ${name}, ${day}.`,
  parts: {
    owner: 'Wat u hebt toegezegd of moet doen:',
    reminded: 'Wat nog niet overal is uitgevoerd; u wordt er elk jaar aan herinnerd:',
    watcher: 'Wat u bewaakt en ondanks herinneringen te laat is:',
    above: 'Wat onder u ondanks herinneringen te laat blijft:',
  },
  due: (date) => `uiterlijk ${date}`,
  left: (days) => (days === 1 ? 'nog 1 dag' : `nog ${days} dagen`),
  today: 'vandaag',
  late: (days) => (days === 1 ? '1 dag te laat' : `${days} dagen te laat`),
  owner: (name) => `eigenaar: ${name}`,
  watcher: (name) => `bewaakt door: ${name}`,
  all: (address) => `Alles wat nog moet gebeuren: ${address}`,
  foot: 'Door een machine geschreven; niemand leest antwoorden. Hooguit één zo’n bericht per dag. Wie voor u handelt, stelt op de werkplek in waarheen herinneringen gaan.',
};
