import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import fc from 'fast-check';
import { getIntrospectionQuery, parse } from 'graphql';
import { TrellisError } from '../errors.ts';
import { edgeLimits } from './edge-limits.ts';
import { checkLimits } from './limits.ts';
import { measureDocument } from './measure-document.ts';

const limits = edgeLimits(vocabulary.limits);
const child = (inside: string) => `{ child(id: "${'a'.repeat(26)}") { ${inside} } }`;
const nested = (levels: number, inside = 'x') => 'a { '.repeat(levels) + inside + ' }'.repeat(levels);
const bomb = (levels: number) =>
  `{ child(id: "1") { ...F0 } } ${Array.from({ length: levels }, (_, level) => {
    const below = level + 1 < levels ? `...F${String(level + 1)}` : 'id';
    return `fragment F${String(level)} on Child { a { ${below} } b { ${below} } }`;
  }).join('\n')}`;

function refusal(source: string) {
  try {
    checkLimits(source, limits);
  } catch (error) {
    if (error instanceof TrellisError) return { code: error.code, ...error.details };
    throw error;
  }
  return undefined;
}

describe('checkLimits', () => {
  it('passes an ordinary operation, frozen, with its cost', () => {
    const { document, cost } = checkLimits(
      `${child('id protection { status } ...N')} fragment N on Child { names }`,
      limits,
    );
    expect(cost).toBe(6);
    expect(Object.isFrozen(document.definitions[0])).toBe(true);
    expect(document.loc).toBeUndefined();
  });

  it('passes the standard introspection query, and nothing else so deep', () => {
    expect(refusal(getIntrospectionQuery())).toBeUndefined();
    expect(refusal(child(nested(15)))).toMatchObject({ limit: 'depth' });
    expect(refusal(`{ __schema { ${nested(25)} } }`)).toMatchObject({ limit: 'depth' });
    expect(refusal(child(`__schema { ${nested(12)} }`))).toMatchObject({ limit: 'depth' });
    expect(refusal(`{ ...F } fragment F on Query { __schema: child { ${nested(12)} } }`)).toMatchObject({
      limit: 'depth',
    });
  });

  it.each<[string, string, object]>([
    ['bytes', child('#'.padEnd(100_001, '#')), { limit: 'bodyBytes', allowed: 100_000 }],
    ['tokens', child('id '.repeat(2_000)), { limit: 'tokens', allowed: 2_000 }],
    [
      '2,000 aliases',
      child(Array.from({ length: 2_000 }, (_, n) => `a${String(n)}: id`).join(' ')),
      { limit: 'tokens' },
    ],
    ['depth 13', child(nested(11)), { limit: 'depth', allowed: 12 }],
    [
      'depth 13 through fragments',
      `${child('...A')} fragment A on Child { ${nested(6, '...B')} } fragment B on Child { ${nested(5)} }`,
      { limit: 'depth' },
    ],
    ['depth 1,500', child(nested(900)), { limit: 'depth', allowed: 12 }],
    ['15 kB of brackets', `{ child(id: ${'['.repeat(15_000)}`, { limit: 'depth' }],
    ['15 kB of braces in a value', `{ child(id: ${'{a:'.repeat(5_000)}`, { limit: 'depth' }],
    ['a bomb of 14 levels', bomb(14), { limit: 'expandedSelections', allowed: 5_000 }],
    ['a bomb of 60 levels', bomb(60), { limit: 'expandedSelections' }],
    [
      '31 aliases',
      child(Array.from({ length: 31 }, (_, n) => `a${String(n)}: id`).join(' ')),
      { limit: 'aliases', allowed: 30 },
    ],
    [
      '32 aliases, expanded',
      `${child('w { ...A } x { ...A } y { ...A } z { ...A }')} fragment A on Child { ${'abcdefgh'.replace(/./g, '$&: id ')} }`,
      { limit: 'aliases' },
    ],
    ['a field 201 times', child('id '.repeat(201)), { limit: 'sameNames', allowed: 200 }],
    [
      'a field 201 times, in fragments that nobody spreads',
      `${child('id')} fragment A on Child { ${'id '.repeat(100)} } fragment B on Child { ... { ${'name: id name '.repeat(100)} name } }`,
      { limit: 'sameNames' },
    ],
    ['11 root fields', `{ ${'child '.repeat(11)} }`, { limit: 'rootFields', allowed: 10 }],
    ['12 root fields, expanded', `{ ...A ...A ... { ...A } } fragment A on Query { a b c d }`, { limit: 'rootFields' }],
    ['a list of 101', `{ children(ids: [${'"a" '.repeat(101)}]) { id } }`, { limit: 'listArguments', allowed: 100 }],
    ['a nested list of 101', `{ children(ids: [{ a: [${'"a" '.repeat(101)}] }]) { id } }`, { limit: 'listArguments' }],
    [
      'a default list of 101',
      `query ($i: [ID!] = [${'"a" '.repeat(101)}]) { children(ids: $i) { id } }`,
      { limit: 'listArguments' },
    ],
    ['51 directives', child('id @skip(if: false) '.repeat(51)), { limit: 'directives', allowed: 50 }],
    ['a long literal', `{ child(id: "${'a'.repeat(10_001)}") { id } }`, { limit: 'stringLength', allowed: 10_000 }],
    ['a fragment in itself', `${child('...A')} fragment A on Child { ...A }`, { reason: 'FRAGMENT_CYCLE' }],
    [
      'fragments in a ring',
      `${child('...A')} fragment A on Child { x { ...B } } fragment B on Child { ...A }`,
      { reason: 'FRAGMENT_CYCLE' },
    ],
    [
      'a ring nothing spreads',
      `${child('id')} fragment A on Child { ...B } fragment B on Child { ...A }`,
      { reason: 'FRAGMENT_CYCLE' },
    ],
    ['no GraphQL', '{ child( }', { reason: 'SYNTAX', location: { line: 1, column: 10 } }],
    ['no characters of GraphQL', '{ child(id: \u0000) }', { reason: 'SYNTAX' }],
    ['nothing', '', { reason: 'SYNTAX' }],
  ])('refuses %s', (_name, source, expected) => {
    expect(refusal(source)).toMatchObject(expected);
  });

  it('follows a long chain of fragments without overflowing', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => `fragment F${String(n)} on Child { ...F${String(n + 1)} }`);
    const document = parse(`{ ...F0 } ${chain.join(' ')}`);
    expect(() => measureDocument(document, limits)).toThrow(TrellisError);
  });
});

