import { describe, expect, test } from '@jest/globals';
import { compose, labelDirectives } from '@trellis/schema';
import { vocabulary } from '@trellis/vocabulary';
import { readGraph } from './graph.ts';

const composed = compose(
  [
    {
      name: 'identity',
      url: 'http://identity',
      sdl: `${labelDirectives}
        type Query { child(id: NetworkId! @open): Child @open }
        type Child @key(fields: "id") @about(children: "id") {
          id: NetworkId! @open
          name: String @label(is: ["identity.name"])
        }`,
    },
  ],
  vocabulary,
);
if ('problems' in composed) throw new Error('The graph does not compose.');
const { supergraphSdl } = composed;

describe('A graph', () => {
  test('knows what a coordinate needs, and asks for none that it does not know', () => {
    const graph = readGraph(supergraphSdl, vocabulary);
    expect(graph.needOfCoordinate('Child.name').FULL.some((word) => word !== 0)).toBe(true);
    expect(() => graph.needOfCoordinate('Child.secret')).toThrow('Child.secret has no label');
  });

  test.each([
    ['a field without a label', / @label\(is: \["identity\.name"\]\)/, ''],
    ['a field labelled and open', /(@label\(is: \["identity\.name"\]\))/, '$1 @open'],
    ['an unknown category', /identity\.name/, 'identity.nickname'],
    ['a name that the gate keeps for itself', / name: String @/, ' name__1: String @'],
  ])('that has %s is refused', (_name, was, becomes) => {
    const changed = supergraphSdl.replace(was, becomes);
    expect(changed).not.toBe(supergraphSdl);
    expect(() => readGraph(changed, vocabulary)).toThrow('The supergraph is refused');
  });
});
