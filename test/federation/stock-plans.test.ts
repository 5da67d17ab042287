import { describe, expect, test } from '@jest/globals';
import type { AgencyRequest } from '../../gateway/agency-client/agency-client.ts';
import { openSuite } from './ask-audit.ts';
import type { AuditSubgraph } from './read-audit.ts';

const head = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject"])`;

type Resolvers = Record<string, object>;
const subgraph = (name: string, sdl: string, resolvers: Resolvers): AuditSubgraph => ({
  name,
  typeDefs: `${head}\n${sdl}`,
  resolvers: resolvers as Record<string, never>,
});

/** Two agencies: what comes of one query, and what they were asked. */
async function ask(query: string, ...subgraphs: readonly AuditSubgraph[]) {
  const requests: AgencyRequest[] = [];
  const suite = openSuite({ id: 'ours', subgraphs, cases: [] }, (request) => requests.push(request));
  const answered = await suite(query);
  return { ...answered, requests };
}

const notes = subgraph(
  'notes',
  `interface Note @key(fields: "id") { id: ID! title: String }
   type Letter implements Note @key(fields: "id") { id: ID! title: String pages: Int }
   type Memo implements Note @key(fields: "id") { id: ID! title: String }
   type Query { notes: [Note!]! }`,
  {
    Query: { notes: () => [{ __typename: 'Memo', id: '2', title: 'two' }] },
    Note: {
      __resolveReference: ({ id }: { id: string }) =>
        id === '1' ? { __typename: 'Letter', id, title: 'one', pages: 3 } : { __typename: 'Memo', id, title: 'two' },
    },
  },
);
const scores = subgraph(
  'scores',
  `type Note @key(fields: "id") @interfaceObject { id: ID! score: Int title: String @external grade: String @requires(fields: "title") }
   type Query { scored: [Note!]! }`,
  {
    Query: { scored: () => [{ id: '1' }, { id: '2' }] },
    Note: {
      __resolveReference: (reference: object) => reference,
      score: ({ id }: { id: string }) => Number(id) * 10,
      grade: ({ title }: { title: string }) => `grade of ${title}`,
    },
  },
);

describe('What a plan of Apollo’s asks of whoever executes it', () => {
  test('records of an interface object are of the type that the agency which knows them says', async () => {
    const { data } = await ask('{ scored { __typename id score title ...on Letter { pages } } }', notes, scores);
    expect(data).toEqual({
      scored: [
        { __typename: 'Letter', id: '1', score: 10, title: 'one', pages: 3 },
        { __typename: 'Memo', id: '2', score: 20, title: 'two' },
      ],
    });
  });

  test('that type is asked for by itself where nothing else is', async () => {
    const { data } = await ask('{ scored { __typename } }', notes, scores);
    expect(data).toEqual({ scored: [{ __typename: 'Letter' }, { __typename: 'Memo' }] });
  });

  test('an interface object is sent what it knows a record as', async () => {
    const { data, requests } = await ask('{ notes { id score grade } }', notes, scores);
    expect(data).toEqual({ notes: [{ id: '2', score: 20, grade: 'grade of two' }] });
    expect(requests.filter(({ agency }) => agency === 'scores').flatMap(({ variables }) => variables['r0'])).toEqual([
      { __typename: 'Note', id: '2', title: 'two' },
    ]);
  });

  test('one agency returns a member of what is a union elsewhere', async () => {
    const a = subgraph(
      'a',
      `union Media = Book | Song type Book @key(fields: "id") { id: ID! title: String @shareable }
       type Song @key(fields: "id") { id: ID! title: String @shareable }
       type Query { about: About @shareable } type About { book: Book @shareable song: Media }`,
      {
        Query: { about: () => ({ book: { id: 'b', title: 'A book' }, song: { __typename: 'Song', title: 'A song' } }) },
      },
    );
    const b = subgraph(
      'b',
      `union Media = Book type Book @key(fields: "id") { id: ID! title: String @shareable }
       type Query { about: About @shareable } type About { book: Media @shareable }`,
      { Query: { about: () => ({ book: { __typename: 'Book', id: 'b', title: 'A book' } }) } },
    );
    const { data } = await ask('{ about { book { ...on Book { title } } song { ...on Song { title } } } }', a, b);
    expect(data).toEqual({ about: { book: { title: 'A book' }, song: { title: 'A song' } } });
  });

  test('a value of an enum that is not for clients is not shown', async () => {
    const a = subgraph(
      'a',
      `enum Kind { KNOWN HIDDEN @inaccessible } type Query { kinds: [Kind] kind: Kind must: Must } type Must { kind: Kind! }`,
      { Query: { kinds: () => ['KNOWN', 'HIDDEN'], kind: () => 'HIDDEN', must: () => ({ kind: 'HIDDEN' }) } },
    );
    const { data } = await ask('{ kinds kind must { kind } }', a);
    expect(data).toEqual({ kinds: ['KNOWN', null], kind: null, must: null });
  });

  test('what an agency requires with arguments of its own is not the client’s answer', async () => {
    const lines = ['one', 'two', 'three'];
    const a = subgraph(
      'a',
      `type Post @key(fields: "id") { id: ID! lines(first: Int): [String!] } type Query { post: Post }`,
      {
        Query: { post: () => ({ id: '1' }) },
        Post: { lines: (_: unknown, { first }: { first: number | null }) => lines.slice(0, first ?? 9) },
      },
    );
    const b = subgraph(
      'b',
      `type Post @key(fields: "id") { id: ID! lines(first: Int): [String!] @external length: Int @requires(fields: "lines(first: 2)") }`,
      {
        Post: { __resolveReference: (post: object) => post, length: (post: { lines: string[] }) => post.lines.length },
      },
    );
    expect((await ask('{ post { length lines(first: 1) } }', a, b)).data).toEqual({
      post: { length: 2, lines: ['one'] },
    });
    expect((await ask('{ post { length lines } }', a, b)).data).toEqual({ post: { length: 2, lines } });
  });

  test('what is given by interface is asked by interface', async () => {
    const { requests } = await ask('{ notes { id title } }', notes, scores);
    expect(requests.map(({ query }) => query)).toEqual(['query{notes{__typename id title}}']);
  });
});
