import type { ReminderTexts } from './en.ts';

export const fr: ReminderTexts = {
  title: (count, register) =>
    `${count === 1 ? '1 engagement demande' : `${count} engagements demandent`} votre attention (${register})`,
  to: (name, day) => `À\u00a0: ${name}, ${day}.`,
  parts: {
    owner: 'Ce que vous avez promis ou devez faire\u00a0:',
    reminded: 'Ce qui n’est pas encore appliqué partout et vous est rappelé chaque année\u00a0:',
    watcher: 'Ce que vous suivez, et qui est en retard malgré les rappels\u00a0:',
    above: 'Ce qui reste en retard sous votre conduite, malgré les rappels\u00a0:',
  },
  due: (date) => `échéance\u00a0: ${date}`,
  left: (days) => (days === 1 ? 'il reste 1 jour' : `il reste ${days} jours`),
  today: 'aujourd’hui',
  late: (days) => (days === 1 ? '1 jour de retard' : `${days} jours de retard`),
  owner: (name) => `responsable\u00a0: ${name}`,
  watcher: (name) => `suivi par\u00a0: ${name}`,
  all: (address) => `Tout ce qui est dû\u00a0: ${address}`,
  foot: 'Écrit par une machine\u00a0; personne ne lit les réponses. Un tel courriel par jour au plus. Qui agit pour vous indique au bureau où vont les rappels.',
};
