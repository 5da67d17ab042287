import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it, test } from '@jest/globals';
import {
  createReplayGuard,
  ed25519Key,
  hmacKey,
  openSeal,
  seal,
  SealError,
  type SealedRequest,
  type SealKey,
  type SealRefusal,
} from '@trellis/seal';

const now = Date.UTC(2026, 10, 21, 12, 0, 0);
const request: SealedRequest = {
  method: 'POST',
  path: '/graphql',
  body: '{"query":"{__typename}"}',
  agency: 'police',
  disclosure: 'd-1',
  requester: { agency: 'police', role: 'officer', user: 'officer-7', kind: 'worker' },
  purpose: 'law-enforcement-investigation',
};
const pair = generateKeyPairSync('ed25519');
const kinds: [string, SealKey, SealKey][] = (() => {
  const shared = hmacKey('police', randomBytes(32));
  return [
    ['hmac-sha256', shared, shared],
    ['ed25519', ed25519Key('police', pair.privateKey), ed25519Key('police', pair.publicKey)],
  ];
})();

interface Message {
  method: string;
  path: string;
  body: string;
  headers: Record<string, string>;
}

const sealed = (key: SealKey, change: Partial<SealedRequest> = {}, at = now): Message => {
  const full = { ...request, ...change };
  return { method: full.method, path: full.path, body: String(full.body), headers: seal(full, key, at) };
};

const refusal = (
  message: Message,
  key: SealKey,
  options: { agency?: string; at?: number } = {},
): SealRefusal | 'TAKEN' => {
  try {
    const { agency = 'police', at = now } = options;
    openSeal(message, (id) => (id === key.id ? key : undefined), { agency, now: at, seen: createReplayGuard() });
    return 'TAKEN';
  } catch (error) {
    if (error instanceof SealError) return error.reason;
    throw error;
  }
};

describe.each(kinds)('a seal by %s', (_name, signing, opening) => {
  it('says to the agency what the gateway said', () => {
    const message = sealed(signing);
    const seen = createReplayGuard();
    expect(openSeal(message, () => opening, { agency: 'police', now, seen })).toEqual({
      disclosure: 'd-1',
      requester: request.requester,
      purpose: request.purpose,
    });
  });

  it('says to the register which purposes the token names, and no other text in their place', () => {
    const message = sealed(signing, { tokenPurposes: 'treatment,emergency' });
    const seen = createReplayGuard();
    const opened = openSeal(message, () => opening, { agency: 'police', now, seen });
    expect(opened.tokenPurposes).toBe('treatment,emergency');
    const changed = { ...message, headers: { ...message.headers, 'trellis-token-purposes': 'treatment,research' } };
    expect(refusal(changed, opening)).toBe('BAD_SIGNATURE');
    const without = { ...message.headers };
    delete without['trellis-token-purposes'];
    expect(refusal({ ...message, headers: without }, opening)).toBe('MALFORMED');
    const added = sealed(signing);
    const more = { ...added.headers, 'trellis-token-purposes': 'emergency' };
    expect(refusal({ ...added, headers: more }, opening)).toBe('MALFORMED');
    expect(() => sealed(signing, { tokenPurposes: 'a\n"trellis-agency": education' })).toThrow(RangeError);
  });

  it('keeps who asks from an agency that may not know', () => {
    const message = sealed(signing, { requester: undefined, purpose: undefined });
    const seen = createReplayGuard();
    expect(openSeal(message, () => opening, { agency: 'police', now, seen })).toEqual({ disclosure: 'd-1' });
  });

  it('holds once, for five seconds, at one agency, under one key', () => {
    const message = sealed(signing);
    const seen = createReplayGuard();
    openSeal(message, () => opening, { agency: 'police', now, seen });
    expect(() => openSeal(message, () => opening, { agency: 'police', now, seen })).toThrow('REPLAYED');
    expect(refusal(message, opening, { at: now + 4_999 })).toBe('TAKEN');
    expect(refusal(message, opening, { at: now + 5_000 })).toBe('EXPIRED');
    expect(refusal(message, opening, { at: now - 1_001 })).toBe('EXPIRED');
    expect(refusal(message, opening, { agency: 'education' })).toBe('WRONG_AGENCY');
    expect(refusal(message, { ...opening, id: 'other' })).toBe('UNKNOWN_KEY');
  });

  test('every mutated seal is refused', () => {
    let mutated = 0;
    const rounds = signing.algorithm === 'ed25519' ? 2 : 8;
    for (let round = 0; round < rounds; round += 1) {
      const message = sealed(signing);
      for (const mutant of mutants(message)) {
        mutated += 1;
        const reason = refusal(mutant, opening);
        if (reason === 'TAKEN') throw new Error(`Taken: ${JSON.stringify(mutant)} for ${JSON.stringify(message)}`);
      }
    }
    expect(mutated).toBeGreaterThan(1_200);
  });
});

