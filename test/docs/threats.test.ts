import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { readPage, root } from './pages.ts';

const page = 'docs/threats.md';
const lines = readPage(page).split('\n');
/** The rows of its tables without their heads, and the sentences that name tests. */
const rows = lines.filter((line, at) => {
  const isHead = /^\| *-/.test(line) || /^\| *-/.test(lines[at + 1] ?? '');
  return line.startsWith('|') ? !isHead : line.includes('.test.ts` "');
});

/** The files that a row names, each with the names of tests that stand behind it. */
function namedIn(row: string): readonly (readonly [file: string, names: readonly string[]])[] {
  const named: [string, string[]][] = [];
  for (const [, file, name] of row.matchAll(/`([\w./-]+\.test\.ts)`|"([^"]+)"/g)) {
    if (file !== undefined) named.push([file, []]);
    else if (name !== undefined) named.at(-1)?.[1].push(name);
  }
  return named;
}

const titled = new Set(['it', 'test', 'describe']);

/** The names of a file's tests and of their cases: titles, and what a row or an entry of a table begins with. */
function namesIn(file: string): ReadonlySet<string> {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const names = new Set<string>();
  const add = (node: ts.Node | undefined): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) names.add(node.text);
    // A figure in a name is written as `…`.
    if (node !== undefined && ts.isTemplateExpression(node)) {
      names.add([node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('…'));
    }
  };
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = /^\w+/.exec(node.expression.getText())?.[0] ?? '';
      if (titled.has(called)) add(node.arguments[0]);
    }
    if (ts.isArrayLiteralExpression(node)) add(node.elements[0]);
    if (ts.isPropertyAssignment(node)) add(node.name);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return names;
}

describe(page, () => {
  const named = rows.flatMap(namedIn);

  it('names tests, in every row of its tables but where it says that there is none', () => {
    const without = rows.filter(
      (row) => !row.includes('not a test') && namedIn(row).every(([, names]) => names.length === 0),
    );
    expect(without).toEqual([]);
    expect(named.filter(([, names]) => names.length === 0)).toEqual([]);
    expect(named.length).toBeGreaterThan(100);
  });

  it('names files and tests that are there', () => {
    const missing = named.flatMap(([file, names]) => {
      if (!existsSync(join(root, file))) return [file];
      const known = namesIn(file);
      return names.filter((name) => !known.has(name)).map((name) => `${file}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('has every promise and every gate of composition, once', () => {
    const first = rows.map((row) => /^\| ((?:G|SL)\d+) /.exec(row)?.[1]).filter((each) => each !== undefined);
    const all = (letters: string, last: number) =>
      Array.from({ length: last }, (_, at) => `${letters}${String(at + 1)}`);
    expect(first).toEqual([...all('G', 16), ...all('SL', 12)]);
  });
});
