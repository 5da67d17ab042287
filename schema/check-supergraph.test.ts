import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { checkSupergraph } from './check-supergraph.ts';
import { compose } from './compose.ts';
import { withHead } from '../test/schema/rule-harness.ts';
import { sound } from '../test/schema/refused-graphs.ts';

const result = compose(withHead(sound), vocabulary);
const supergraph = 'supergraphSdl' in result ? result.supergraphSdl : '';
const found = (from: string | RegExp, to: string) => {
  const changed = supergraph.replace(from, to);
  if (changed === supergraph) throw new Error(`Nothing reads ${String(from)}`);
  return checkSupergraph(changed, vocabulary).map(({ rule, coordinate }) =>
    [rule, ...(coordinate === undefined ? [] : [coordinate])].join(' '),
  );
};

describe('checkSupergraph', () => {
  it('accepts a composed one', () => {
    expect(checkSupergraph(supergraph, vocabulary)).toEqual([]);
  });

  it.each([
    ['an unlabelled field', / @label\(is: \["identity.name"\]\)/, '', ['everything-is-labelled Child.name']],
    [
      'an unlabelled argument',
      '(id: NetworkId! @open)',
      '(id: NetworkId!)',
      ['everything-is-labelled Query.child(id:)'],
    ],
    [
      'both',
      '@label(is: ["identity.name"])',
      '@label(is: ["identity.name"]) @open',
      ['never-labelled-and-open Child.name'],
    ],
    ['an unknown category', '"identity.name"', '"identity.nickname"', ['categories-are-known']],
    [
      'a label on an interface',
      /interface Person[^}]*name: String/,
      '$& @open',
      ['labels-on-concrete-types Person.name'],
    ],
    [
      'a labelled field that cannot be null',
      'name: String @join',
      'name: String! @join',
      ['the-withheld-is-null Child.name'],
    ],
    [
      'records paged by an agency',
      'first: Int = 20 @page',
      'first: Int = 20 @open',
      ['pages-come-after-the-cut Child.incidents(first:)'],
    ],
    [
      'a children path to nowhere',
      'children: "involved { id }"',
      'children: "victims { id }"',
      ['about-leads-to-children Incident'],
    ],
    ['a labelled key', 'key: "id"', 'key: "name"', ['routing-is-open Child.name']],
  ])('sees %s', (_, from, to, expected) => {
    expect(found(from, to)).toEqual(expected);
  });

  it('sees that the labels are not linked, or others of that name are', () => {
    expect(found('https://trellis.example/labels/v1.0', 'https://elsewhere.example/labels/v1.0')).toContain(
      'labels-are-linked',
    );
    expect(found('labels/v1.0', 'labels/v9.0')).toEqual(['labels-are-linked']);
  });

  it('says where', () => {
    const [problem] = checkSupergraph('type Query {\n  a: Int\n}', vocabulary).filter(({ line }) => line !== undefined);
    expect(problem).toMatchObject({ subgraph: 'supergraph', line: 2, column: 3 });
  });

  it('gives a syntax error as a problem', () => {
    expect(checkSupergraph('type', vocabulary)).toMatchObject([{ rule: 'syntax', subgraph: 'supergraph' }]);
  });
});
