import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { httpbis } from 'http-message-signatures';
import { createReplayGuard, ed25519Key, hmacKey, openSeal, SealError } from '@trellis/seal';
import { protocolVectors, type Vector } from './protocol-vectors.ts';

const file = new URL('../../docs/protocol-vectors.json', import.meta.url);
const about = 'What an agency makes of a request; docs/protocol.md explains it. Times are seconds since the epoch.';
const written = `${JSON.stringify({ about, vectors: protocolVectors }, null, 2)}\n`;
if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, written);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { readonly vectors: readonly Vector[] };

function ours({ key, request, agency, now, times = 1 }: Vector): string {
  const known =
    key.secret === undefined
      ? ed25519Key(key.id, createPublicKey(key.publicKey ?? ''))
      : hmacKey(key.id, Buffer.from(key.secret, 'hex'));
  const seen = createReplayGuard();
  let outcome = 'ACCEPTED';
  for (let time = 0; time < times; time += 1) {
    try {
      openSeal(request, (id) => (id === key.id ? known : undefined), { agency, now: now * 1000, seen });
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      outcome = error.reason;
    }
  }
  return outcome;
}

/** The signature alone, as a library reads it that knows nothing of us. */
function libraryVerifies({ key, request }: Vector): Promise<boolean | null> {
  const check = (data: Buffer, signature: Buffer): boolean => {
    if (key.secret === undefined) return verify(null, data, createPublicKey(key.publicKey ?? ''), signature);
    const expected = createHmac('sha256', Buffer.from(key.secret, 'hex')).update(data).digest();
    return expected.length === signature.length && timingSafeEqual(expected, signature);
  };
  return httpbis.verifyMessage(
    {
      keyLookup: () =>
        Promise.resolve({
          id: key.id,
          algs: [key.algorithm],
          verify: (data, signature) => Promise.resolve(check(data, signature)),
        }),
    },
    { method: request.method, url: `http://127.0.0.1${request.path}`, headers: { ...request.headers } },
  );
}

describe('test vectors of the protocol', () => {
  // The library reads the clock itself.
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'setTimeout'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are what the gateway seals today', () => {
    expect(readFileSync(file, 'utf8')).toBe(written);
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))(
    '%s: an agency of the kit agrees',
    (_name, vector) => {
      expect(ours(vector)).toBe(vector.outcome);
    },
  );

  it.each(
    vectors
      .filter(({ outcome }) => ['ACCEPTED', 'BAD_SIGNATURE'].includes(outcome))
      .map((vector) => [vector.name, vector] as const),
  )('%s: an independent library agrees', async (_name, vector) => {
    // Arriving a second early is for the agency to allow; here it is the signature that is read.
    jest.setSystemTime(Math.max(vector.now, 1_790_000_000) * 1000);
    const verified = await libraryVerifies(vector).catch(() => false);
    expect(verified).toBe(vector.outcome === 'ACCEPTED');
  });
});
