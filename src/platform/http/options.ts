import type { Logger } from 'pino';
import type { Language } from '#kernel/languages.ts';
import type { Problem } from '#kernel/result.ts';
import type { SignInPorts } from '#platform/access/sign-in.tsx';
import type { Clock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import type { Module } from '#platform/module.ts';
import type { HttpServer } from './server.ts';

/** All that a server stands on; `app` puts it together. */
export type ServerOptions = {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: Database;
  readonly modules: readonly Module[];
  readonly logger: Logger;
  /** Of the product, for the foot of every page and the published description of the API. */
  readonly version: string;
  /** A problem as a sentence, from the catalogues of all modules. */
  readonly explain: (problem: Problem, language: Language) => string;
  readonly signIn: SignInPorts;
  /** What a module above answers to other nodes. */
  readonly extend?: (scope: HttpServer) => void;
  /** Of one network address, in a minute; assets and health are not counted. Default 1200. */
  readonly requestsPerMinute?: number;
};
