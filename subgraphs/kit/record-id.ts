import { createHash } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * An identifier for a record that has none of its own in the network: the same for the same parts (agency, kind of record, source, the id
 * it has there), in the form of a NetworkId.
 */
export function recordId(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  let bits = 0n;
  for (const byte of digest.subarray(0, 17)) bits = (bits << 8n) | BigInt(byte);
  let id = '';
  for (let at = 0; at < 26; at += 1) id = `${alphabet[Number((bits >> BigInt(5 * at)) & 31n)] ?? ''}${id}`;
  return id;
}