describe('the work of measuring', () => {
  it('is linear in the document, though what is counted is exponential', () => {
    const work = (levels: number) => measureDocument(parse(bomb(levels)), limits);
    expect(work(10).visited).toBe(1 + 1 + 4 * 10);
    expect(work(40).visited).toBe(1 + 1 + 4 * 40);
    expect(work(40).operations[0]?.selections).toBe(2 + 4 * (2 ** 40 - 1));
    expect(work(80).operations[0]?.selections).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('is at most one look at each selection that is written, for any document', () => {
    const selection = fc.letrec<{ set: string; item: string }>((tie) => ({
      item: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom('x', 'y: x', '...A', '...B', '...C'),
        tie('set').map((inside) => `x { ${inside} }`),
        tie('set').map((inside) => `... on T { ${inside} }`),
      ),
      set: fc.array(tie('item'), { minLength: 1, maxLength: 5 }).map((items) => items.join(' ')),
    }));
    fc.assert(
      fc.property(fc.tuple(selection.set, selection.set, selection.set, selection.set), ([root, a, b, c]) => {
        const onlyLater = (text: string, ...names: string[]) =>
          names.reduce((rest, name) => rest.replaceAll(`...${name}`, 'z'), text);
        const source = `{ ${root} } fragment A on T { ${onlyLater(a, 'A')} }
          fragment B on T { ${onlyLater(b, 'A', 'B')} } fragment C on T { ${onlyLater(c, 'A', 'B', 'C')} }`;
        const written = source.match(/x(?: )|x$|z|y|\.\.\./g)?.length ?? 0;
        expect(measureDocument(parse(source), limits).visited).toBeLessThanOrEqual(written + 4);
      }),
      { numRuns: 300 },
    );
  });

  it('counts what enumeration counts', () => {
    const expanded = (levels: number): number => (levels === 0 ? 0 : 2 * (2 + expanded(levels - 1)));
    for (const levels of [1, 2, 5, 9]) {
      const [operation] = measureDocument(parse(bomb(levels)), limits).operations;
      expect(operation?.selections).toBe(2 + expanded(levels));
    }
  });
});
