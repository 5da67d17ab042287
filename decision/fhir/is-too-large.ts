const mostValues = 20_000;
const mostDepth = 40;
const mostCharacters = 1_000_000;

/** Checks whether a JSON value is larger or deeper than any consent is; counted without recursion, and no further than the limit. */
export function isTooLarge(json: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  let values = 0;
  let characters = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value === 'string') characters += next.value.length;
    if (++values > mostValues || next.depth > mostDepth || characters > mostCharacters) return true;
    if (typeof next.value !== 'object' || next.value === null) continue;
    const inner: unknown[] = Object.values(next.value);
    if (inner.length > mostValues) return true;
    for (const value of inner) open.push({ value, depth: next.depth + 1 });
  }
  return false;
}
