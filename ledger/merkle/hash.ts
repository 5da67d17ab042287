import { createHash } from 'node:crypto';

/** RFC 9162 §2.1.1: the hash of an empty tree is that of an empty string. */
export const emptyRoot: Uint8Array = createHash('sha256').digest();

/** 0x00 before a leaf and 0x01 before a pair, so that neither can be taken for the other. */
export function hashLeaf(body: Uint8Array | string): Uint8Array {
  return createHash('sha256').update(Uint8Array.of(0)).update(body).digest();
}

export function hashPair(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}
