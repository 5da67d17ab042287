/** So few characters could be anywhere by chance. */
export const shortest = 6;

/** Finds which of many values stand anywhere in a text of JSON, in one pass over the text. */
export function openFinder(values: Iterable<string>): (text: string) => readonly string[] {
  const byBeginning = new Map<string, string[]>();
  for (const value of values) {
    const written = JSON.stringify(value).slice(1, -1);
    const beginning = written.slice(0, shortest);
    const known = byBeginning.get(beginning);
    if (known) known.push(written);
    else byBeginning.set(beginning, [written]);
  }
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at <= text.length - shortest; at++) {
      for (const value of byBeginning.get(text.slice(at, at + shortest)) ?? []) {
        if (text.startsWith(value, at)) found.add(value);
      }
    }
    return [...found];
  };
}
