import type { Language } from '#kernel/languages.ts';
import type { Module } from '#platform/module.ts';
import { assessmentActions, assessmentPermissions } from './assessments/actions.ts';
import { assessmentPage } from './assessments/pages/assessment.tsx';
import { assessmentsPage } from './assessments/pages/assessments.tsx';
import { assessmentTexts } from './assessments/text/texts.ts';
import { bodyCommands } from './bodies/commands.ts';
import { bodiesPage } from './bodies/pages/bodies.tsx';
import { bodyPage } from './bodies/pages/body.tsx';
import { contactsPage } from './bodies/pages/contacts.tsx';
import { groupPage } from './bodies/pages/group.tsx';
import { groupsPage } from './bodies/pages/groups.tsx';
import { bodyPermissions } from './bodies/permissions.ts';
import { bodyRoutes } from './bodies/routes.ts';
import { catalogueFeed, unionDatasets } from './feeds/catalogue.ts';
import { changesFeed } from './feeds/changes.ts';
import { deadlinesFeed } from './feeds/deadlines.ts';
import { eventsFeed } from './feeds/events.ts';
import { instrumentsFeed } from './feeds/instruments.ts';
import { fileCommands } from './files/commands.ts';
import { unionKinds } from './files/layout.ts';
import { groupActions, groupPermissions } from './groups/actions.ts';
import { groupTexts } from './groups/text/texts.ts';
import { initiativeActions } from './initiatives/actions.ts';
import { initiativePage } from './initiatives/pages/initiative.tsx';
import { initiativesPage } from './initiatives/pages/initiatives.tsx';
import { initiativeTexts } from './initiatives/text/texts.ts';
import { lawCommands } from './law/commands.ts';
import { instrumentPage } from './law/pages/instrument.tsx';
import { lawPage } from './law/pages/law.tsx';
import { lawRoutes } from './law/routes.ts';
import { moneyCommands } from './money/commands.ts';
import { budgetPage } from './money/pages/budget.tsx';
import { moneyRoutes } from './money/routes.ts';
import { parliamentItemPage } from './parliament/pages/item.tsx';
import { parliamentPage } from './parliament/pages/parliament.tsx';
import { parliamentRoutes } from './parliament/routes.ts';
import { practicePage } from './programme/pages/practice.tsx';
import { programmePage } from './programme/pages/programme.tsx';
import { aboutPage } from './register/pages/about.tsx';
import { briefPage } from './register/pages/brief.tsx';
import { deskPage } from './register/pages/desk.tsx';
import { findPage } from './register/pages/find.tsx';
import { journalPage } from './register/pages/journal.tsx';
import { overviewPage } from './register/pages/overview.tsx';
import { recordPage } from './register/pages/record.tsx';
import { registerRoutes } from './register/routes.ts';
import { reportCommands } from './report/commands.ts';
import { reportPage } from './report/pages/report.tsx';
import { reportsPage } from './report/pages/reports.tsx';
import { sheetActions, sheetPermissions } from './sheets/actions.ts';
import { sheetCommands } from './sheets/commands.ts';
import { sheetOutPage } from './sheets/pages/out.tsx';
import { sheetPage } from './sheets/pages/sheet.tsx';
import { sheetsPage } from './sheets/pages/sheets.tsx';
import { sheetTexts } from './sheets/text/texts.ts';
import { unionTexts } from './text/texts.ts';

export const union: Module = {
  name: 'union',
  kinds: unionKinds,
  pages: [
    overviewPage,
    deskPage,
    briefPage,
    programmePage,
    initiativesPage,
    initiativePage,
    assessmentsPage,
    assessmentPage,
    groupsPage,
    groupPage,
    bodiesPage,
    bodyPage,
    contactsPage,
    budgetPage,
    lawPage,
    instrumentPage,
    parliamentPage,
    parliamentItemPage,
    practicePage,
    findPage,
    recordPage,
    journalPage,
    aboutPage,
    reportsPage,
    reportPage,
    sheetsPage,
    sheetPage,
    sheetOutPage,
  ],
  routes: [...bodyRoutes, ...lawRoutes, ...moneyRoutes, ...parliamentRoutes, ...registerRoutes],
  feeds: [deadlinesFeed, eventsFeed, instrumentsFeed, changesFeed, catalogueFeed],
  datasets: unionDatasets,
  commands: [
    ...bodyCommands,
    ...lawCommands,
    ...moneyCommands,
    ...reportCommands,
    ...fileCommands,
    ...sheetCommands,
  ],
  actions: [...initiativeActions, ...assessmentActions, ...groupActions, ...sheetActions],
  permissions: [...bodyPermissions, ...assessmentPermissions, ...groupPermissions, ...sheetPermissions],
  problems: {
    nl: problemsIn('nl'),
    fr: problemsIn('fr'),
    de: problemsIn('de'),
    en: problemsIn('en'),
  },
};

/** What the rooms say of what cannot be done, in one catalogue. */
function problemsIn(language: Language) {
  const rooms = [unionTexts, initiativeTexts, assessmentTexts, groupTexts, sheetTexts];
  return Object.assign({}, ...rooms.map((texts) => texts(language).problems));
}
