import { modules } from '../../src/app/modules.ts';
import { yearRegister } from './year.ts';

export type PageToVisit = {
  readonly name: string;
  /** Below `/{language}/benelux`, or with the whole path when it is outside all registers. */
  readonly path: string;
  readonly outside?: true;
  /** In the register of the made-up year, where it has been played. */
  readonly played?: true;
  readonly status?: number;
};

/** Every public page of the node with the first data set at least once, and the ways in which one can refuse. */
export const pagesToVisit: readonly PageToVisit[] = [
  { name: 'overview', path: '' },
  { name: 'overview before anything was known', path: '?known-at=2016-07-01' },
  { name: 'desk', path: '/desk' },
  { name: 'brief', path: '/brief?party=NL' },
  { name: 'find', path: '/find' },
  { name: 'find with words and filters', path: '/find?q=fiscale&kind=working_groups&dossier=vat' },
  { name: 'find that finds nothing', path: '/find?q=qwertz' },
  { name: 'groups', path: '/groups' },
  { name: 'group with lineage', path: '/groups/fisc-strat' },
  { name: 'group of unknown state', path: '/groups/fisc-moss?as-of=2016-07-01' },
  { name: 'bodies', path: '/bodies' },
  { name: 'body with what it owes', path: '/bodies/com' },
  { name: 'body with members by party', path: '/bodies/parliament' },
  { name: 'contact points with vacancies', path: '/contacts' },
  { name: 'contact points of which nothing is known', path: '/contacts?as-of=2016' },
  { name: 'budget', path: '/budget' },
  { name: 'budget of a year that the source states', path: '/budget/2019' },
  { name: 'walk of the euro without a plan', path: '/budget/2019/walk' },
  { name: 'budgets and where they went', path: '/budget', played: true },
  { name: 'budget of which money was allocated', path: '/budget/2020', played: true },
  { name: 'budget that was approved', path: '/budget/2021', played: true },
  { name: 'walk of the euro', path: '/budget/2020/walk', played: true },
  { name: 'law', path: '/law' },
  { name: 'law, filtered', path: '/law?kind=decision&issuer=com' },
  { name: 'instrument that was declined', path: '/law/eow-paper' },
  { name: 'instrument that one state lacks', path: '/law/ecmr-protocol' },
  { name: 'evidence', path: '/evidence' },
  { name: 'series with a refused comparison', path: '/evidence/working_groups_total?from=2013&to=2018' },
  { name: 'indicator', path: '/evidence/FRT-REALISED' },
  { name: 'about', path: '/about' },
  { name: 'journal', path: '/journal' },
  { name: 'programme', path: '/programme' },
  { name: 'parliament', path: '/parliament' },
  { name: 'item of parliament', path: '/parliament/parl-rec-circular-2018' },
  { name: 'fact sheet of an item', path: '/parliament/parl-rec-circular-2018/fact-sheet' },
  { name: 'presidency of parliament', path: '/parliament/presidency/2018' },
  { name: 'plans of which there are none', path: '/plans' },
  { name: 'initiatives of which there are none', path: '/initiatives' },
  { name: 'assessments of which there are none', path: '/assessments' },
  { name: 'commitments', path: '/commitments' },
  { name: 'recommendations and what became of them', path: '/recommendations' },
  { name: 'steering', path: '/steering' },
  { name: 'regions and observers', path: '/regions' },
  { name: 'region that may not act alone', path: '/regions/DE-NW' },
  { name: 'handover of a group of which none is known', path: '/groups/fisc-strat/handover' },
  { name: 'handover of a dossier', path: '/dossiers/waste/handover' },
  { name: 'meetings of which there are none', path: '/meetings' },
  { name: 'requests, for who may', path: '/practice/exchange/requests' },
  { name: 'request, for who may', path: '/practice/exchange/requests/any' },
  { name: 'one question to several, for who may', path: '/practice/exchange/askings/any' },
  { name: 'named authorisations, for who may', path: '/practice/exchange/authorisations' },
  { name: 'authorisation, for who may', path: '/practice/exchange/authorisations/any' },
  { name: 'register of improper use, for who may', path: '/practice/exchange/improper-uses' },
  { name: 'improper use, for who may', path: '/practice/exchange/improper-uses/any' },
  { name: 'consents, for who may', path: '/practice/exchange/consents' },
  { name: 'joint checks, for who may', path: '/practice/vat/checks' },
  { name: 'joint check, for who may', path: '/practice/vat/checks/any' },
  { name: 'fact of a joint check, for who may', path: '/practice/vat/checks/facts/any' },
  { name: 'sheet of a joint check, for who may', path: '/practice/vat/checks/sheets/any' },
  { name: 'payments beside returns, for who may', path: '/practice/vat/one-stop-shop' },
  { name: 'payments of one payee, for who may', path: '/practice/vat/one-stop-shop/any/1' },
  { name: 'consent, for who may', path: '/practice/exchange/consents/any' },
  { name: 'alerts, for who may', path: '/practice/vat/cases' },
  { name: 'alert, for who may', path: '/practice/vat/alerts/any/BE0400000086' },
  { name: 'rows behind a reason, for who may', path: '/practice/vat/alerts/any/BE0400000086/rows/gap' },
  { name: 'runs, for who may', path: '/practice/vat/runs' },
  { name: 'cycles in invoices, for who may', path: '/practice/vat/searches' },
  { name: 'refunds of VAT, for who may', path: '/practice/vat/refunds', played: true },
  { name: 'file of an application for a refund', path: '/practice/vat/application-file' },
  { name: 'refund of VAT, for who may', path: '/practice/vat/refunds/any', played: true },
  { name: 'notice of an offset, for who may', path: '/practice/vat/refunds/any/notices/o-1', played: true },
  { name: 'tax debts, for who may', path: '/practice/vat/debts', played: true },
  { name: 'tax debt, for who may', path: '/practice/vat/debts/any', played: true },
  { name: 'cases of a state, for who may', path: '/practice/vat/cases/all' },
  { name: 'case of a state, for who may', path: '/practice/vat/cases/any' },
  { name: 'feedback on a case, for who may', path: '/practice/vat/cases/feedback/any' },
  { name: 'what came of cases, for who may', path: '/practice/vat/evidence' },
  { name: 'nodes and keys, for who may', path: '/practice/exchange/peers' },
  { name: 'log, for who may', path: '/practice/exchange/log' },
  { name: 'supervision, for who may', path: '/practice/exchange/supervision' },
  { name: 'fields of VAT of which none is known', path: '/practice/vat' },
  { name: 'energy forum', path: '/practice/energy/forum' },
  { name: 'energy forum with matters, for who may', path: '/practice/energy/forum', played: true },
  { name: 'energy', path: '/practice/energy' },
  { name: 'days of the market of which none was cleared', path: '/practice/energy/days' },
  { name: 'evidence of energy', path: '/practice/energy/evidence' },
  { name: 'evidence of energy, with exercises for who may', path: '/practice/energy/evidence', played: true },
  { name: 'evidence of energy that is made up', path: '/practice/energy/evidence/made-up' },
  { name: 'studies of security of supply', path: '/practice/energy/adequacy' },
  { name: 'exercises where none are held', path: '/practice/energy/exercises' },
  { name: 'exercises, for who may', path: '/practice/energy/exercises', played: true },
  { name: 'exercise, for who may', path: '/practice/energy/exercises/any', played: true },
  { name: 'report of an exercise, for who may', path: '/practice/energy/exercises/any/report', played: true },
  { name: 'sheets, for who may', path: '/sheets' },
  { name: 'documents of which there are none', path: '/documents' },
  { name: 'documents', path: '/documents', played: true },
  { name: 'document with its versions', path: '/documents/ferry-1-doc-1', played: true },
  { name: 'documents found by a word', path: '/find?q=lanterns', played: true },
  { name: 'plans', path: '/plans', played: true },
  { name: 'plan of a year', path: '/plans/2020', played: true },
  { name: 'programme that a source tells of', path: '/programmes/jwp-2017-2020' },
  { name: 'programme that was adopted', path: '/programmes/programme-2021-2024', played: true },
  { name: 'item of a plan', path: '/plans/2020/items/2020-signs', played: true },
  { name: 'initiatives', path: '/initiatives', played: true },
  { name: 'initiative that became a group', path: '/initiatives/ferries', played: true },
  { name: 'assessments', path: '/assessments', played: true },
  { name: 'assessment that was decided', path: '/assessments/ferries-start', played: true },
  { name: 'handover of a group', path: '/groups/ferry-times/handover?as-of=2020-05-01', played: true },
  { name: 'region with a competence elsewhere', path: '/regions/DE-NW', played: true },
  { name: 'group that sleeps', path: '/groups/ferry-times', played: true },
  { name: 'commitment that was kept', path: '/commitments/ferry-1-1', played: true },
  { name: 'steering of a year', path: '/steering', played: true },
  { name: 'meetings', path: '/meetings', played: true },
  { name: 'meeting that was held', path: '/meetings/ferry-1', played: true },
  { name: 'point of an agenda', path: '/agenda/ferry-1-2', played: true },
  { name: 'question that was answered together', path: '/parliament/q-ferries', played: true },
  { name: 'instrument that one state carried out', path: '/law/ferry-recommendation', played: true },
  { name: 'frozen report', path: '/report/2020', played: true },
  { name: 'report as of now', path: '/report/2020/live', played: true },
  { name: 'errata of a report', path: '/report/2020/errata', played: true },
  { name: 'no such body', path: '/bodies/no-such-body', status: 404 },
  { name: 'practice', path: '/practice' },
  { name: 'exchange', path: '/practice/exchange?as-of=2026-01-15' },
  { name: 'exchange of which nothing is known', path: '/practice/exchange?known-at=2021' },
  { name: 'what-if before it is asked', path: '/practice/exchange/may' },
  {
    name: 'what-if that is allowed',
    path: '/practice/exchange/may?from=NL&to=BE&provision=police-2018/13&as-of=2026-01-15',
  },
  {
    name: 'what-if that is denied',
    path: '/practice/exchange/may?from=NL&to=LU&provision=police-2018/14&as-of=2026-01-15',
  },
  { name: 'missing agreements', path: '/practice/exchange/agreements?as-of=2026-01-15' },
  {
    name: 'missing agreements where no article opens anything',
    path: '/practice/exchange/agreements',
    played: true,
  },
  {
    name: 'openings of an agreement',
    path: '/practice/exchange/openings/police-2018-13-be-nl?as-of=2026-01-15',
  },
  { name: 'openings of a treaty that is not in force yet', path: '/practice/exchange/openings/police-2018' },
  { name: 'openings of an instrument without provisions', path: '/practice/exchange/openings/eow-paper' },
  { name: 'instrument whose articles open something', path: '/law/police-2018?as-of=2026-01-15' },
  { name: 'record', path: '/record/discrepancies/DIS-01' },
  { name: 'annual reports', path: '/report' },
  { name: 'annual report', path: '/report/2019' },
  { name: 'sign-in', path: '/sign-in', outside: true },
  { name: 'documentation', path: '/docs', outside: true },
  { name: 'a document', path: '/docs/ARCHITECTURE.md', outside: true },
  { name: 'the API described', path: '/docs/api', outside: true },
  { name: 'openings of no such instrument', path: '/practice/exchange/openings/no-such', status: 404 },
  {
    name: 'what-if of no such party',
    path: '/practice/exchange/may?from=XX&to=BE&provision=police-2018/13',
    status: 400,
  },
  { name: 'no such group', path: '/groups/no-such-group', status: 404 },
  { name: 'no report on that year', path: '/report/1900', status: 404 },
  { name: 'no such page', path: '/no-such-page', outside: true, status: 404 },
  { name: 'no such date', path: '/law?as-of=2017-13', status: 400 },
];

/** Address of a page in one language, below the address of the node. */
export function addressOf({ path, outside, played }: PageToVisit, language: string): string {
  if (outside !== true) return `/${language}/${played === true ? yearRegister : 'benelux'}${path}`;
  return `${path}?language=${language}`;
}

/** Paths of the modules' manifests that none of these pages stands at. */
export function pathsNotVisited(pages: readonly PageToVisit[] = pagesToVisit): readonly string[] {
  const visited = pages
    .filter((page) => page.outside !== true && page.status === undefined)
    .map(({ path }) => path.split('?')[0] ?? '');
  return modules
    .flatMap((module) => module.pages)
    .map(({ path }) => path)
    .filter((path) => {
      const form = new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+')}$`);
      return !visited.some((one) => form.test(one));
    });
}
