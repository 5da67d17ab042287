import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createReplayGuard, ed25519Key, hmacKey, openSeal, seal, type SealKey } from '@trellis/seal';
import { measureCpu } from './measure-cpu.ts';

export interface SealResult {
  readonly algorithm: string;
  readonly bytes: number;
  /** CPU microseconds. */
  readonly seal: number;
  readonly sealAndOpen: number;
}

/** What sealing a request costs the gateway, and opening it the agency, for a small and a large body. */
export function benchSeal(log: (line: string) => void): readonly SealResult[] {
  const pair = generateKeyPairSync('ed25519');
  const shared = hmacKey('police', randomBytes(32));
  const kinds: [string, SealKey, SealKey, number][] = [
    ['hmac-sha256', shared, shared, 50_000],
    ['ed25519', ed25519Key('police', pair.privateKey), ed25519Key('police', pair.publicKey), 3_000],
  ];
  const now = Date.now();
  return [179, 26_000].flatMap((bytes) =>
    kinds.map(([algorithm, signing, opening, calls]) => {
      const body = Buffer.alloc(bytes, 'x');
      const request = {
        method: 'POST',
        path: '/graphql',
        body,
        agency: 'police',
        disclosure: 'ref-1',
        purpose: 'treatment',
      };
      const seen = createReplayGuard({ capacity: 10 * calls });
      const sealing = measureCpu(calls, () => seal(request, signing, now));
      const both = measureCpu(calls, () =>
        openSeal({ ...request, headers: seal(request, signing, now) }, () => opening, { agency: 'police', now, seen }),
      );
      log(`  ${algorithm}, ${bytes} B: seal ${sealing.toFixed(1)} µs, seal and open ${both.toFixed(1)} µs`);
      return { algorithm, bytes, seal: sealing, sealAndOpen: both };
    }),
  );
}
