import { composeServices, validateSatisfiability } from '@apollo/composition';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type PlanNode, type SubscriptionNode } from '@apollo/query-planner';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { vocabulary } from '@trellis/vocabulary';
import { compose } from './compose.ts';
import { entrySupergraph } from './entry-supergraph.ts';
import { labelDirectives } from './label-directives.ts';
import { withHead } from '../test/schema/rule-harness.ts';
import { sound } from '../test/schema/refused-graphs.ts';

/** Composed by Apollo alone: what the rules would refuse must be enterable too. */
function composed(bodies: Record<string, string>): string {
  const services = Object.entries(bodies).map(([name, body]) => ({
    name,
    url: '',
    typeDefs: parse(`${body}\n${labelDirectives}`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** The plan's fetches, in order: `police Incident{id} -> {narrative}`; what ENTRY is asked comes first. */
function planned(supergraphSdl: string, type: string, selection: string): string[] {
  const entry = entrySupergraph(supergraphSdl);
  expect(validateSatisfiability({ supergraphSdl: entry }).errors ?? []).toEqual([]);
  const supergraph = Supergraph.build(entry);
  const document = parse(`query ($ids: [ID!]!) { enter_${type}(ids: $ids) { ${selection} } }`);
  const { node } = new QueryPlanner(supergraph).buildQueryPlan(operationFromDocument(supergraph.apiSchema(), document));
  return node ? fetches(node) : [];
}

function fetches(node: PlanNode | SubscriptionNode): string[] {
  switch (node.kind) {
    case 'Fetch':
      return [`${node.serviceName}: ${node.operation.replace(/^query\s*(\([^)]*\))?\s*/, '').replaceAll(/\s+/g, ' ')}`];
    case 'Sequence':
      return node.nodes.flatMap(fetches);
    case 'Parallel':
      return node.nodes.map(fetches).sort().flat();
    case 'Flatten':
      return fetches(node.node);
    case 'Condition':
    case 'Defer':
    case 'Subscription':
      throw new Error(`A ${node.kind} was not expected here.`);
  }
}

const about = '@about(children: "id")';
const entities = (on: string, selection: string) =>
  `{_entities(representations:$representations){...on ${on}{${selection}}}}`;
const entered = (type: string, selection: string) => `entry: {enter_${type}(ids:$ids){${selection}}}`;

describe('the private supergraph', () => {
  it('enters each record, and asks its fields of the agencies as entities', () => {
    const result = compose(withHead(sound), vocabulary);
    const supergraphSdl = 'supergraphSdl' in result ? result.supergraphSdl : '';
    expect(planned(supergraphSdl, 'Incident', 'narrative officer { name }')).toEqual([
      entered('Incident', '__typename id'),
      `police: ${entities('Incident', 'narrative officer{__typename name}')}`,
    ]);
    expect(planned(supergraphSdl, 'Child', 'name expectedGrade')).toEqual([
      entered('Child', '__typename id'),
      `identity: ${entities('Child', 'name birthYear')}`,
      `education: ${entities('Child', 'expectedGrade')}`,
    ]);
  });

  it('changes nothing for who does not enter', () => {
    const result = compose(withHead(sound), vocabulary);
    const supergraphSdl = 'supergraphSdl' in result ? result.supergraphSdl : '';
    const query = 'query ($id: NetworkId!) { child(id: $id) { name incidents { narrative } expectedGrade } }';
    const plan = (sdl: string) => {
      const supergraph = Supergraph.build(sdl);
      return new QueryPlanner(supergraph).buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(query)));
    };
    expect(plan(entrySupergraph(supergraphSdl))).toEqual(plan(supergraphSdl));
  });

  it('gives the same bytes for the same bytes, and a graph without records back as it was meant', () => {
    const plain = composed({ a: 'type Query { a: Int }' });
    expect(
      planned(composed({ a: `type Query { t: T } type T @key(fields: "id") ${about} { id: ID! x: Int }` }), 'T', 'x'),
    ).toHaveLength(2);
    expect(entrySupergraph(plain)).toBe(entrySupergraph(plain));
    expect(() => Supergraph.build(entrySupergraph(plain))).not.toThrow();
  });

  it('with interfaces', () => {
    const sdl = composed({
      a: `type Query { notes: [Note] } interface Note @key(fields: "id") { id: ID! by: Note }
        type A implements Note @key(fields: "id") ${about} { id: ID! by: Note x: Int }
        type B implements Note @key(fields: "id") ${about} { id: ID! by: Note y: Int }`,
      b: `type A @key(fields: "id") ${about} { id: ID! z: Int }`,
    });
    expect(planned(sdl, 'A', 'x z by { id ... on B { y } }')).toEqual([
      entered('A', '__typename id'),
      `a: ${entities('A', 'x by{__typename id ...on B{y}}')}`,
      `b: ${entities('A', 'z')}`,
    ]);
  });

  it('with interface objects', () => {
    const sdl = composed({
      a: `type Query { notes: [Note] } interface Note @key(fields: "id") { id: ID! }
        type A implements Note @key(fields: "id") ${about} { id: ID! x: Int }
        type B implements Note @key(fields: "id") ${about} { id: ID! }`,
      b: 'type Note @interfaceObject @key(fields: "id") { id: ID! score: Int }',
    });
    expect(planned(sdl, 'A', 'x score')).toEqual([
      entered('A', '__typename id'),
      `a: ${entities('A', 'x')}`,
      `b: ${entities('Note', 'score')}`,
    ]);
  });

  it('with unions', () => {
    const sdl = composed({
      a: `type Query { t: T } type T @key(fields: "id") ${about} { id: ID! things: [Thing] } union Thing = T | Plain type Plain { x: Int }`,
      b: `type T @key(fields: "id") ${about} { id: ID! y: Int }`,
    });
    expect(planned(sdl, 'T', 'things { ... on Plain { x } ... on T { id } } y')).toHaveLength(3);
  });

  it('with several keys: one that only another agency knows costs a fetch of its own', () => {
    const sdl = composed({
      a: `type Query { t: T } type T @key(fields: "id") ${about} { id: ID! x: Int }`,
      b: `type T @key(fields: "id") @key(fields: "ref") ${about} { id: ID! ref: ID! y: Int }`,
      c: `type T @key(fields: "ref") ${about} { ref: ID! z: Int }`,
    });
    expect(planned(sdl, 'T', 'x y z').map((fetch) => fetch.split(':')[0])).toEqual(['entry', 'a', 'b', 'c']);
    expect(entrySupergraph(sdl)).toContain('@join__type(graph: ENTRY, key: "id")');
  });

  it('with a composite key, enums and nested objects in it', () => {
    const sdl = composed({
      a: `type Query { t: T } type T @key(fields: "id kind place { code }") ${about} { id: ID! kind: Kind! place: Place! x: Int }
        enum Kind { ONE TWO } type Place @shareable { code: NetworkId! name: String }`,
      b: `type T @key(fields: "id kind place { code }") ${about} { id: ID! kind: Kind! place: Place! y: Int }
        enum Kind { ONE TWO } type Place @shareable { code: NetworkId! name: String }`,
    });
    expect(planned(sdl, 'T', 'y place { name }')).toEqual([
      entered('T', '__typename id kind place{code}'),
      `b: ${entities('T', 'y place{name}')}`,
    ]);
    expect(planned(sdl, 'T', 'y')).toEqual([
      entered('T', '__typename id kind place{code}'),
      `b: ${entities('T', 'y')}`,
    ]);
  });

  it('with @override', () => {
    const sdl = composed({
      a: `type Query { t: T } type T @key(fields: "id") ${about} { id: ID! x: Int y: Int }`,
      b: `type T @key(fields: "id") ${about} { id: ID! x: Int @override(from: "a") }`,
    });
    expect(planned(sdl, 'T', 'x y')).toEqual([
      entered('T', '__typename id'),
      `a: ${entities('T', 'y')}`,
      `b: ${entities('T', 'x')}`,
    ]);
  });

  it('with @provides', () => {
    const sdl = composed({
      a: `type Query { t: T } type T @key(fields: "id") ${about} { id: ID! person: Person @provides(fields: "name") }
        type Person @key(fields: "id") { id: ID! name: String @external }`,
      b: 'type Person @key(fields: "id") { id: ID! name: String @shareable age: Int }',
    });
    expect(planned(sdl, 'T', 'person { name }')).toEqual([
      entered('T', '__typename id'),
      `a: ${entities('T', 'person{name}')}`,
    ]);
    expect(planned(sdl, 'T', 'person { age }').map((fetch) => fetch.split(':')[0])).toEqual(['entry', 'a', 'b']);
  });

  it('with @inaccessible keys', () => {
    const sdl = composed({
      a: `type Query { t: T } type T @key(fields: "id") ${about} { id: ID! @inaccessible x: Int }`,
      b: `type T @key(fields: "id") ${about} { id: ID! y: Int }`,
    });
    expect(planned(sdl, 'T', 'x y')).toHaveLength(3);
  });

  it('with chains of @requires', () => {
    const sdl = composed({
      a: `type Query { t: T } type T @key(fields: "id") ${about} { id: ID! x: Int }`,
      b: `type T @key(fields: "id") ${about} { id: ID! x: Int @external y: Int @requires(fields: "x") }`,
      c: `type T @key(fields: "id") ${about} { id: ID! y: Int @external z: Int @requires(fields: "y") }`,
    });
    expect(planned(sdl, 'T', 'z')).toEqual([
      entered('T', '__typename id'),
      `a: ${entities('T', 'x')}`,
      `b: ${entities('T', 'y')}`,
      `c: ${entities('T', 'z')}`,
    ]);
  });

  it('under another name for Query, and for @about', () => {
    const head = labelDirectives
      .replace('"@about"', '{ name: "@about", as: "@whose" }')
      .replace('(name: "@about")', '(name: "@whose")')
      .replace('directive @about', 'directive @whose');
    const { supergraphSdl = '', errors } = composeServices([
      {
        name: 'a',
        url: '',
        typeDefs: parse(
          `schema { query: Root } type Root { t: T } type T @key(fields: "id") @whose(children: "id") { id: ID! x: Int }\n${head}`,
        ),
      },
    ]);
    expect(errors).toBeUndefined();
    expect(planned(supergraphSdl, 'T', 'x')).toEqual([entered('T', '__typename id'), `a: ${entities('T', 'x')}`]);
  });

  it('refuses names that are its own, and records without a key', () => {
    const t = `type T @key(fields: "id") ${about} { id: ID! x: Int }`;
    expect(() => entrySupergraph(composed({ entry: `type Query { t: T } ${t}` }))).toThrow(
      'a subgraph is called `entry`',
    );
    expect(() => entrySupergraph(composed({ a: `type Query { enter_T: T } ${t}` }))).toThrow('Query.enter_T is taken');
    expect(() => entrySupergraph(composed({ a: `type Query { t: T } type T ${about} { id: ID! }` }))).toThrow(
      'T has no key to enter it by',
    );
  });
});
