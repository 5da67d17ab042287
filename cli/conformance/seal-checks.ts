import { randomBytes } from 'node:crypto';
import { hmacKey, type SealedRequest } from '@trellis/seal';
import { failed, passed, type Check, type CheckOutcome } from './check.ts';
import type { SealDifference, Reply, Target } from './target.ts';

const harmless = { query: '{ __typename }' };
const protocol = 'See docs/protocol.md, "The seal".';

const refuses = (id: string, title: string, fix: string, make: (target: Target) => SealDifference): Check => ({
  id,
  level: 'MUST',
  title,
  async run(target) {
    return outcomeOf(await target.ask(harmless, make(target)), `${fix} ${protocol}`);
  },
});

function outcomeOf(reply: Reply, fix: string): CheckOutcome {
  if (isRefusal(reply)) return passed;
  return failed(
    reply.status === 0 ? 'the connection broke' : `it was answered with status ${String(reply.status)}`,
    fix,
  );
}

/** A refusal has a status of its own and no data. */
export function isRefusal({ status, body }: Reply): boolean {
  return status >= 400 && status < 500 && (body?.data === undefined || body.data === null);
}

const without =
  (...names: readonly string[]) =>
  (sealed: Record<string, string>) =>
    Object.fromEntries(Object.entries(sealed).filter(([name]) => !names.includes(name)));

const requester: SealedRequest['requester'] = { agency: 'other', role: 'worker', user: 'nobody', kind: 'worker' };

/** Nobody but the gateway is answered, and the gateway only for what it sealed, for this agency, now, once. */
export const sealChecks: readonly Check[] = [
  {
    id: 'seal-accepted',
    level: 'MUST',
    title: 'a request that the gateway sealed is answered',
    async run(target) {
      const reply = await target.ask(harmless);
      return reply.status === 200 && reply.body?.data !== undefined
        ? passed
        : failed(
            `status ${String(reply.status)}, without data`,
            `Check the key, the agency's name and the clock. ${protocol}`,
          );
    },
  },
  refuses(
    'unsigned-refused',
    'a request without a signature is refused',
    'Answer 401 where signature-input or signature is missing.',
    () => ({
      headers: without('signature', 'signature-input'),
    }),
  ),
  refuses(
    'wrong-key-refused',
    'a signature by another key is refused',
    'Verify the signature with the key that you share with the gateway.',
    ({ agency }) => ({
      key: hmacKey(agency, randomBytes(32)),
    }),
  ),
  refuses(
    'unknown-key-refused',
    'a key id that you do not know is refused',
    'Look the key up by keyid, and refuse one that you do not have.',
    () => ({
      key: hmacKey('nobody-knows-this-key', randomBytes(32)),
    }),
  ),
  refuses(
    'body-changed-refused',
    'a body that does not fit its digest is refused',
    'Compare content-digest with the SHA-256 of the bytes that came, before you parse them.',
    () => ({
      body: (sealed) => sealed.replace('__typename', ' __typename'),
    }),
  ),
  refuses(
    'header-changed-refused',
    'a header that was changed after sealing is refused',
    'Build the signature base from the headers that came.',
    () => ({
      headers: (sealed) => ({ ...sealed, 'trellis-disclosure': 'another-reference' }),
    }),
  ),
  {
    id: 'requester-accepted',
    level: 'MUST',
    title: 'a request that says who asks, and is sealed so, is answered',
    async run(target) {
      const reply = await target.ask(harmless, { requester, purpose: 'a-purpose' });
      return reply.status === 200 && reply.body?.data !== undefined
        ? passed
        : failed(
            `status ${String(reply.status)}, without data`,
            `Where trellis-requester and trellis-purpose are sent, they are two more components of the signature. ${protocol}`,
          );
    },
  },
  {
    id: 'requester-uncovered-refused',
    level: 'MUST',
    title: 'a requester, or a purpose, that the signature does not cover is refused',
    async run(target) {
      const fix = `Refuse trellis-requester and trellis-purpose where the signature does not cover them. ${protocol}`;
      const uncovered = {
        'trellis-requester': Buffer.from(JSON.stringify(requester)).toString('base64url'),
        'trellis-purpose': 'a-purpose',
      };
      for (const [name, value] of Object.entries(uncovered)) {
        const headers = (sealed: Record<string, string>) => ({ ...sealed, [name]: value });
        const outcome = outcomeOf(await target.ask(harmless, { headers }), fix);
        if (outcome.result !== 'passed') return outcome;
      }
      return passed;
    },
  },
  refuses(
    'digest-uncovered-refused',
    'a signature that does not cover the digest of the body is refused',
    'Compare the components of signature-input with the list of the protocol, word for word.',
    () => ({ input: (sealed) => sealed.replace(' "content-digest"', '') }),
  ),
  refuses(
    'other-algorithm-refused',
    'a signature that names another algorithm than its key has is refused',
    'Take the algorithm from your key, and refuse a request that names another.',
    ({ key }) => ({
      input: (sealed) =>
        sealed.replace(`alg="${key.algorithm}"`, key.algorithm === 'ed25519' ? 'alg="hmac-sha256"' : 'alg="ed25519"'),
    }),
  ),
  refuses(
    'long-lived-refused',
    'a seal that would hold a minute is refused',
    'Refuse where expires is more than five seconds after created.',
    () => ({
      input: (sealed) =>
        sealed.replace(
          /created=(\d+);expires=\d+/,
          (_whole, created: string) => `created=${created};expires=${String(Number(created) + 60)}`,
        ),
    }),
  ),
  refuses(
    'other-agency-refused',
    'a request for another agency is refused',
    'Compare trellis-agency with your own name.',
    () => ({ agency: 'another-agency' }),
  ),
  refuses(
    'expired-refused',
    'a request that was sealed a minute ago is refused',
    'Refuse where expires is not later than now.',
    () => ({ sealedAt: Date.now() - 60_000 }),
  ),
  refuses(
    'future-refused',
    'a request sealed in the future is refused',
    'Refuse where created is more than one second ahead.',
    () => ({ sealedAt: Date.now() + 60_000 }),
  ),
  {
    id: 'replay-refused',
    level: 'MUST',
    title: 'the same request is refused the second time',
    async run(target) {
      const again = { nonce: `replayed-${String(Date.now())}-0`, sealedAt: Date.now() };
      const first = await target.ask(harmless, again);
      if (first.status !== 200) return failed(`the first was answered with status ${String(first.status)}`, protocol);
      return outcomeOf(await target.ask(harmless, again), `Remember each nonce for ten seconds. ${protocol}`);
    },
  },
  {
    id: 'get-refused',
    level: 'MUST',
    title: 'GET is not answered',
    async run(target) {
      const reply = await target.get(`${target.url.pathname}?query=%7B__typename%7D`);
      return outcomeOf(reply, 'Answer POST alone.');
    },
  },
];
