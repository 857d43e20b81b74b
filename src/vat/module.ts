import type { Language } from '#kernel/languages.ts';
import type { Module } from '#platform/module.ts';
import { bridgeCommands } from './bridges/commands.ts';
import { bridgeTexts } from './bridges/text/texts.ts';
import { vatCommands } from './commands.ts';
import { evaluationCommands } from './evaluation/commands.ts';
import { overviewPage, practicePanel } from './fields/pages/overview.tsx';
import { intakeCommands } from './intake/commands.ts';
import { intakeTexts } from './intake/text/texts.ts';
import { matchingCommands } from './matching/commands.ts';
import { refundActions } from './refunds/actions.ts';
import { refundKinds, refundPermissions } from './refunds/kinds.ts';
import { claimPage } from './refunds/pages/claim.tsx';
import { debtPage, debtsPage } from './refunds/pages/debts.tsx';
import { refundsPage } from './refunds/pages/list.tsx';
import { noticePage } from './refunds/pages/notice.tsx';
import { refundTexts } from './refunds/text/texts.ts';
import { vatTexts } from './text/texts.ts';

export const vat: Module = {
  name: 'vat',
  kinds: [...refundKinds],
  pages: [overviewPage, refundsPage, claimPage, noticePage, debtsPage, debtPage],
  routes: [],
  feeds: [],
  downloads: [],
  panels: [practicePanel],
  datasets: async () => [],
  commands: [
    ...vatCommands,
    ...intakeCommands,
    ...matchingCommands,
    ...bridgeCommands,
    ...evaluationCommands,
  ],
  actions: [...refundActions],
  permissions: [...refundPermissions],
  problems: {
    nl: problemsIn('nl'),
    fr: problemsIn('fr'),
    de: problemsIn('de'),
    en: problemsIn('en'),
  },
};

/** What the rooms say of what cannot be done, in one catalogue. */
function problemsIn(language: Language) {
  const rooms = [vatTexts, intakeTexts, bridgeTexts, refundTexts];
  return Object.assign({}, ...rooms.map((texts) => texts(language).problems));
}
