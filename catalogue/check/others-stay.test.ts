import { composeServices } from '@apollo/composition';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { takenFromOthers } from './others-stay.ts';

const head = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@override", "@inaccessible"])`;
const school = `${head}
  type Query { children: [Child] }
  type Child @key(fields: "id") { id: ID! grade: String word: Word @shareable }
  type Word @shareable { text: String origin: String }`;
const police = (own: string, types = 'type Word @shareable { text: String origin: String }') => `${head}
  type Child @key(fields: "id") { id: ID! word: Word @shareable ${own} }
  ${types}`;

function graphOf(subgraphs: Readonly<Record<string, string>>): string {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({ name, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}

function takenBy(changed: string, before = police('calls: Int')) {
  return takenFromOthers({
    before: graphOf({ school, police: before }),
    after: graphOf({ school, police: changed }),
    subgraphs: [
      { name: 'school', sdl: school },
      { name: 'police', sdl: changed },
    ],
    agencies: ['police'],
  }).map(({ rule, coordinate, severity }) => `${severity} ${rule} ${coordinate ?? ''}`);
}

describe('an agency that publishes only itself', () => {
  it('may add and remove fields of its own', () => {
    expect(takenBy(police('calls: Int reports: Int'))).toEqual([]);
    expect(takenBy(police(''))).toEqual([]);
  });

  it('may not answer a field in the place of the agency that offers it', () => {
    expect(takenBy(police('calls: Int grade: String @override(from: "school")'))).toEqual([
      'error publishes-only-itself Child.grade',
    ]);
  });

  it('may not hide a field that another agency offers', () => {
    const hidden = police('calls: Int', 'type Word @shareable { text: String @inaccessible origin: String }');
    expect(takenBy(hidden)).toContain('error publishes-only-itself Word.text');
  });

  it('is not blamed for what stood before it published', () => {
    const overriding = police('calls: Int grade: String @override(from: "school")');
    expect(takenBy(`${overriding}\n# again`, overriding)).toEqual([]);
  });
});
