import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { NetworkFolderError } from '@trellis/vocabulary';
import { isNode, LineCounter, parseDocument } from 'yaml';

/** A place in a file of sharing rules. */
export interface RulePlace {
  readonly file: string;
  readonly line: number;
}

type Path = readonly (string | number)[];

/** A file of sharing rules, read. */
export interface RuleSource {
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
  /** The line of the deepest part of a path that is there. */
  lineOf(path: Path): number;
}

/**
 * Reads a file of sharing rules.
 *
 * @throws {NetworkFolderError} where it is not there, or is no YAML.
 */
export function readRuleSource(folder: string, file: string): RuleSource {
  const name = relative(folder, file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new NetworkFolderError(folder, [
      `${name} is not there, or cannot be read: write it, or correct \`rules\` in network.yaml.`,
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const { errors } = document;
  const lineAt = (offset: number): string => String(lines.linePos(offset).line);
  if (errors.length > 0)
    throw new NetworkFolderError(
      folder,
      // What follows from the first would be told as faults of lines that have none.
      errors.slice(0, 1).map(({ pos, message }) => `${name}:${lineAt(pos[0])}: ${message}`),
    );
  return {
    file,
    text,
    data: document.toJS() as unknown,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}

/** The sources of the parts of one rule set: where a part stands, though files were put together and parts left out. */
export class RuleOrigins {
  readonly #of = new WeakMap<object, { readonly source: RuleSource; readonly path: Path }>();

  /** Notes each list and mapping of a file. */
  add(source: RuleSource, part: unknown = source.data, path: Path = []): void {
    if (typeof part !== 'object' || part === null) return;
    this.#of.set(part, { source, path });
    const isList = Array.isArray(part);
    for (const [key, value] of Object.entries(part)) this.add(source, value, [...path, isList ? Number(key) : key]);
  }

  /** Says that a part was made from another. */
  move(from: object, to: object): void {
    const origin = this.#of.get(from);
    if (origin !== undefined) this.#of.set(to, origin);
  }

  /** The place of a part. */
  of(part: object): RulePlace | undefined {
    const origin = this.#of.get(part);
    return origin && { file: origin.source.file, line: origin.source.lineOf(origin.path) };
  }

  /** The place of what stands at a path of the rule set that was put together, such as `rules.3.basis`; of what is not there, where it would stand. */
  placeOf(rules: unknown, path: string, otherwise: RuleSource): RulePlace {
    const steps = path === '' ? [] : path.split('.');
    let part = rules;
    let best: { readonly source: RuleSource; readonly path: Path } = { source: otherwise, path: [] };
    for (const [at, step] of steps.entries()) {
      const origin = typeof part === 'object' && part !== null ? this.#of.get(part) : undefined;
      if (origin !== undefined) best = { source: origin.source, path: [...origin.path, ...asKeys(steps.slice(at))] };
      part = typeof part === 'object' && part !== null ? (part as Readonly<Record<string, unknown>>)[step] : undefined;
    }
    if (typeof part === 'object' && part !== null) best = this.#of.get(part) ?? best;
    return { file: best.source.file, line: best.source.lineOf(best.path) };
  }
}

function asKeys(steps: readonly string[]): Path {
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
