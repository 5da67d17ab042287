import { contentDigest } from './content-digest.ts';
import type { KeyLookup } from './keys.ts';
import type { ReplayGuard } from './replay-guard.ts';
import { SealError } from './seal-error.ts';
import { readRequester, type SealedRequester } from './sealed-requester.ts';
import { sealSeconds } from './seal.ts';
import { coveredComponents, signatureBase, type Headers } from './signature-base.ts';
import { verify } from './signature.ts';

export interface IncomingRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** By lower-case name, as Node gives them. */
  readonly headers: Headers;
  /** The bytes as they came. */
  readonly body: Uint8Array | string;
}

export interface OpenedSeal {
  readonly disclosure: string;
  readonly requester?: SealedRequester;
  readonly purpose?: string;
  readonly tokenPurposes?: string;
}

/** Seconds that the gateway's clock may be ahead. */
const skewSeconds = 1;
const parameters =
  /^;created=(\d{1,12});expires=(\d{1,12});nonce="([A-Za-z0-9_-]{16,64})";keyid="([!#-[\]-~]{1,100})";alg="(hmac-sha256|ed25519)"$/;

/**
 * Opens a sealed request and gives what it says, once it is certain that the gateway said it, to this agency, now, for the first time.
 * Throws a SealError otherwise. Reads the one form that `seal` writes, and nothing else.
 */
export function openSeal(
  incoming: IncomingRequest,
  keys: KeyLookup,
  { agency, now, seen }: { readonly agency: string; readonly now: Date | number; readonly seen: ReplayGuard },
): OpenedSeal {
  const { method, path, headers, body } = incoming;
  const input = single(headers, 'signature-input');
  const signature = single(headers, 'signature');
  const covered = `trellis=${coveredComponents(headers)}`;
  const match = input.startsWith(covered) ? parameters.exec(input.slice(covered.length)) : null;
  const value = /^trellis=:([A-Za-z0-9+/=]{1,200}):$/.exec(signature)?.[1];
  if (match === null || value === undefined) throw new SealError('MALFORMED');
  const [, created = '', expires = '', nonce = '', keyid = '', algorithm] = match;
  if (single(headers, 'trellis-agency') !== agency) throw new SealError('WRONG_AGENCY');
  const key = keys(keyid);
  if (key === undefined || key.algorithm !== algorithm) throw new SealError('UNKNOWN_KEY');
  if (!holds(Number(created), Number(expires), Number(now) / 1000)) throw new SealError('EXPIRED');
  const base = signatureBase(method, path, headers, input.slice('trellis='.length));
  if (!verify(base, value, key)) throw new SealError('BAD_SIGNATURE');
  if (single(headers, 'content-digest') !== contentDigest(body)) throw new SealError('BAD_DIGEST');
  const opened = read(headers);
  if (!seen.take(`${keyid} ${nonce}`)) throw new SealError('REPLAYED');
  return opened;
}

function single(headers: Headers, name: string): string {
  const value = headers[name];
  if (value === undefined) throw new SealError('UNSEALED');
  if (typeof value !== 'string') throw new SealError('MALFORMED');
  return value;
}

function holds(created: number, expires: number, now: number): boolean {
  return expires - created <= sealSeconds && created <= now + skewSeconds && now < expires;
}

function read(headers: Headers): OpenedSeal {
  const requester = headers['trellis-requester'] && readRequester(single(headers, 'trellis-requester'));
  if (headers['trellis-requester'] !== undefined && !requester) throw new SealError('MALFORMED');
  return {
    disclosure: single(headers, 'trellis-disclosure'),
    ...(requester && { requester }),
    ...(headers['trellis-purpose'] !== undefined && { purpose: single(headers, 'trellis-purpose') }),
    ...(headers['trellis-token-purposes'] !== undefined && {
      tokenPurposes: single(headers, 'trellis-token-purposes'),
    }),
  };
}
