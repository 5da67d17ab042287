import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** One sign-in between the authorize page and the token endpoint. */
export interface CodeGrant {
  readonly user: string;
  readonly purposes: readonly string[];
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce?: string | undefined;
}

const lifetimeMs = 60_000;

/** Authorization codes with PKCE (RFC 7636, S256): each works once, within a minute, for whoever knows its verifier. */
export class AuthorizationCodes {
  readonly #grants = new Map<string, CodeGrant & { readonly until: number }>();

  issue(grant: CodeGrant): string {
    const now = Date.now();
    for (const [code, { until }] of this.#grants) if (until <= now) this.#grants.delete(code);
    const code = randomBytes(24).toString('base64url');
    this.#grants.set(code, { ...grant, until: now + lifetimeMs });
    return code;
  }

  /** The grant behind a code, or undefined where anything does not fit; the code is spent either way. */
  redeem(code: string, { verifier, clientId, redirectUri }: Record<'verifier' | 'clientId' | 'redirectUri', string>) {
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    if (grant === undefined || grant.until <= Date.now()) return undefined;
    if (grant.clientId !== clientId || grant.redirectUri !== redirectUri) return undefined;
    const proof = createHash('sha256').update(verifier).digest();
    const challenge = Buffer.from(grant.challenge, 'base64url');
    return proof.length === challenge.length && timingSafeEqual(proof, challenge) ? grant : undefined;
  }
}
