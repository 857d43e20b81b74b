import { type Module, problemsOf } from '#platform/module.ts';
import { authorisationActions, authorisationPermissions } from './authorisations/actions.ts';
import { authorisationKinds } from './authorisations/model.ts';
import { authorisationPage } from './authorisations/pages/authorisation.tsx';
import { authorisationsPage } from './authorisations/pages/authorisations.tsx';
import { improperUsePage, improperUsesPage } from './authorisations/pages/improper-uses.tsx';
import { authorisationTexts } from './authorisations/text/texts.ts';
import { exchangeCommands } from './commands.ts';
import { consentActions, consentPermissions } from './consents/actions.ts';
import { consentKinds } from './consents/model.ts';
import { noteDownload } from './consents/notes.ts';
import { consentPage, consentsPage } from './consents/pages/consents.tsx';
import { consentTexts } from './consents/text/texts.ts';
import { openingDatasets, openingPages, openingPanels } from './openings/pages/pages.ts';
import { openingRoutes } from './openings/routes.ts';
import { seeNodes } from './oversight/access.ts';
import { oversightDownloads, oversightPages } from './oversight/pages/pages.ts';
import { oversightTexts } from './oversight/text/texts.ts';
import { askParties, readRequests } from './requests/access.ts';
import { requestActions } from './requests/actions.ts';
import { askingPage } from './requests/pages/asking.tsx';
import { numberPanel } from './requests/pages/number.tsx';
import { requestPage } from './requests/pages/request.tsx';
import { requestsPage } from './requests/pages/requests.tsx';
import { requestTexts } from './requests/text/texts.ts';
import { exchangeTexts } from './text/texts.ts';

export const exchange: Module = {
  name: 'exchange',
  kinds: [...authorisationKinds, ...consentKinds],
  pages: [
    ...openingPages,
    requestsPage,
    requestPage,
    askingPage,
    ...oversightPages,
    authorisationsPage,
    authorisationPage,
    improperUsesPage,
    improperUsePage,
    consentsPage,
    consentPage,
  ],
  routes: [...openingRoutes],
  feeds: [],
  downloads: [...oversightDownloads, noteDownload],
  panels: [...openingPanels, numberPanel],
  datasets: openingDatasets,
  commands: exchangeCommands,
  actions: [...requestActions, ...authorisationActions, ...consentActions],
  permissions: [askParties, readRequests, seeNodes, ...authorisationPermissions, ...consentPermissions],
  problems: problemsOf([exchangeTexts, requestTexts, oversightTexts, authorisationTexts, consentTexts]),
};
