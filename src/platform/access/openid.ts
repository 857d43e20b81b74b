import { sql } from 'kysely';
import * as openid from 'openid-client';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { Identity } from './persons.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** How long a person may take at the identity provider. */
export const attemptMinutes = 15;

export type OpenIdSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the identity provider sends the reader back to, as registered there. */
  readonly redirectUri: string;
};

/** Signing in through one identity provider: OpenID Connect, authorization code with PKCE (RFC 7636, S256). */
export type RelyingParty = {
  /** Where to send the browser, and the secret that it must bring back. Problem: `identity_provider_unreachable`. */
  start(returnTo: string): Promise<Result<{ readonly address: URL; readonly secret: string }>>;
  /**
   * Who came back. `query` is that of the address called back. Each attempt counts once.
   * Problems: `sign_in_expired`, `sign_in_failed`, `identity_provider_unreachable`.
   */
  finish(
    secret: string,
    query: URLSearchParams,
  ): Promise<Result<{ readonly identity: Identity; readonly returnTo: string }>>;
};

type Attempt = { state: string; nonce: string; verifier: string; return_to: string; in_time: boolean };

export function createRelyingParty(database: Database, clock: Clock, settings: OpenIdSettings): RelyingParty {
  const { issuer, clientId, clientSecret, redirectUri } = settings;
  let discovered: Promise<openid.Configuration> | undefined;

  /** At the first sign-in, so that a node starts while its identity provider is down; a failure is tried again. */
  const discover = (): Promise<openid.Configuration> => {
    discovered ??= openid
      .discovery(new URL(issuer), clientId, undefined, openid.ClientSecretBasic(clientSecret), {
        timeout: 10,
        execute: issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        discovered = undefined;
        throw error;
      });
    return discovered;
  };

  const takeAttempt = (secret: string): Promise<Attempt | undefined> =>
    database.write(async (tx) => {
      const taken = await sql<Attempt>`
        delete from platform.sign_in_attempt where hash = ${hashSecret(secret)}
        returning state, nonce, verifier, return_to, expires_at > ${clock.now().toString()} as in_time`.execute(
        tx,
      );
      return taken.rows[0];
    });

  return {
    start: (returnTo) =>
      asResult(async () => {
        const provider = await discover();
        const secret = newSecret();
        const [state, nonce, verifier] = [
          openid.randomState(),
          openid.randomNonce(),
          openid.randomPKCECodeVerifier(),
        ];
        const now = clock.now();
        await database.write(async (tx) => {
          await sql`delete from platform.sign_in_attempt where expires_at < ${now.toString()}`.execute(tx);
          await sql`
            insert into platform.sign_in_attempt (hash, state, nonce, verifier, return_to, expires_at)
            values (${hashSecret(secret)}, ${state}, ${nonce}, ${verifier}, ${returnTo},
              ${now.add({ minutes: attemptMinutes }).toString()})`.execute(tx);
        });
        const address = openid.buildAuthorizationUrl(provider, {
          redirect_uri: redirectUri,
          scope: 'openid profile',
          state,
          nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        });
        return ok({ address, secret });
      }),

    finish: (secret, query) =>
      asResult(async () => {
        const attempt = await takeAttempt(secret);
        if (attempt === undefined || !attempt.in_time) return fail(problem('sign_in_expired'));
        const provider = await discover();
        const tokens = await openid.authorizationCodeGrant(provider, new URL(`${redirectUri}?${query}`), {
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return fail(problem('sign_in_failed', '', { reason: 'no id token' }));
        // Providers that follow the standard closely give the profile there and not in the token (Core 1.0, section 5.4).
        const profile =
          provider.serverMetadata().userinfo_endpoint === undefined
            ? claims
            : await openid.fetchUserInfo(provider, tokens.access_token, claims.sub);
        const name =
          [profile.name, profile.preferred_username].find((text) => typeof text === 'string') ?? claims.sub;
        return ok({
          identity: { issuer: claims.iss, subject: claims.sub, name: String(name) },
          returnTo: attempt.return_to,
        });
      }),
  };
}

/** What the provider refuses or does not answer is an expected "no"; all else is a bug and goes on. */
async function asResult<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError)
      return fail(problem('sign_in_failed', '', { reason: error.error }));
    if (error instanceof openid.ClientError)
      return error.code === 'OAUTH_TIMEOUT'
        ? fail(problem('identity_provider_unreachable'))
        : fail(problem('sign_in_failed', '', { reason: error.code ?? 'unknown' }));
    // What fetch throws when nobody answers (WHATWG Fetch, "network error").
    if (error instanceof TypeError && error.cause !== undefined)
      return fail(problem('identity_provider_unreachable'));
    throw error;
  }
}
