import { visitEveryPage } from './every-page.ts';

visitEveryPage(() => ({ colorScheme: 'light' }));
