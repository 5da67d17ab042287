import { describe, expect, it } from '@jest/globals';
import { CompactTree } from './compact-tree.ts';
import { hashLeaf } from './hash.ts';
import { consistencyProof, inclusionProof, rangeHash, type NodeHash } from './tree.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

/** Leaves, roots and proofs as Certificate Transparency's reference implementations publish them for RFC 6962, whose hashing RFC 9162 keeps. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const [first, pair] = ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', roots[1] ?? ''];
const upper = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const second = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const fifth = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const sevenEight = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const fiveSix = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const four = roots[3] ?? '';

/** Leaf (from 0), size of the tree, proof. */
const inclusions: readonly [number, number, readonly string[]][] = [
  [0, 1, []],
  [0, 8, [first, second, upper]],
  [5, 8, [fifth, sevenEight, four]],
  [2, 3, [pair]],
  [1, 5, [roots[0] ?? '', second, fifth]],
];
/** Size of the earlier tree, of the later, proof. */
const consistencies: readonly [number, number, readonly string[]][] = [
  [1, 1, []],
  [1, 8, [first, second, upper]],
  [6, 8, [fiveSix, sevenEight, four]],
  [2, 5, [second, fifth]],
];

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
const leaves = inputs.map((input) => hashLeaf(bytes(input)));
const rootOf = (size: number): Uint8Array => bytes(roots[size - 1] ?? '');
const node: NodeHash = (level, index) => {
  const tree = new CompactTree();
  leaves.slice(index * 2 ** level, (index + 1) * 2 ** level).forEach((leaf) => tree.add(leaf));
  return tree.root();
};

/** A proof made wrong in every way that the reference tests try. */
function* wrong(proof: readonly Uint8Array[]): Generator<readonly Uint8Array[]> {
  yield [...proof, new Uint8Array()];
  yield [...proof, rootOf(8)];
  yield [new Uint8Array(32), ...proof];
  yield [...proof, ...proof.slice(-1), rootOf(3)];
  for (let at = 0; at < proof.length; at++) {
    yield proof.filter((_, index) => index !== at);
    for (const bit of [0, 100, 255]) {
      yield proof.map((hash, index) =>
        index === at ? hash.map((byte, place) => (place === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)) : hash,
      );
    }
  }
  if (proof.length > 1) yield [...proof].reverse();
}

describe('the published vectors', () => {
  it.each(inclusions)('of inclusion: leaf %i of %i', (index, size, published) => {
    const proof = published.map(bytes);
    expect(inclusionProof(node, index, size).map(hex)).toEqual(published);
    const leaf = leaves[index] as Uint8Array;
    expect(verifyInclusion(leaf, index, size, proof, rootOf(size))).toBe(true);
    for (const each of wrong(proof)) expect(verifyInclusion(leaf, index, size, each, rootOf(size))).toBe(false);
    for (const at of [index - 1, index + 1, index ^ 2, size, 2 ** 53]) {
      expect(verifyInclusion(leaf, at, size, proof, rootOf(size))).toBe(false);
    }
    for (const other of [size * 2, Math.floor(size / 2), 0]) {
      expect(verifyInclusion(leaf, index, other, proof, rootOf(size))).toBe(false);
    }
    expect(verifyInclusion(hashLeaf('other'), index, size, proof, rootOf(size))).toBe(false);
    expect(verifyInclusion(leaf, index, size, proof, new Uint8Array(32))).toBe(false);
  });

  it.each(consistencies)('of consistency: from %i to %i', (from, to, published) => {
    const proof = published.map(bytes);
    expect(consistencyProof(node, from, to).map(hex)).toEqual(published);
    expect(verifyConsistency(from, to, proof, rootOf(from), rootOf(to))).toBe(true);
    for (const each of wrong(proof)) expect(verifyConsistency(from, to, each, rootOf(from), rootOf(to))).toBe(false);
    for (const [a, b] of [
      [from - 1, to],
      [from + 1, to],
      [from, to * 2],
      [from, Math.floor(to / 2)],
      [to, from],
    ] as const) {
      if (a !== from || b !== to)
        expect(verifyConsistency(a, b, proof, rootOf(from), rootOf(to))).toBe(from === to && a === to && b === from);
    }
    expect(verifyConsistency(from, to, proof, rootOf(7), rootOf(to))).toBe(false);
    expect(verifyConsistency(from, to, proof, rootOf(from), rootOf(7))).toBe(false);
    if (from !== to) expect(verifyConsistency(from, to, proof, rootOf(to), rootOf(from))).toBe(false);
  });

  it('of roots, for every size', () => {
    for (let size = 1; size <= 8; size++) expect(hex(rangeHash(node, 0, size))).toBe(roots[size - 1]);
  });
});
