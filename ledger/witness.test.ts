import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { signCheckpoint, type Checkpoint } from './checkpoint.ts';
import { hashLeaf } from './merkle/hash.ts';
import { LeafHashes } from './merkle/leaf-hashes.ts';
import { rangeHash } from './merkle/tree.ts';
import { faultsOfProof, makeConsistencyProof, makeInclusionProof, readProof } from './proof.ts';
import { readWitness, witness } from './witness.ts';

const [first, second] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
const keys = new Map([
  ['key-1', first.publicKey],
  ['key-2', second.publicKey],
]);
const bodies = Array.from({ length: 40 }, (_, index) => `entry ${String(index)}`);
const leavesOf = (from: readonly string[]): LeafHashes => {
  const leaves = new LeafHashes();
  from.forEach((body) => leaves.add(hashLeaf(body)));
  return leaves;
};
const leaves = leavesOf(bodies);
const sign = (over: LeafHashes, size: number, which: 1 | 2 = 1): Checkpoint =>
  signCheckpoint(
    { size, root: Buffer.from(rangeHash(over.node, 0, size)).toString('base64'), at: '2026-03-03T12:00:00.000Z' },
    { id: `key-${String(which)}`, privateKey: which === 1 ? first.privateKey : second.privateKey },
  );
const [early, late] = [sign(leaves, 7), sign(leaves, 33, 2)];
const proof = makeConsistencyProof(leaves.node, 7, late);
const file = (...checkpoints: readonly Checkpoint[]): string =>
  checkpoints.map((each) => `${JSON.stringify(each)}\n`).join('');
const outcome = (handed: unknown, ...kept: readonly Checkpoint[]) => witness(JSON.stringify(handed), keys, kept);
const isKept = (handed: unknown, ...kept: readonly Checkpoint[]): boolean => 'keep' in outcome(handed, ...kept);

describe('a witness', () => {
  it('keeps the first checkpoint it is handed, and then what follows from it, also where the key is another', () => {
    expect(outcome(early)).toEqual({ keep: early });
    expect(outcome(proof, early)).toEqual({ keep: late });
    expect(outcome(late, early, late)).toEqual({ keep: late });
    expect(readWitness(file(early, late))).toEqual([early, late]);
    expect(readWitness('')).toEqual([]);
  });

  it('keeps anything signed after a checkpoint over nothing', () => {
    const nothing = sign(leavesOf([]), 0);
    expect(outcome(nothing)).toEqual({ keep: nothing });
    expect(outcome(late, nothing)).toEqual({ keep: late });
  });

  it('keeps nothing that is not signed by a key it knows, as it stands', () => {
    expect(isKept({ ...early, size: 8 })).toBe(false);
    expect(isKept({ ...early, keyId: 'key-2' })).toBe(false);
    expect(isKept({ ...early, keyId: 'key-3' })).toBe(false);
    expect(isKept({ ...proof, checkpoint: { ...late, at: '2026-03-04T12:00:00.000Z' } }, early)).toBe(false);
  });

  it('keeps no other history, whoever signed it', () => {
    const other = leavesOf(bodies.map((body, index) => (index < 5 ? body : `other ${body}`)));
    expect(isKept(sign(other, 7), early)).toBe(false);
    expect(isKept(makeConsistencyProof(other.node, 7, sign(other, 33)), early)).toBe(false);
    // Not one that was proved from another than what was kept, nor an old backup's.
    expect(isKept(late, early)).toBe(false);
    expect(isKept(makeConsistencyProof(leaves.node, 6, late), early)).toBe(false);
    expect(isKept(early, early, late)).toBe(false);
    expect(isKept(makeConsistencyProof(leaves.node, 7, sign(leaves, 20)), early, late)).toBe(false);
  });

  it.each(['', 'x', '[]', '{"size":1}', JSON.stringify(makeInclusionProof(leaves.node, 3, bodies[3] ?? '', late))])(
    'keeps nothing where it is handed %s',
    (handed) => expect('keep' in witness(handed, keys, [early])).toBe(false),
  );

  it('is none any more once its file was damaged', () => {
    const whole = file(early, late);
    expect(readWitness(whole.slice(0, -3))).toBeUndefined();
    expect(readWitness(whole.replace('"size"', '"sise"'))).toBeUndefined();
  });
});

describe('a proof that is verified by itself', () => {
  const entry = makeInclusionProof(leaves.node, 12, bodies[12] ?? '', late);
  it('holds as it was made, and as it was written and read', () => {
    for (const each of [entry, proof]) {
      expect(faultsOfProof(each, keys, [early])).toEqual([]);
      expect(readProof(JSON.parse(JSON.stringify(each)))).toEqual(each);
    }
    expect(readProof({ ...entry, proof: ['!'] })).toBeUndefined();
  });

  it.each([
    ['another entry', { ...entry, body: 'entry 13' }],
    ['another place', { ...entry, index: 13 }],
    ['another size', { ...entry, size: 32 }],
    ['a hash less', { ...entry, proof: entry.proof.slice(1) }],
    ['another checkpoint', { ...entry, checkpoint: early }],
    ['an earlier tree that was never kept', { ...proof, first: 6 }],
    ['a consistency without its hashes', { ...proof, proof: [] }],
  ])('does not hold for %s', (_what, each) => expect(faultsOfProof(each, keys, [early])).not.toEqual([]));

  it('does not hold beside a checkpoint of another history', () => {
    const other = sign(leavesOf(bodies.map((body) => `other ${body}`)), 33);
    expect(faultsOfProof(entry, keys, [other])).toEqual([
      'Another tree of 33 entries was signed before: two histories were told.',
    ]);
    expect(faultsOfProof(proof, keys, [])).toEqual(['No checkpoint over 7 entries was kept.']);
  });
});
