import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** The value that a YAML file holds, or every fault in it as `LINE: PLACE: MESSAGE`. */
export type ReadFile<Value> = { readonly value: Value } | { readonly faults: readonly string[] };

/** Reads a YAML file of a shape. A file that is not there is one fault. */
export function readYamlFile<Shape extends z.ZodType>(path: string, shape: Shape): ReadFile<z.output<Shape>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { faults: ['1: the file is not there, or cannot be read'] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return { faults: document.errors.map(({ pos, message }) => `${String(lines.linePos(pos[0]).line)}: ${message}`) };
  }
  const read = shape.safeParse(document.toJS());
  if (read.success) return { value: read.data };
  return {
    faults: read.error.issues.map((issue) => {
      const { path: place } = issue;
      // Of a key that does not fit zod tells why one level deeper.
      const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
      const line = lineOf(document, place, lines);
      return `${String(line)}: ${place.length > 0 ? `${place.join('.')}: ` : ''}${message}`;
    }),
  };
}

/** The line of the deepest part of a path that is there. */
function lineOf(document: Document, place: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = place.length; length > 0; length -= 1) {
    const node = document.getIn(place.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
