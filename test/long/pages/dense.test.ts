import { signIn } from '../../support/sign-in.ts';
import { visitEveryPage } from './every-page.ts';

/** Whoever is signed in sees the pages dense. */
visitEveryPage(async (browser, node) => ({ storageState: await signIn(browser, node) }));
