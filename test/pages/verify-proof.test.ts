import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { verifyProof, type ShownEntry } from '../../apps/console/seen/verify-proof.ts';

const sha = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafOf = (body: string): Buffer => sha(Uint8Array.of(0), Buffer.from(body));
const pairOf = (left: Buffer, right: Buffer): Buffer => sha(Uint8Array.of(1), left, right);
const splitOf = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

/** RFC 9162's definitions of a tree's hash and of a path in it (2.1.1, 2.1.3.1), word for word. */
function root(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return pairOf(root(leaves.slice(0, split)), root(leaves.slice(split)));
}
function path(index: number, leaves: readonly Buffer[]): readonly Buffer[] {
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  return index < split
    ? [...path(index, leaves.slice(0, split)), root(leaves.slice(split))]
    : [...path(index - split, leaves.slice(split)), root(leaves.slice(0, split))];
}

const shown: ShownEntry = {
  at: '2026-11-29T12:00:00.000Z',
  purpose: 'treatment',
  requester: { agency: 'police', role: 'officer', user: 'po' },
  categories: ['identity.name'],
  summarised: ['police.risk'],
  ruleSet: 1,
};
const bodyOf = (entry: ShownEntry): string =>
  JSON.stringify({
    ...entry,
    categories: { FULL: entry.categories, SUMMARY: [...entry.categories, ...entry.summarised] },
    summarised: undefined,
    requester: { ...entry.requester, kind: 'worker' },
  });
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function proofOf(index: number, size: number) {
  const bodies = Array.from({ length: size }, (_, at) => (at === index ? bodyOf(shown) : `other ${String(at)}`));
  const leaves = bodies.map(leafOf);
  return {
    index,
    size,
    body: bodyOf(shown),
    proof: path(index, leaves).map(base64),
    checkpoint: { size, root: base64(root(leaves)), at: '', keyId: '', signature: '' },
  };
}

describe('the proof that a page works out itself', () => {
  it('holds for every place in trees of every size, and for none once anything of it is another', async () => {
    for (let size = 1; size <= 40; size += 1) {
      for (let index = 0; index < size; index += 1 + Math.floor(size / 8)) {
        const proof = proofOf(index, size);
        const verdict = (changed: object, as = shown) => verifyProof(JSON.stringify({ ...proof, ...changed }), as);
        expect(await verdict({})).toBe('HOLDS');
        const wrong = [
          { index: size },
          { body: bodyOf({ ...shown, purpose: 'placement' }) },
          { proof: [...proof.proof, base64(leafOf('x'))] },
          { checkpoint: { ...proof.checkpoint, root: base64(leafOf('x')) } },
          { checkpoint: { ...proof.checkpoint, size: size + 1 } },
          ...(size > 1
            ? [
                { proof: proof.proof.slice(1) },
                { proof: [base64(leafOf('x')), ...proof.proof.slice(1)] },
                { index: index ^ 1 },
              ]
            : []),
        ];
        for (const each of wrong)
          expect([size, index, each, await verdict(each)]).toEqual([size, index, each, 'FAILS']);
      }
    }
  });

  it.each<[string, Partial<ShownEntry>]>([
    ['time', { at: '2026-11-29T12:00:01.000Z' }],
    ['purpose', { purpose: 'placement' }],
    ['user', { requester: { agency: 'police', role: 'officer', user: 'another' } }],
    ['role', { requester: { agency: 'police', role: 'chief', user: 'po' } }],
    ['agency', { requester: { agency: 'school', role: 'officer', user: 'po' } }],
    ['category', { categories: ['identity.name', 'identity.contact'] }],
    ['summary', { summarised: [] }],
    ['rule set', { ruleSet: 2 }],
  ])('does not hold for an entry that is shown with another %s', async (_name, change) => {
    expect(await verifyProof(JSON.stringify(proofOf(2, 5)), { ...shown, ...change })).toBe('FAILS');
  });

  it('is none where there is none, and fails where it cannot be read', async () => {
    expect(await verifyProof(null, shown)).toBe('NONE');
    for (const text of ['', '{}', '[]', 'null', '{"index":0}']) expect(await verifyProof(text, shown)).toBe('FAILS');
  });
});
