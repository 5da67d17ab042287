const deepest = 64;

/**
 * Checks whether a value of an agency's own scalar goes out as it came in: no number that was rounded or ran over while it was read, and
 * nothing so deep that the whole answer could not be written.
 */
export function isKeptJson(value: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value === 'number' && !isKeptNumber(next.value)) return false;
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth === deepest) return false;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: next.depth + 1 });
  }
  return true;
}

/** A whole number beyond what is exact may have been another one. */
const isKeptNumber = (value: number): boolean =>
  Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
