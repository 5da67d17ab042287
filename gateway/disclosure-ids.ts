import { createHmac, randomUUID } from 'node:crypto';

/**
 * Allots the ids of disclosures: 122 random bits as a UUID. With a seed (development and tests only) the same ones in the same
 * order, so that two runs can be compared byte for byte.
 */
export function disclosureIds(seed?: string): () => string {
  if (seed === undefined) return () => randomUUID();
  let allotted = 0;
  return () => {
    allotted += 1;
    const hex = createHmac('sha256', seed).update(String(allotted)).digest('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  };
}
