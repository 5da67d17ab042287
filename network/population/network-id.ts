import type { Random } from './random.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** A network identifier: 26 letters of base32, with no meaning. */
export function drawNetworkId(random: Random): string {
  return Array.from({ length: 26 }, () => alphabet.charAt(random.between(0, 31))).join('');
}
