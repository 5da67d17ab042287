import { hash } from 'node:crypto';
import { Buffer } from 'node:buffer';

/** A SHA-256 digest. */
export type Hash = Buffer;

export const hashLength = 32;
const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** RFC 9162 §2.1.1: the hash of a leaf, `SHA-256(0x00 || data)`. */
export function leafHash(data: Uint8Array | string): Hash {
  return hash(
    'sha256',
    Buffer.concat([leafPrefix, typeof data === 'string' ? Buffer.from(data, 'utf8') : data]),
    'buffer',
  );
}

/** RFC 9162 §2.1.1: the hash of a node, `SHA-256(0x01 || left || right)`. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Hash {
  return hash('sha256', Buffer.concat([nodePrefix, left, right]), 'buffer');
}

/** The root of a tree without leaves: the hash of nothing. */
export const emptyRoot: Hash = hash('sha256', '', 'buffer');
