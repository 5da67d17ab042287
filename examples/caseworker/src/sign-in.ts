import * as oauth from 'oauth4webapi';

/** The issuer that signs people in. On the development network these are its own; yours are your network's. */
const issuer = new URL('https://issuer.trellis.example/development');
const discovery = import.meta.env.VITE_DISCOVERY ?? 'http://127.0.0.1:4100/.well-known/openid-configuration';
const client: oauth.Client = { client_id: 'trellis-caseworker' };
const redirectUri = window.location.origin + window.location.pathname;

export interface Session {
  readonly token: string;
  readonly user: string;
  readonly purposes: readonly string[];
}

/** Where one signs in again, in a window of its own: the page that is open stays as it is, with what is written on it. */
export const signInAgainUrl = `${redirectUri}#again`;
const channelName = 'trellis-caseworker: signed in again';

/** Hears of whoever signed in again in such a window; returns how to stop. */
export function onSignedInAgain(take: (session: Session) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Session>) => take(data);
  return () => channel.close();
}

/** Hands the session to the page that is open, and closes this window. */
function handOver(session: Session): void {
  new BroadcastChannel(channelName).postMessage(session);
  window.close();
}

/**
 * Comes back from the issuer, or goes there: authorization code with PKCE. The verifier waits in session storage while this page is
 * away; the token is kept in memory and nowhere else. Undefined in a window that is about to go.
 */
export async function signIn(): Promise<Session | undefined> {
  const server = await oauth.processDiscoveryResponse(issuer, await fetch(discovery));
  const here = new URL(window.location.href);
  const waiting = sessionStorage.getItem('sign-in');
  if (here.searchParams.has('code') && waiting !== null) {
    sessionStorage.removeItem('sign-in');
    history.replaceState(null, '', redirectUri);
    const { verifier, state, again } = JSON.parse(waiting) as { verifier: string; state: string; again: boolean };
    const answer = oauth.validateAuthResponse(server, client, here, state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      answer,
      redirectUri,
      verifier,
      {
        // Plain HTTP on this machine, for the development network alone: take this line out.
        [oauth.allowInsecureRequests]: true,
      },
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, { requireIdToken: true });
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    const purposes = (claims?.['purposes'] ?? []) as string[];
    const session = { token: tokens.access_token, user: claims?.sub ?? '', purposes };
    if (!again) return session;
    handOver(session);
    return undefined;
  }
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  sessionStorage.setItem('sign-in', JSON.stringify({ verifier, state, again: here.hash === '#again' }));
  const url = new URL(server.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString();
  window.location.assign(url);
  return undefined;
}
