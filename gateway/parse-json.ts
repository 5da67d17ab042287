const inherited: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses JSON of an untrusted sender. Throws SyntaxError where it is none, and where an object in it has a key that could reach
 * what objects inherit. Only a text that could hold such a key is walked; almost none does.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (mayNameInherited(text)) refuseInherited(value);
  return value;
}

/** `__proto__` and `prototype` share a part. An escape may spell any letter, so a text with one is walked too. */
function mayNameInherited(text: string): boolean {
  return /proto|constructor|\\u00/.test(text);
}

function refuseInherited(value: unknown): void {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    for (const key of Object.keys(next)) {
      if (!Array.isArray(next) && inherited.has(key)) throw new SyntaxError('A key of the reply is refused.');
      open.push((next as Record<string, unknown>)[key]);
    }
  }
}
