import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '#kernel/languages.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Config } from '#platform/config.ts';
import type { Transaction } from '#platform/database/database.ts';
import { placeOutside, queryOf, sendPage, sendProblems } from '#platform/http/answer.tsx';
import type { ServerOptions } from '#platform/http/options.ts';
import { httpProblem } from '#platform/http/problem-json.ts';
import { baseUrlOf, isSecure, languageOf, localPath } from '#platform/http/reader.ts';
import type { HttpServer } from '#platform/http/server.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { texts } from '#platform/text/texts.ts';
import type { Person } from './access.ts';
import { attemptMinutes, createRelyingParty, type RelyingParty } from './openid.ts';
import { giveGrant, type Identity, recognisePerson } from './persons.ts';
import { endSession, findPerson, startSession } from './sessions.ts';
import { type DemonstrationChoices, SignInPage } from './sign-in-page.tsx';

/** What sign-in needs of the rooms above; `app` wires it. */
export type SignInPorts = {
  /** The register's own roles and parties, for the demonstration sign-in. */
  listRoles(tx: Transaction, register: RegisterId, language: Language): Promise<readonly Choice[]>;
  listParties(tx: Transaction, register: RegisterId, language: Language): Promise<readonly Choice[]>;
  listBodies(tx: Transaction, register: RegisterId, language: Language): Promise<readonly Choice[]>;
  /** Whom one can play in the register with one press; none where its data do not say which body does what. */
  listPlayers(tx: Transaction, register: RegisterId, language: Language): Promise<readonly Player[]>;
  /** A made-up register to try everything in: its id, and how it is set up where it is not there yet. */
  readonly year: { readonly id: RegisterId; setUp(): Promise<void> } | null;
  /** Writes to the journal, in the transaction of the sign-in or sign-out. */
  record(tx: Transaction, entry: SignInEntry): Promise<void>;
};
export type Choice = { readonly id: RecordId; readonly title: string };
export type Player = {
  readonly title: string;
  readonly role: RecordId;
  readonly party: RecordId | null;
  readonly body: RecordId | null;
};
export type SignInEntry = {
  readonly event: 'session.started' | 'session.ended';
  /** Id of the person. */
  readonly actor: string;
  readonly register?: string;
  readonly subject?: string;
  readonly payload: unknown;
};

/** The identity provider of those who choose themselves who they are. */
const demonstrationIssuer = 'urn:tripoint:demonstration';

/** A fresh start has no identity provider: who tries it out chooses a role. Never where it could be taken for real. */
function offersDemonstration(config: Config): boolean {
  return config.oidc === null && !config.production;
}

/** Settings under which signing in is not there, or not safe; the path is the name of the variable. */
export const signInConfigProblems = {
  sign_in_not_configured: [],
  oidc_issuer_insecure: [],
  base_url_insecure: [],
} as const satisfies Record<string, readonly string[]>;

/** What production asks of the settings for the sake of sign-in; to be reported at start. */
export function checkSignInConfig(config: Config): readonly Problem[] {
  if (!config.production) return [];
  if (config.oidc === null) return [problem('sign_in_not_configured', 'OIDC_ISSUER', {}, 'warning')];
  return [
    ...(config.oidc.issuer.startsWith('https:') ? [] : [problem('oidc_issuer_insecure', 'OIDC_ISSUER')]),
    ...(baseUrlOf(config).startsWith('https:') ? [] : [problem('base_url_insecure', 'BASE_URL')]),
  ];
}

/** `__Host-`: sent to this host alone, over TLS alone, and not to be set from a subdomain (RFC 6265bis, section 4.1.3.2). */
function cookieName(config: Config, name: string): string {
  return isSecure(config) ? `__Host-${name}` : name;
}

/** Lax, so that it comes along when the identity provider sends the reader back. */
function cookieAttributes(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(config) } as const;
}

/** Who is signed in in the browser that asks; null for a visitor. */
export async function loadPerson(options: ServerOptions, request: FastifyRequest): Promise<Person | null> {
  const { config, clock, database } = options;
  const id = request.cookies[cookieName(config, 'tripoint')];
  if (id === undefined) return null;
  const demonstration = offersDemonstration(config);
  return database.write((tx) => findPerson(tx, clock, id, { demonstration }));
}

const SignInForm = z.object({
  return: z.string().default('/'),
  register: z.string().optional(),
  role: z.string().optional(),
  party: z.string().optional(),
  body: z.string().optional(),
});
type SignInForm = z.output<typeof SignInForm>;

