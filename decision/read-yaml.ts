import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Sentence } from './sentence.ts';
import { yamlSentence } from './yaml-sentence.ts';

/** A YAML text read into plain data, with the place of each path. */
export interface ReadYaml {
  readonly data: unknown;
  place(path: readonly PropertyKey[]): { line: number; column: number };
  readonly problems: readonly { line: number; column: number; message: Sentence }[];
}

const most = { bytes: 10_000_000, depth: 40, aliases: 2000 };

/** Reads YAML that may be hostile: too large or too deep a text is refused before the parser, which recurses, sees it. */
export function readYaml(text: string): ReadYaml {
  const refused = (line: number, message: Sentence): ReadYaml => ({
    data: undefined,
    place: () => ({ line, column: 1 }),
    problems: [{ line, column: 1, message }],
  });
  if (text.length > most.bytes)
    return refused(1, {
      en: `the text is larger than ${most.bytes} characters`,
      fr: `le texte a plus de ${most.bytes} caractères`,
    });
  const deep = tooDeepLine(text);
  if (deep !== undefined)
    return refused(deep, {
      en: `the text is nested deeper than ${most.depth}`,
      fr: `le texte a plus de ${most.depth} niveaux d'imbrication`,
    });

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, merge: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const problems = [...document.errors, ...document.warnings].map((each) => ({
    ...at(each.pos[0]),
    message: yamlSentence(each),
  }));
  if (problems.length > 0) return { data: undefined, place: () => at(0), problems };
  try {
    const data: unknown = document.toJS({ maxAliasCount: most.aliases });
    return { data, place: (path) => at(offsetOf(document, path)), problems };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Aliases that multiply, and nothing else, are found only now.
    return refused(1, yamlSentence({ code: 'BAD_ALIAS', message: error.message }));
  }
}

/** The offset at which the deepest node on this path that exists begins. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const [start]: unknown[] = node.range;
      if (typeof start === 'number') return start;
    }
  }
  return 0;
}

/** The first line whose brackets, indentation or stacked dashes nest too deep. Counts brackets in strings too: no sentence needs forty open. */
function tooDeepLine(text: string): number | undefined {
  let open = 0;
  let line = 0;
  for (const content of text.split('\n')) {
    line += 1;
    const lead = /^(?:[ \t]|[-?:] )*/.exec(content)?.[0].length ?? 0;
    for (const character of content) {
      if (character === '[' || character === '{') open += 1;
      else if (character === ']' || character === '}') open = Math.max(0, open - 1);
      if (open > most.depth) return line;
    }
    if (lead > most.depth * 4) return line;
  }
  return undefined;
}
