export const en = {
  title: (count: number, register: string) =>
    `${count === 1 ? '1 commitment needs' : `${count} commitments need`} your attention (${register})`,
  to: (name: string, day: string) => `To ${name}, ${day}.`,
  parts: {
    owner: 'What you have promised or must do:',
    reminded: 'What is not carried out everywhere yet; you are reminded of it every year:',
    watcher: 'What you watch over, and is late in spite of reminders:',
    above: 'What stays late below you, in spite of reminders:',
  },
  due: (date: string) => `due ${date}`,
  left: (days: number) => (days === 1 ? '1 day left' : `${days} days left`),
  today: 'today',
  late: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  owner: (name: string) => `owner: ${name}`,
  watcher: (name: string) => `watched by: ${name}`,
  all: (address: string) => `Everything that is owed: ${address}`,
  foot: 'Written by a machine; nobody reads answers. At most one such mail a day. Whoever acts for you sets at the desk where reminders go.',
};

export type ReminderTexts = typeof en;
