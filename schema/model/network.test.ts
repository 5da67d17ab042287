import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { vocabulary } from '@trellis/vocabulary';
import { Network } from './network.ts';
import { readSubgraph } from './subgraph-model.ts';

const network = new Network(
  [
    readSubgraph(
      'a',
      parse(
        'interface I { x: Int } interface J implements I { x: Int } type A implements I & J { x: Int } union U = A | B',
      ),
    ),
    readSubgraph(
      'b',
      parse('interface I { x: Int } type B implements I { x: Int } extend type B { y: Int } type A { z: Int }'),
    ),
  ],
  vocabulary,
);

describe('a network', () => {
  it('knows the objects that a type may stand for, over all subgraphs', () => {
    expect(network.possibleTypes('I')).toEqual(['A', 'B']);
    expect(network.possibleTypes('J')).toEqual(['A']);
    expect(network.possibleTypes('U')).toEqual(['A', 'B']);
    expect(network.possibleTypes('A')).toEqual(['A']);
  });

  it('knows every place of a type and of a field, extensions with their definitions', () => {
    expect(network.placesOf('A').map(({ subgraph }) => subgraph.name)).toEqual(['a', 'b']);
    expect(network.fields('A', 'z').map(({ subgraph }) => subgraph.name)).toEqual(['b']);
    expect(network.fields('B', 'y')).toHaveLength(1);
    expect(network.interfacesOf('A')).toEqual(['I', 'J']);
  });
});
