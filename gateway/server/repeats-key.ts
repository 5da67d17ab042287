/** Strings, with what follows one that is a key, and what opens and closes objects and lists. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[[\]{}]/gs;

/**
 * Checks whether some object of a JSON text, which must be well-formed, has a key twice: each reader takes another of the two. One look at each
 * character.
 */
export function repeatsKey(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, colon] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const key = keyOf(token.slice(0, token.length - colon.length));
      const keys = open.at(-1);
      if (keys?.has(key)) return true;
      keys?.add(key);
    }
  }
  return false;
}

/** An escape may spell any letter: `"query"` is one key, however it is written. */
function keyOf(string: string): string {
  return string.includes('\\') ? (JSON.parse(string) as string) : string.slice(1, -1);
}