test('an algorithm other than the key’s is refused, whatever the signature says', () => {
  const [, [, signing]] = kinds as [(typeof kinds)[0], (typeof kinds)[1]];
  const confused = hmacKey('police', pair.publicKey.export({ type: 'spki', format: 'der' }));
  expect(refusal(sealed(confused), ed25519Key('police', pair.publicKey))).toBe('UNKNOWN_KEY');
  expect(refusal(sealed(signing), confused)).toBe('UNKNOWN_KEY');
});

test('a reference or purpose that could forge a line is not sealed', () => {
  const [[, key]] = kinds as [(typeof kinds)[0]];
  expect(() => sealed(key, { disclosure: 'd-1\n"trellis-agency": education' })).toThrow(RangeError);
  expect(() => sealed(key, { purpose: '' })).toThrow(RangeError);
});

test('a full replay guard refuses; a forgotten window is longer than a seal holds', () => {
  let elapsed = 0;
  const guard = createReplayGuard({ capacity: 2, windowMs: 10_000, elapsed: () => elapsed });
  expect([guard.take('a'), guard.take('a'), guard.take('b'), guard.take('c')]).toEqual([true, false, true, false]);
  elapsed = 10_000;
  expect([guard.take('a'), guard.take('c')]).toEqual([false, true]);
  elapsed = 30_000;
  expect(guard.take('a')).toBe(true);
});

/** Every field of a message changed: each header dropped, emptied, doubled, swapped, each character of it changed; method, path and body too. */
function* mutants(message: Message): Generator<Message> {
  for (const method of ['GET', 'post', 'PUT', '']) yield { ...message, method };
  for (const path of ['/', '/graphql/', '/graphql?x', '/GRAPHQL', '']) yield { ...message, path };
  for (const body of ['', `${message.body} `, message.body.replace('{', '['), message.body.slice(1)])
    yield { ...message, body };
  const withHeaders = (headers: Record<string, string | undefined>): Message => ({
    ...message,
    headers: headers as Record<string, string>,
  });
  for (const [name, value] of Object.entries(message.headers)) {
    const rest = Object.fromEntries(Object.entries(message.headers).filter(([other]) => other !== name));
    yield withHeaders(rest);
    for (const changed of ['', ' ', `${value} `, `${value}, ${value}`, value.toUpperCase(), `${value};x=1`])
      if (changed !== value) yield withHeaders({ ...rest, [name]: changed });
    for (let at = 0; at < value.length; at += 1) {
      const other = value[at] === 'A' ? 'B' : 'A';
      yield withHeaders({ ...rest, [name]: value.slice(0, at) + other + value.slice(at + 1) });
    }
    for (const other of Object.values(rest)) yield withHeaders({ ...rest, [name]: other });
  }
  const input = message.headers['signature-input'] ?? '';
  for (const [from, to] of [
    [/expires=(\d+)/, 'expires=9999999999'],
    [/created=\d+/, 'created=0'],
    [/ "trellis-purpose"/, ''],
    [/ "content-digest"/, ''],
    [/"@method" /, ''],
    [/\(.*\)/, '()'],
    [/alg="[^"]*"/, 'alg="none"'],
    [/;alg="[^"]*"/, ''],
  ] as const)
    yield withHeaders({ ...message.headers, 'signature-input': input.replace(from, to) });
}