export function registerSignIn(server: HttpServer, options: ServerOptions): void {
  const { config, clock, database } = options;
  const provider =
    config.oidc === null
      ? null
      : createRelyingParty(database, clock, {
          ...config.oidc,
          redirectUri: `${baseUrlOf(config)}/sign-in/callback`,
        });
  // Each of these writes, and costs the identity provider something.
  const limited = { config: { rateLimit: { max: 60 } } };

  server.get('/sign-in', { schema: { hide: true } }, (request, reply) => showSignIn(options, request, reply));
  server.post('/sign-in', { ...limited, schema: { hide: true, body: SignInForm } }, (request, reply) =>
    provider === null
      ? signInAsChosen(options, request, reply, request.body)
      : goToProvider(options, provider, request, reply, request.body.return),
  );
  server.get('/sign-in/callback', { ...limited, schema: { hide: true } }, (request, reply) =>
    provider === null
      ? sendProblems(options, request, reply, [httpProblem('sign_in_not_offered', 'path')])
      : comeBack(options, provider, request, reply),
  );
  server.post('/sign-in/year', { ...limited, schema: { hide: true } }, (request, reply) =>
    setUpYear(options, request, reply),
  );
  server.post('/sign-out', { schema: { hide: true } }, async (request, reply) => {
    if (request.person !== null) await database.write((tx) => signOut(options, tx, request));
    return reply
      .clearCookie(cookieName(config, 'tripoint'), cookieAttributes(config))
      .redirect('/sign-in?signed-out=yes', 303);
  });
}

/** Who is signed in and what that opens, and the ways to sign in. */
async function showSignIn(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { config, database } = options;
  const query = queryOf(request);
  const returnTo = localPath(query.get('return') ?? '/');
  if (returnTo === null)
    return sendProblems(options, request, reply, [httpProblem('return_not_local', 'query.return')]);
  if (config.oidc === null && !offersDemonstration(config))
    return sendProblems(options, request, reply, [httpProblem('sign_in_not_offered', 'path')]);
  const language = languageOf(request);
  const demonstration = offersDemonstration(config)
    ? await database.read((tx) => listDemonstration(options, tx, language))
    : null;
  const words = texts(language).signIn;
  return sendPage(options, request, reply, placeOutside(request), {
    title: words.title,
    lede: words.lede,
    body: (
      <SignInPage
        person={request.person}
        provider={config.oidc === null ? null : new URL(config.oidc.issuer).host}
        demonstration={demonstration}
        year={offersYear(options, demonstration)}
        returnTo={returnTo}
        signedOut={query.has('signed-out')}
      />
    ),
  });
}

/** Whether a made-up register is offered that is not there yet. */
function offersYear({ signIn }: ServerOptions, held: readonly DemonstrationChoices[] | null): boolean {
  const { year } = signIn;
  return year !== null && held !== null && !held.some(({ register }) => register.id === year.id);
}

/** Loads the made-up register beside those that are there, and offers who to be in it. */
async function setUpYear(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { config, signIn } = options;
  if (!offersDemonstration(config) || signIn.year === null)
    return sendProblems(options, request, reply, [httpProblem('sign_in_not_offered', 'path')]);
  await signIn.year.setUp();
  const query = new URLSearchParams({ return: `/${languageOf(request)}/${signIn.year.id}/desk` });
  return reply.redirect(`/sign-in?${query}#year`, 303);
}

async function listDemonstration(
  { signIn }: ServerOptions,
  tx: Transaction,
  language: Language,
): Promise<readonly DemonstrationChoices[]> {
  const choices: DemonstrationChoices[] = [];
  for (const { id, title } of await listRegisters(tx, language))
    choices.push({
      register: { id, title },
      roles: await signIn.listRoles(tx, id, language),
      parties: await signIn.listParties(tx, id, language),
      bodies: await signIn.listBodies(tx, id, language),
      players: await signIn.listPlayers(tx, id, language),
    });
  return choices;
}

async function goToProvider(
  options: ServerOptions,
  provider: RelyingParty,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: string,
): Promise<FastifyReply> {
  const returnTo = localPath(asked);
  if (returnTo === null)
    return sendProblems(options, request, reply, [httpProblem('return_not_local', 'body.return')]);
  const started = await provider.start(returnTo);
  if (!started.ok) return refuse(options, request, reply, started.problems);
  const { config } = options;
  return reply
    .setCookie(cookieName(config, 'tripoint-attempt'), started.value.secret, {
      ...cookieAttributes(config),
      maxAge: attemptMinutes * 60,
    })
    .redirect(started.value.address.href, 303);
}

