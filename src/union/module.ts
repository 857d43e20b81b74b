import { type Module, problemsOf } from '#platform/module.ts';
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
import { regionPage, regionsPage } from './bodies/pages/regions.tsx';
import { bodyPermissions } from './bodies/permissions.ts';
import { bodyRoutes } from './bodies/routes.ts';
import { evaluationActions } from './commitments/actions/evaluations.ts';
import { commitmentActions, commitmentPermissions } from './commitments/actions.ts';
import { commitmentPage } from './commitments/pages/commitment.tsx';
import { commitmentsPage } from './commitments/pages/commitments.tsx';
import { recommendationsPage } from './commitments/pages/recommendations.tsx';
import { commitmentTexts } from './commitments/text/texts.ts';
import { documentActions, documentPermissions } from './documents/actions.ts';
import { documentPage } from './documents/pages/document.tsx';
import { documentsPage } from './documents/pages/documents.tsx';
import { documentDownload } from './documents/pages/download.ts';
import { documentTexts } from './documents/text/texts.ts';
import { catalogueFeed, unionDatasets } from './feeds/catalogue.ts';
import { changesFeed } from './feeds/changes.ts';
import { deadlinesFeed } from './feeds/deadlines.ts';
import { eventsFeed } from './feeds/events.ts';
import { instrumentsFeed } from './feeds/instruments.ts';
import { meetingsFeed } from './feeds/meetings.ts';
import { fileCommands } from './files/commands.ts';
import { unionKinds } from './files/layout.ts';
import { rememberForGroup } from './groups/actions/memory.ts';
import { stateCompetence, tellOfRegion } from './groups/actions/regions.ts';
import { groupActions, groupPermissions } from './groups/actions.ts';
import { dossierHandoverPage, groupHandoverPage } from './groups/pages/handover.tsx';
import { groupTexts } from './groups/text/texts.ts';
import { initiativeActions } from './initiatives/actions.ts';
import { initiativePage } from './initiatives/pages/initiative.tsx';
import { initiativesPage } from './initiatives/pages/initiatives.tsx';
import { initiativeTexts } from './initiatives/text/texts.ts';
import { lawActions, lawPermissions } from './law/actions.ts';
import { lawCommands } from './law/commands.ts';
import { instrumentPage } from './law/pages/instrument.tsx';
import { lawPage } from './law/pages/law.tsx';
import { lawRoutes } from './law/routes.ts';
import { lawTexts } from './law/text/texts.ts';
import { meetingActions, meetingPermissions } from './meetings/actions.ts';
import { meetingPage } from './meetings/pages/meeting.tsx';
import { meetingsPage } from './meetings/pages/meetings.tsx';
import { pointPage } from './meetings/pages/point.tsx';
import { procedurePage } from './meetings/pages/procedure.tsx';
import { meetingRoutes } from './meetings/routes.ts';
import { meetingTexts } from './meetings/text/texts.ts';
import { moneyActions, moneyPermissions } from './money/actions.ts';
import { moneyCommands } from './money/commands.ts';
import { budgetPage } from './money/pages/budget.tsx';
import { budgetYearPage } from './money/pages/budget-year.tsx';
import { walkPage } from './money/pages/walk.tsx';
import { moneyRoutes } from './money/routes.ts';
import { moneyTexts } from './money/text/texts.ts';
import { parliamentActions, parliamentPermissions } from './parliament/actions.ts';
import { factSheetPage } from './parliament/pages/fact-sheet.tsx';
import { parliamentItemPage } from './parliament/pages/item.tsx';
import { parliamentPage } from './parliament/pages/parliament.tsx';
import { presidencyPage } from './parliament/pages/presidency.tsx';
import { parliamentRoutes } from './parliament/routes.ts';
import { parliamentTexts } from './parliament/text/texts.ts';
import { planActions, planPermissions } from './plans/actions.ts';
import { planPage } from './plans/pages/plan.tsx';
import { planItemPage } from './plans/pages/plan-item.tsx';
import { plansPage } from './plans/pages/plans.tsx';
import { workProgrammePage } from './plans/pages/programme.tsx';
import { planTexts } from './plans/text/texts.ts';
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
import { reportActions } from './report/actions.ts';
import { reportCommands } from './report/commands.ts';
import { errataPage } from './report/pages/errata.tsx';
import { liveReportPage, reportPage } from './report/pages/report.tsx';
import { reportsPage } from './report/pages/reports.tsx';
import { sheetActions, sheetPermissions } from './sheets/actions.ts';
import { sheetCommands } from './sheets/commands.ts';
import { sheetOutPage } from './sheets/pages/out.tsx';
import { sheetPage } from './sheets/pages/sheet.tsx';
import { sheetsPage } from './sheets/pages/sheets.tsx';
import { sheetTexts } from './sheets/text/texts.ts';
import { steeringActions, steeringPermissions } from './steering/actions.ts';
import { steeringPage } from './steering/pages/steering.tsx';
import { steeringRoutes } from './steering/routes.ts';
import { steeringTexts } from './steering/text/texts.ts';
import { unionTexts } from './text/texts.ts';

