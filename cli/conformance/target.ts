import { randomInt } from 'node:crypto';
import { randomNonce, seal, type SealKey, type SealedRequest } from '@trellis/seal';
import type { PublishedSchema } from './published-schema.ts';
import { signInput } from './sign-input.ts';

/** An agency's answer as it came over HTTP. */
export interface Reply {
  /** 0 where the connection broke before any status. */
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly body: { readonly data?: unknown; readonly errors?: unknown } | undefined;
  readonly milliseconds: number;
}

/** The differences of a request from one that the gateway would send. */
export interface SealDifference {
  readonly method?: string;
  readonly key?: SealKey;
  readonly agency?: string;
  readonly requester?: SealedRequest['requester'];
  readonly purpose?: string;
  /** The time at which it says that it was sealed, in milliseconds. */
  readonly sealedAt?: number;
  readonly nonce?: string;
  /** Changes `signature-input`, which is then signed as it is with the right key. */
  readonly input?: (sealed: string) => string;
  /** Changes the headers after sealing. */
  readonly headers?: (sealed: Record<string, string>) => Record<string, string>;
  /** Changes the body after sealing. */
  readonly body?: (sealed: string) => string;
}

interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A running agency, as the checks see it. */
export interface Target {
  readonly url: URL;
  readonly agency: string;
  readonly key: SealKey;
  readonly schema: PublishedSchema;
  /** Ids of records that the agency has, by type. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  ask(question: Question, difference?: SealDifference): Promise<Reply>;
  get(path: string): Promise<Reply>;
}

const patienceMs = 10_000;

export function openTarget(options: Omit<Target, 'ask' | 'get'>): Target {
  const { url, agency, key } = options;
  return {
    ...options,
    ask: ({ query, variables = {} }, difference = {}) => {
      const { method = 'POST', sealedAt = Date.now(), nonce = randomNonce() } = difference;
      const body = JSON.stringify({ query, variables });
      const { requester, purpose } = difference;
      const request = { method, path: url.pathname, body, disclosure: `conformance-${nonce}`, requester, purpose };
      const own = difference.key ?? key;
      const sealed = seal({ ...request, agency: difference.agency ?? agency }, own, sealedAt, nonce);
      if (difference.input !== undefined) {
        const input = difference.input((sealed['signature-input'] ?? '').replace('trellis=', ''));
        sealed['signature-input'] = `trellis=${input}`;
        sealed['signature'] = `trellis=:${signInput({ ...request, headers: sealed }, input, own)}:`;
      }
      const headers = difference.headers?.(sealed) ?? sealed;
      return exchange(url, { method, headers, ...(method !== 'GET' && { body: difference.body?.(body) ?? body }) });
    },
    get: (path) => exchange(new URL(path, url), { method: 'GET' }),
  };
}

async function exchange(url: URL, init: RequestInit): Promise<Reply> {
  const start = performance.now();
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    const text = await response.text();
    const milliseconds = performance.now() - start;
    return { status: response.status, headers: response.headers, text, body: parsed(text), milliseconds };
  } catch {
    // Refused, reset, or too late: the check that asked says what that means.
    const milliseconds = performance.now() - start;
    return { status: 0, headers: new Headers(), text: '', body: undefined, milliseconds };
  }
}

function parsed(text: string): Reply['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** A well-formed id that nobody has. */
export function unknownId(): string {
  return Array.from({ length: 26 }, () => letters[randomInt(letters.length)]).join('');
}
