import { signIn } from '../../support/sign-in.ts';
import { visitEveryPage } from './every-page.ts';

/** Whoever is signed in sees the pages dense: another size of the same words, so that one language a page is enough. */
visitEveryPage(async (browser, node) => ({ storageState: await signIn(browser, node) }), 'in turn');