async function comeBack(
  options: ServerOptions,
  provider: RelyingParty,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { config } = options;
  const name = cookieName(config, 'tripoint-attempt');
  const secret = request.cookies[name] ?? '';
  reply.clearCookie(name, cookieAttributes(config));
  const finished = await provider.finish(secret, queryOf(request));
  if (!finished.ok) return refuse(options, request, reply, finished.problems);
  const { identity, returnTo } = finished.value;
  const person = await signInPerson(options, request, reply, identity, async () => {});
  // Signed in and still nothing opens: say so, and who can change it, before the reader meets closed doors.
  const landing =
    person.grants.length > 0 ? returnTo : `/sign-in?${new URLSearchParams({ return: returnTo })}`;
  return reply.redirect(landing, 303);
}

function refuse(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
): FastifyReply {
  request.log.warn({ problems }, 'sign-in refused');
  return sendProblems(options, request, reply, problems);
}

async function signInAsChosen(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  form: SignInForm,
): Promise<FastifyReply> {
  if (!offersDemonstration(options.config))
    return sendProblems(options, request, reply, [httpProblem('sign_in_not_offered', 'path')]);
  const language = languageOf(request);
  const choices = await options.database.read((tx) => listDemonstration(options, tx, language));
  const returnTo = localPath(form.return);
  const chosen = readChoice(choices, form);
  const problems = [
    ...(returnTo === null ? [httpProblem('return_not_local', 'body.return')] : []),
    ...(chosen.ok ? [] : chosen.problems),
  ];
  if (returnTo === null || !chosen.ok) return sendProblems(options, request, reply, problems);

  const { register, role, party, body } = chosen.value;
  const bounds = [party, body].filter((one) => one !== null);
  const identity = {
    issuer: demonstrationIssuer,
    // A body and a party may have one id.
    subject: [
      register.id,
      role.id,
      ...(party === null ? [] : [party.id]),
      ...(body === null ? [] : [`body:${body.id}`]),
    ].join('/'),
    name: [role.title, ...bounds.map(({ title }) => title)].join(', '),
  };
  await signInPerson(options, request, reply, identity, (tx, person) =>
    giveGrant(tx, options.clock, person, {
      register: register.id,
      role: role.id,
      party: party?.id ?? null,
      body: body?.id ?? null,
      period: { from: null, to: null },
      basis: demonstrationIssuer,
    }),
  );
  return reply.redirect(returnTo, 303);
}

type ChosenRole = {
  readonly register: DemonstrationChoices['register'];
  readonly role: Choice;
  readonly party: Choice | null;
  readonly body: Choice | null;
};

/** A role of the register, and a party or body or none; what the page did not offer is refused. */
function readChoice(choices: readonly DemonstrationChoices[], form: SignInForm): Result<ChosenRole> {
  const offered = choices.find(({ register }) => register.id === form.register);
  const role = offered?.roles.find(({ id }) => id === form.role);
  const among = (list: readonly Choice[] | undefined, named = '') =>
    named === '' ? null : list?.find(({ id }) => id === named);
  const party = among(offered?.parties, form.party);
  const body = among(offered?.bodies, form.body);
  if (offered === undefined) return fail(httpProblem('sign_in_choice_invalid', 'body.register'));
  if (role === undefined) return fail(httpProblem('sign_in_choice_invalid', 'body.role'));
  if (party === undefined) return fail(httpProblem('sign_in_choice_invalid', 'body.party'));
  if (body === undefined) return fail(httpProblem('sign_in_choice_invalid', 'body.body'));
  return ok({ register: offered.register, role, party, body });
}

/**
 * Starts a session with a new id, so that one set before the sign-in, by whomever, is worth nothing after it; ends the
 * one that the browser had. `welcome` runs for a person seen for the first time.
 */
async function signInPerson(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  identity: Identity,
  welcome: (tx: Transaction, person: string) => Promise<unknown>,
): Promise<Person> {
  const { config, clock, database, signIn } = options;
  const demonstration = identity.issuer === demonstrationIssuer;
  const { session, person } = await database.write(async (tx) => {
    if (request.person !== null) await signOut(options, tx, request);
    const { id, isNew } = await recognisePerson(tx, clock, identity);
    if (isNew) await welcome(tx, id);
    const secret = await startSession(tx, clock, id, demonstration);
    const payload = { issuer: identity.issuer, demonstration };
    await signIn.record(tx, { event: 'session.started', actor: id, payload });
    return { session: secret, person: await findPerson(tx, clock, secret, { demonstration }) };
  });
  if (person === null) throw new Error('A session that has just been started is not found');
  reply.setCookie(cookieName(config, 'tripoint'), session, cookieAttributes(config));
  return person;
}

async function signOut(
  { clock, signIn }: ServerOptions,
  tx: Transaction,
  { person }: FastifyRequest,
): Promise<void> {
  if (person === null) return;
  await endSession(tx, clock, person.session.hash);
  await signIn.record(tx, { event: 'session.ended', actor: person.id, payload: {} });
}
