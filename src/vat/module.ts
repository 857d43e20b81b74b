import { type Module, problemsOf } from '#platform/module.ts';
import { runActions } from './alerts/actions.ts';
import { alertPermissions } from './alerts/model.ts';
import { alertPage } from './alerts/pages/alert.tsx';
import { alertsPage } from './alerts/pages/alerts.tsx';
import { deskPanel } from './alerts/pages/desk.tsx';
import { rowsPage } from './alerts/pages/rows.tsx';
import { runsPage } from './alerts/pages/runs.tsx';
import { alertTexts } from './alerts/text/texts.ts';
import { bridgeCommands } from './bridges/commands.ts';
import { bridgeTexts } from './bridges/text/texts.ts';
import { carouselActions } from './carousels/actions.ts';
import { carouselTexts } from './carousels/text/texts.ts';
import { caseActions } from './cases/actions.ts';
import { caseCommands } from './cases/commands.ts';
import { caseFile, requestReceipt } from './cases/download.ts';
import { caseKinds, casePermissions } from './cases/model.ts';
import { listConfirmed } from './cases/open-cases.ts';
import { casePage } from './cases/pages/case.tsx';
import { casesPage } from './cases/pages/cases.tsx';
import { feedbackDeskPanel } from './cases/pages/desk.tsx';
import { evidencePage } from './cases/pages/evidence.tsx';
import { feedbackPage } from './cases/pages/feedback.tsx';
import { caseTexts } from './cases/text/texts.ts';
import { vatCommands } from './commands.ts';
import { searchCommands } from './edges/commands.ts';
import { searchesPage } from './edges/pages/searches.tsx';
import { edgeTexts } from './edges/text/texts.ts';
import { evaluationCommands } from './evaluation/commands.ts';
import { overviewPage, practicePanel } from './fields/pages/overview.tsx';
import { intakeCommands } from './intake/commands.ts';
import { intakeTexts } from './intake/text/texts.ts';
import { jointCheckActions } from './joint-checks/actions.ts';
import { jointCheckKinds } from './joint-checks/model.ts';
import { checkPage } from './joint-checks/pages/check.tsx';
import { checksPage } from './joint-checks/pages/checks.tsx';
import { factPage, sheetPage } from './joint-checks/pages/fact.tsx';
import { jointCheckPermissions } from './joint-checks/permissions.ts';
import { jointCheckTexts } from './joint-checks/text/texts.ts';
import { matchingCommands } from './matching/commands.ts';
import { oneStopShopActions } from './one-stop-shop/actions.ts';
import { oneStopShopCommands } from './one-stop-shop/commands.ts';
import { entryPage, oneStopShopPage } from './one-stop-shop/pages/comparison.tsx';
import { oneStopShopPermissions } from './one-stop-shop/permissions.ts';
import { oneStopShopTexts } from './one-stop-shop/text/texts.ts';
import { refundActions } from './refunds/actions.ts';
import { refundKinds, refundPermissions } from './refunds/kinds.ts';
import {
  applicationDatasets,
  applicationFilePage,
  applicationSample,
} from './refunds/pages/application-file.tsx';
import { claimPage } from './refunds/pages/claim.tsx';
import { debtPage, debtsPage } from './refunds/pages/debts.tsx';
import { refundsDeskPanel } from './refunds/pages/desk.tsx';
import { refundsPage } from './refunds/pages/list.tsx';
import { noticePage } from './refunds/pages/notice.tsx';
import { refundTexts } from './refunds/text/texts.ts';
import { runCommands } from './runs/commands.ts';
import { runTexts } from './runs/text/texts.ts';
import { vatTexts } from './text/texts.ts';

export const vat: Module = {
  name: 'vat',
  kinds: [...caseKinds, ...jointCheckKinds, ...refundKinds],
  pages: [
    overviewPage,
    alertsPage,
    alertPage,
    rowsPage,
    runsPage,
    searchesPage,
    feedbackPage,
    casesPage,
    casePage,
    evidencePage,
    checksPage,
    checkPage,
    factPage,
    sheetPage,
    oneStopShopPage,
    entryPage,
    refundsPage,
    applicationFilePage,
    claimPage,
    noticePage,
    debtsPage,
    debtPage,
  ],
  routes: [],
  feeds: [],
  downloads: [caseFile, requestReceipt, applicationSample],
  panels: [practicePanel, deskPanel, feedbackDeskPanel, refundsDeskPanel],
  datasets: applicationDatasets,
  commands: [
    ...vatCommands,
    ...intakeCommands,
    ...matchingCommands,
    ...searchCommands,
    ...bridgeCommands,
    ...evaluationCommands,
    ...runCommands(listConfirmed),
    ...caseCommands,
    ...oneStopShopCommands,
  ],
  actions: [
    ...runActions,
    ...caseActions,
    ...carouselActions,
    ...jointCheckActions,
    ...refundActions,
    ...oneStopShopActions,
  ],
  permissions: [
    ...alertPermissions,
    ...casePermissions,
    ...jointCheckPermissions,
    ...oneStopShopPermissions,
    ...refundPermissions,
  ],
  problems: problemsOf([
    vatTexts,
    intakeTexts,
    bridgeTexts,
    refundTexts,
    runTexts,
    alertTexts,
    caseTexts,
    jointCheckTexts,
    oneStopShopTexts,
    edgeTexts,
    carouselTexts,
  ]),
};
