/** The rule in whose lines a place of the text lies, and the words that stand there; no rule where it lies outside them. */
export function ruleAt(yaml: string, line: number): { readonly id: string | undefined; readonly words: string } {
  const lines = yaml.split('\n');
  const from = lines.findIndex((each) => /^rules:/.test(each));
  let id: string | undefined;
  for (let at = Math.min(line, lines.length) - 1; from >= 0 && at > from; at -= 1) {
    if (/^[A-Za-z]/.test(lines[at] ?? '')) break;
    id = /^ {2}- id: (\S+)/.exec(lines[at] ?? '')?.[1];
    if (id !== undefined) break;
  }
  return { id, words: (lines[line - 1] ?? '').trim() };
}