export const union: Module = {
  name: 'union',
  kinds: unionKinds,
  pages: [
    overviewPage,
    deskPage,
    briefPage,
    programmePage,
    plansPage,
    planPage,
    planItemPage,
    workProgrammePage,
    initiativesPage,
    initiativePage,
    assessmentsPage,
    assessmentPage,
    commitmentsPage,
    commitmentPage,
    recommendationsPage,
    groupsPage,
    groupPage,
    groupHandoverPage,
    dossierHandoverPage,
    regionsPage,
    regionPage,
    meetingsPage,
    meetingPage,
    pointPage,
    procedurePage,
    bodiesPage,
    bodyPage,
    contactsPage,
    budgetPage,
    budgetYearPage,
    walkPage,
    lawPage,
    instrumentPage,
    parliamentPage,
    parliamentItemPage,
    factSheetPage,
    presidencyPage,
    practicePage,
    findPage,
    recordPage,
    journalPage,
    aboutPage,
    reportsPage,
    reportPage,
    liveReportPage,
    errataPage,
    steeringPage,
    sheetsPage,
    sheetPage,
    sheetOutPage,
    documentsPage,
    documentPage,
  ],
  routes: [
    ...bodyRoutes,
    ...lawRoutes,
    ...meetingRoutes,
    ...moneyRoutes,
    ...parliamentRoutes,
    ...registerRoutes,
    ...steeringRoutes,
  ],
  feeds: [deadlinesFeed, eventsFeed, meetingsFeed, instrumentsFeed, changesFeed, catalogueFeed],
  downloads: [documentDownload],
  panels: [],
  datasets: unionDatasets,
  commands: [
    ...bodyCommands,
    ...lawCommands,
    ...moneyCommands,
    ...reportCommands,
    ...fileCommands,
    ...sheetCommands,
  ],
  actions: [
    ...initiativeActions,
    ...assessmentActions,
    ...groupActions,
    rememberForGroup,
    stateCompetence,
    ...planActions,
    ...reportActions,
    ...lawActions,
    ...parliamentActions,
    ...meetingActions,
    ...commitmentActions,
    ...moneyActions,
    ...evaluationActions,
    ...sheetActions,
    ...steeringActions,
    ...documentActions,
  ],
  permissions: [
    ...bodyPermissions,
    ...assessmentPermissions,
    ...groupPermissions,
    tellOfRegion,
    ...planPermissions,
    ...lawPermissions,
    ...parliamentPermissions,
    ...meetingPermissions,
    ...commitmentPermissions,
    ...moneyPermissions,
    ...sheetPermissions,
    ...steeringPermissions,
    ...documentPermissions,
  ],
  problems: problemsOf([
    unionTexts,
    initiativeTexts,
    assessmentTexts,
    groupTexts,
    planTexts,
    lawTexts,
    parliamentTexts,
    meetingTexts,
    commitmentTexts,
    moneyTexts,
    sheetTexts,
    steeringTexts,
    documentTexts,
  ]),
};
