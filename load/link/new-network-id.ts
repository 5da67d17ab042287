import { randomBytes } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** An identifier for a child nobody has numbered: 128 random bits and two more, no meaning. */
export function newNetworkId(): string {
  return [...randomBytes(26)].map((byte) => alphabet.charAt(byte & 31)).join('');
}
