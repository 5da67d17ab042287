import { describe, expect, it } from '@jest/globals';
import { conformanceChecks } from '../../cli/conformance/run-conformance.ts';
import { readPage } from './pages.ts';

const levels = new Map(conformanceChecks.map(({ id, level }) => [id, level]));
const text = readPage('docs/protocol.md')
  .replace(/<!-- generated[\s\S]*?<!-- end -->/, '')
  .replaceAll(/```[\s\S]*?```/g, '');

interface Clause {
  readonly words: string;
  readonly level: string | undefined;
  readonly ids: readonly string[];
}

/** Every sentence and every point of a list; the points below a sentence that ends in a list of conditions are clauses like it. */
const clauses: readonly Clause[] = text
  .split(/\n\n|\n(?=(?:- |\d\. ))|(?<=[^\d][.:;]) (?=[A-Z`])/)
  .map((words) => words.replaceAll(/\s+/g, ' ').trim())
  .map((words) => ({
    words,
    level: /\b(MUST|SHOULD)\b/.exec(words)?.[1],
    ids: [...words.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].flatMap(([, id = '']) => (levels.has(id) ? id : [])),
  }));
const ofTheSeal = clauses.filter(({ words }) => /^\d\. /.test(words)).slice(0, 8);

describe('the protocol, clause by clause', () => {
  it('has a check behind every MUST and every SHOULD, or says why nobody outside can try it', () => {
    const wanted = clauses.filter(
      ({ words, level }) =>
        level !== undefined && !words.startsWith('MUST and SHOULD mean') && !/Exit code/.test(words),
    );
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter(({ words, ids }) => ids.length === 0 && !/\(not checked: .{20,}\)/.test(words))).toEqual([]);
    // A sentence that says MUST is tried by checks that fail a run.
    for (const { level, ids } of wanted.filter(({ ids: named }) => named.length > 0))
      if (level === 'MUST') expect(ids.map((id) => levels.get(id))).toContain('MUST');
  });

  it('has a check behind each of the eight conditions of a seal', () => {
    expect(ofTheSeal).toHaveLength(8);
    expect(ofTheSeal.filter(({ ids }) => ids.length === 0)).toEqual([]);
  });

  it('names every check, each where the clause is that it tries', () => {
    const named = new Set(clauses.flatMap(({ ids }) => ids));
    expect([...levels.keys()].filter((id) => !named.has(id))).toEqual([]);
  });
});
