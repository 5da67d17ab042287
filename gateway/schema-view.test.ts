import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { buildSchema, validateSchema } from 'graphql';
import { schemaView } from './schema-view.ts';
import { needOf } from './stages/need.ts';

const open = needOf(vocabulary, { FULL: [], SUMMARY: [] });
const labelled = needOf(vocabulary, { FULL: ['police.incident'], SUMMARY: [] });

/** The schema as somebody sees it who is never permitted these fields, and never answered those. */
function seen(sdl: string, withheld: readonly string[], refused: readonly string[] = []): string {
  const graph = {
    vocabulary,
    apiSchema: buildSchema(sdl),
    needOfCoordinate: (coordinate: string) => (withheld.includes(coordinate) ? labelled : open),
  };
  return schemaView(graph, {
    mayEverSee: (need) => need !== labelled,
    mayEverAsk: (coordinate) => !refused.includes(coordinate),
  });
}

describe('the schema as a role sees it', () => {
  it('leaves out what may never be seen or asked, with the types and inputs that only it leads to', () => {
    const text = seen(
      `type Query { me: ID files(where: Filter): [File] rules(of: Part): Rule }
      type File { note: Note } type Note { text: String } input Filter { kind: Sort } enum Sort { A }
      type Rule { id: ID } input Part { id: ID }
      type Mutation { write(text: Words): Done } input Words { text: String } type Done { id: ID }`,
      ['Note.text'],
      ['Query.rules', 'Mutation.write'],
    );
    expect(text).toBe('type Query {\n  me: ID\n}');
  });

  it('is valid where a type loses a field of its interface', () => {
    const sdl = `type Query { places: [Place] home: Home }
      interface Place { id: ID where: Spot }
      interface Spot { id: ID }
      type Town implements Spot { id: ID } type Hidden implements Spot { id: ID }
      type Home implements Place { id: ID where: Hidden }
      type School implements Place { id: ID where: Town }`;
    const text = seen(sdl, ['Hidden.id']);
    expect(validateSchema(buildSchema(text))).toEqual([]);
    expect(text).not.toContain('Hidden');
    expect(text).toContain('type School implements Place {\n  id: ID\n  where: Town\n}');
    expect(text).toContain('type Home implements Place {\n  id: ID\n}');
    expect(text).toContain('interface Place {\n  id: ID\n}');
  });

  it('is valid where an interface keeps no field, and where a union keeps no member', () => {
    const sdl = `type Query { me: ID thing: Thing either: Either }
      interface Thing { name: String } type Book implements Thing { name: Secret title: Secret } scalar Secret
      union Either = Gone type Gone { name: String }`;
    const text = seen(sdl.replaceAll('Secret', 'String').replace('scalar String', ''), [
      'Thing.name',
      'Book.name',
      'Book.title',
      'Gone.name',
    ]);
    expect(text).toBe('type Query {\n  me: ID\n}');
  });
});
