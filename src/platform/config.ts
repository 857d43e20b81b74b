import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { fail, ok, problem, type Result } from '#kernel/result.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const oidcKeys = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** Problem codes of this file, with their parameters; the path of each is the name of the variable. */
export const configProblems = {
  config_database_url_invalid: [],
  config_flag_invalid: [],
  config_port_invalid: [],
  config_address_invalid: [],
  config_log_level_invalid: [],
  config_seconds_invalid: [],
  config_oidc_incomplete: ['missing'],
  config_smtp_url_invalid: [],
  config_mail_from_invalid: [],
  config_mail_incomplete: ['missing'],
} as const;
type ConfigProblem = keyof typeof configProblems;

/** The message of a zod issue is the code of the problem it becomes. */
const codeOf = (code: ConfigProblem) => ({ error: code });

const WebAddress = z.url({ protocol: /^https?$/, ...codeOf('config_address_invalid') });

/** Environment variables to settings. A variable that is set but empty counts as not set, as in compose files. */
export const Config = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, ...codeOf('config_database_url_invalid') }).optional(),
    DATABASE_READ_TIMEOUT: z
      .string()
      .regex(/^[1-9]\d{0,4}$/, codeOf('config_seconds_invalid'))
      .default('30'),
    TRIPOINT_DATA: z.string().default('.data'),
    TRIPOINT_EMPTY: z.enum(['0', '1'], codeOf('config_flag_invalid')).default('0'),
    PORT: z
      .string()
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, codeOf('config_port_invalid'))
      .default('3000'),
    // Only this machine, until somebody decides otherwise: a fresh start offers a sign-in without a password.
    HOST: z.string().default('127.0.0.1'),
    BASE_URL: WebAddress.optional(),
    NODE_ENV: z.string().optional(),
    LOG_LEVEL: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        codeOf('config_log_level_invalid'),
      )
      .default('info'),
    OIDC_ISSUER: WebAddress.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, ...codeOf('config_smtp_url_invalid') }).optional(),
    MAIL_FROM: z.email(codeOf('config_mail_from_invalid')).optional(),
  })
  .transform((env) => ({
    /** Null: the embedded PostgreSQL in `dataFolder` is used. */
    databaseUrl: env.DATABASE_URL ?? null,
    /** Longest time that one statement of a reading transaction may take, in milliseconds. */
    readTimeout: Number(env.DATABASE_READ_TIMEOUT) * 1000,
    /** Absolute; a relative TRIPOINT_DATA is taken from the project folder. */
    dataFolder: resolve(projectFolder, env.TRIPOINT_DATA),
    /** False with TRIPOINT_EMPTY=1: an empty database stays empty. */
    loadsFirstData: env.TRIPOINT_EMPTY === '0',
    port: Number(env.PORT),
    host: env.HOST,
    /** Where readers reach this node, without a trailing slash; null: at the host and port it listens on. */
    baseUrl: env.BASE_URL?.replace(/\/+$/, '') ?? null,
    production: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL,
    /** Null: no identity provider, so that only the first-run sign-in is there, and that not in production. */
    oidc:
      env.OIDC_ISSUER === undefined ||
      env.OIDC_CLIENT_ID === undefined ||
      env.OIDC_CLIENT_SECRET === undefined
        ? null
        : { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, clientSecret: env.OIDC_CLIENT_SECRET },
    /** Null: no server for mail, so that none is sent. */
    mail:
      env.SMTP_URL === undefined || env.MAIL_FROM === undefined
        ? null
        : { url: env.SMTP_URL, from: env.MAIL_FROM },
  }));
export type Config = Readonly<z.output<typeof Config>>;

/** The settings, or every fault in them at once. Values are not repeated in problems: some are secrets. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config> {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Config.safeParse(given);
  const problems = (parsed.error?.issues ?? []).map(({ message, path }) => problem(message, path.join('.')));
  // Outside the schema: zod looks at the whole only after every part is valid, and a fault must not hide another.
  const missing = oidcKeys.filter((key) => given[key] === undefined);
  if (missing.length > 0 && missing.length < oidcKeys.length)
    problems.push(problem('config_oidc_incomplete', missing[0], { missing: missing.join(', ') }));
  if ((given.SMTP_URL === undefined) !== (given.MAIL_FROM === undefined)) {
    const absent = given.SMTP_URL === undefined ? 'SMTP_URL' : 'MAIL_FROM';
    problems.push(problem('config_mail_incomplete', absent, { missing: absent }));
  }
  return parsed.success && problems.length === 0 ? ok(parsed.data) : fail(...problems);
}
