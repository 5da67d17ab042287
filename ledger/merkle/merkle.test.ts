import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@noble/hashes/sha2.js';
import { CompactTree } from './compact-tree.ts';
import { emptyRoot, hashLeaf, hashPair } from './hash.ts';
import { consistencyProof, inclusionProof, rangeHash } from './tree.ts';
import type { NodeHash } from './tree.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The leaves and roots that Certificate Transparency's reference implementations publish for RFC 6962 trees of 0 to 8 leaves. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = inputs.map((input) => hashLeaf(Buffer.from(input, 'hex')));

/** RFC 9162's definition of a tree's hash, word for word, with another library's sha-256. */
function naiveRoot(over: readonly Uint8Array[]): Uint8Array {
  if (over.length === 0) return sha256(new Uint8Array());
  if (over.length === 1) return over[0] as Uint8Array;
  let split = 1;
  while (split * 2 < over.length) split *= 2;
  return sha256(Uint8Array.of(1, ...naiveRoot(over.slice(0, split)), ...naiveRoot(over.slice(split))));
}

const many = Array.from({ length: 70 }, (_, index) => hashLeaf(String(index)));
const nodeOver =
  (all: readonly Uint8Array[]): NodeHash =>
  (level, index) =>
    naiveRoot(all.slice(index * 2 ** level, (index + 1) * 2 ** level));

describe('the published trees', () => {
  it.each(roots.map((root, size) => [size, root]))('of %i leaves have the published root', (size, root) => {
    const tree = new CompactTree();
    leaves.slice(0, Number(size)).forEach((leaf) => tree.add(leaf));
    expect(hex(tree.root())).toBe(root);
    expect(hex(rangeHash(nodeOver(leaves), 0, Number(size)))).toBe(root);
  });

  it('have the published inclusion proof of the first of eight', () => {
    expect(inclusionProof(nodeOver(leaves), 0, 8).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
  });

  it('keep leaves and pairs apart', () => {
    const [left, right] = [many[0] as Uint8Array, many[1] as Uint8Array];
    expect(hex(hashLeaf(Buffer.concat([left, right])))).not.toBe(hex(hashPair(left, right)));
    expect(hex(emptyRoot)).toBe(roots[0]);
  });
});

describe('proofs', () => {
  it('of inclusion hold for every leaf of every size, and for no other leaf, place, size or root', () => {
    for (let size = 1; size <= many.length; size++) {
      const node = nodeOver(many.slice(0, size));
      const root = naiveRoot(many.slice(0, size));
      for (let index = 0; index < size; index += 1 + Math.floor(size / 9)) {
        const proof = inclusionProof(node, index, size);
        const leaf = many[index] as Uint8Array;
        expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true);
        expect(verifyInclusion(hashLeaf('other'), index, size, proof, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, proof, hashLeaf('other'))).toBe(false);
        expect(verifyInclusion(leaf, index, size, [...proof, leaf], root)).toBe(false);
        if (proof.length > 0) {
          expect(verifyInclusion(leaf, index, size, proof.slice(1), root)).toBe(false);
          expect(verifyInclusion(leaf, index ^ 1, size, proof, root)).toBe(false);
          expect(verifyInclusion(leaf, index, size, [hashLeaf('other'), ...proof.slice(1)], root)).toBe(false);
        }
      }
    }
  });

  it('of consistency hold from every size to every later one, and for no other root', () => {
    for (let second = 1; second <= many.length; second += 3) {
      for (let first = 1; first <= second; first++) {
        const proof = consistencyProof(nodeOver(many.slice(0, second)), first, second);
        const [from, to] = [naiveRoot(many.slice(0, first)), naiveRoot(many.slice(0, second))];
        expect(verifyConsistency(first, second, proof, from, to)).toBe(true);
        expect(verifyConsistency(first, second, proof, hashLeaf('other'), to)).toBe(false);
        expect(verifyConsistency(first, second, proof, from, hashLeaf('other'))).toBe(false);
        expect(verifyConsistency(first, second, [...proof, from], from, to)).toBe(false);
        if (proof.length > 0) expect(verifyConsistency(first, second, proof.slice(1), from, to)).toBe(false);
      }
    }
    expect(verifyConsistency(0, 5, [], emptyRoot, naiveRoot(many.slice(0, 5)))).toBe(false);
  });
});
