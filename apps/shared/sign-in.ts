import * as oauth from 'oauth4webapi';
import type { Settings } from './settings.ts';
import { channelName } from './sign-in-channel.ts';

/** Somebody who is signed in. It lives in the memory of one page and nowhere else. */
export interface Session {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly user: string;
  readonly name: string;
  readonly agency: string;
  readonly role: string;
}

/** A sign-in about to start: where to send the person, and what to wait for. */
export interface SignIn {
  readonly url: string;
  /** Resolves once the person has signed in, in the window that was opened. */
  readonly session: Promise<Session>;
  /** Stops waiting. */
  abandon(): void;
}

interface Parts {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly redirectUri: string;
  readonly insecure: boolean;
}

async function discover({ issuer, development }: Settings, clientId: string): Promise<Parts> {
  const response = await fetch(issuer.discovery, { credentials: 'same-origin' });
  const server = await oauth.processDiscoveryResponse(new URL(issuer.name), response);
  const redirectUri = new URL('/signed-in', window.location.origin).href;
  return { server, client: { client_id: clientId }, redirectUri, insecure: development };
}

/**
 * Prepares a sign-in by authorization code with PKCE (RFC 7636). The person signs in in a window of its own; this page stays as it is,
 * with all that was written on it, and keeps the verifier in memory, so that nothing is stored.
 */
export async function prepareSignIn(settings: Settings, clientId: string): Promise<SignIn> {
  const parts = await discover(settings, clientId);
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const url = new URL(parts.server.authorization_endpoint ?? '');
  const query = {
    client_id: clientId,
    redirect_uri: parts.redirectUri,
    response_type: 'code',
    scope: settings.issuer.scope,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);

  const channel = new BroadcastChannel(channelName);
  const session = new Promise<Session>((resolve, reject) => {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const answer = new URLSearchParams(String(data));
      if (answer.get('state') !== state) return;
      channel.postMessage(`received ${state}`);
      channel.close();
      redeem(parts, { answer, state, nonce, verifier }).then(resolve, reject);
    };
  });
  return {
    url: url.href,
    session,
    abandon: () => {
      channel.close();
    },
  };
}

interface Expected {
  readonly answer: URLSearchParams;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

async function redeem(
  { server, client, redirectUri, insecure }: Parts,
  { answer, state, nonce, verifier }: Expected,
): Promise<Session> {
  const checked = oauth.validateAuthResponse(server, client, answer, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    checked,
    redirectUri,
    verifier,
    // Plain HTTP on this machine's loopback, for development alone.
    insecure ? { [oauth.allowInsecureRequests]: true } : {},
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  const said = (claim: string): string => {
    const value = claims?.[claim];
    return typeof value === 'string' ? value : '';
  };
  return {
    token: tokens.access_token,
    expiresAt: Date.now() + (tokens.expires_in ?? 300) * 1_000,
    user: said('sub'),
    name: said('name') || said('sub'),
    agency: said('agency'),
    role: said('role'),
  };
}

/** Ends the session at the issuer too. The address says which page, never who. */
export async function endSession(settings: Settings, clientId: string): Promise<void> {
  const { server } = await discover(settings, clientId);
  if (server.end_session_endpoint === undefined) {
    window.location.reload();
    return;
  }
  const url = new URL(server.end_session_endpoint);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('post_logout_redirect_uri', window.location.origin + window.location.pathname);
  window.location.replace(url.href);
}
