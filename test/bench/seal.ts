import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createReplayGuard, ed25519Key, hmacKey, openSeal, seal, type SealKey } from '@trellis/seal';

/** CPU per seal, and per seal and opening, in microseconds: `node --import tsx test/bench/seal.ts`. */
const pair = generateKeyPairSync('ed25519');
const shared = hmacKey('police', randomBytes(32));
const kinds: [string, SealKey, SealKey, number][] = [
  ['hmac-sha256', shared, shared, 50_000],
  ['ed25519', ed25519Key('police', pair.privateKey), ed25519Key('police', pair.publicKey), 3_000],
];
const now = Date.now();
for (const size of [179, 26_000]) {
  const body = Buffer.alloc(size, 'x');
  const request = {
    method: 'POST',
    path: '/graphql',
    body,
    agency: 'police',
    disclosure: 'ref-1',
    purpose: 'treatment',
  };
  for (const [name, signing, opening, rounds] of kinds) {
    const seen = createReplayGuard({ capacity: 10 * rounds });
    const measure = (run: () => unknown): number => {
      for (let warm = 0; warm < rounds / 10; warm += 1) run();
      const start = process.cpuUsage();
      for (let round = 0; round < rounds; round += 1) run();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / rounds;
    };
    const sealing = measure(() => seal(request, signing, now));
    const both = measure(() =>
      openSeal({ ...request, headers: seal(request, signing, now) }, () => opening, { agency: 'police', now, seen }),
    );
    console.log(`${name}, ${size} B: seal ${sealing.toFixed(1)} µs, seal and open ${both.toFixed(1)} µs`);
  }
}
