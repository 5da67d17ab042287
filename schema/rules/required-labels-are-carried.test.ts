import { describe, expect, it } from '@jest/globals';
import { child, findings, places, withHead } from '../../test/schema/rule-harness.ts';
import { requiredLabelsAreCarried } from './required-labels-are-carried.ts';

const owner = `${child}
  name: String @label(is: ["identity.name"])
  risk: Int @label(is: ["child-protection.risk"])
  riskBand: String @label(is: ["child-protection.risk"], level: SUMMARY)
  open: Int @open
  file(of: String @label(is: ["child-protection.status"])): File @open
}
type File @label(is: ["child-protection.involvement"]) { status: String @label(is: ["child-protection.status"]) }`;
const needing = (fields: string, label: string) => ({
  a: owner,
  b: `${child}
  result: String ${label} @requires(fields: "${fields}")
}`,
});
const refused = (fields: string, label: string) => findings(requiredLabelsAreCarried, withHead(needing(fields, label)));

describe("a required field's labels are carried", () => {
  it.each([
    ['the same label', 'name', '@label(is: ["identity.name"])'],
    ['more labels than needed', 'name', '@label(is: ["identity.name", "identity.contact"])'],
    ['full where summary feeds', 'riskBand', '@label(is: ["child-protection.risk"])'],
    ['@open where open feeds', 'open', '@open'],
    [
      'everything on a nested selection',
      'name file { status }',
      '@label(is: ["identity.name", "child-protection.status", "child-protection.involvement"])',
    ],
  ])('accepts %s', (_, fields, label) => {
    expect(refused(fields, label)).toEqual([]);
  });

  it.each([
    ['@open made from a labelled field', 'name', '@open', 'Child.name', 'identity.name'],
    ['another label', 'name', '@label(is: ["identity.contact"])', 'Child.name', 'identity.name'],
    [
      'a summary made from the full',
      'risk',
      '@label(is: ["child-protection.risk"], level: SUMMARY)',
      'Child.risk',
      'child-protection.risk',
    ],
    ['one of two', 'name risk', '@label(is: ["identity.name"])', 'Child.risk', 'child-protection.risk'],
    [
      'a nested field',
      'file { status }',
      '@label(is: ["child-protection.involvement"])',
      'File.status',
      'child-protection.status',
    ],
    [
      'a labelled type on the way',
      'file { status }',
      '@label(is: ["child-protection.status"])',
      'Child.file',
      'child-protection.involvement',
    ],
    [
      'a labelled argument',
      'file(of: \\"x\\") { __typename }',
      '@label(is: ["child-protection.involvement"])',
      'Child.file',
      'child-protection.status',
    ],
  ])('refuses %s', (_, fields, label, source, missing) => {
    const [problem] = refused(fields, label);
    expect(problem).toMatchObject({ subgraph: 'b', line: 2, coordinate: 'Child.result' });
    expect(problem?.message).toBe(
      `Child.result is made from ${source} and is not labelled with all that ${source} is.`,
    );
    expect(problem?.fix).toContain(`"${missing}"`);
  });

  it('finds the first weak link of a chain over three agencies', () => {
    const chain = (b: string, c: string) => ({
      a: `${child} secret: String @label(is: ["identity.name"]) }`,
      b: `${child} secret: String @external @label(is: ["identity.name"]) extra: String ${b} @requires(fields: "secret") }`,
      c: `${child} extra: String @external ${b} result: String ${c} @requires(fields: "extra") }`,
    });
    const label = '@label(is: ["identity.name"])';
    expect(places(requiredLabelsAreCarried, chain(label, label))).toEqual([]);
    expect(places(requiredLabelsAreCarried, chain(label, '@open')).map((one) => one.split(' ').at(-1))).toEqual([
      'Child.result',
    ]);
    expect(places(requiredLabelsAreCarried, chain('@open', '@open')).map((one) => one.split(' ').at(-1))).toEqual([
      'Child.extra',
    ]);
  });

  it("counts the labels of the field's own type as carried", () => {
    const file = (fields: string) =>
      `type File @key(fields: "id") @label(is: ["child-protection.involvement"]) { id: NetworkId! @open ${fields} }`;
    const graph = { a: file('open: Int @open'), b: file('result: Int @open @requires(fields: "open")') };
    expect(places(requiredLabelsAreCarried, graph)).toEqual([]);
  });

  it('takes the union over an interface, and reads type conditions', () => {
    const abstract = (selection: string, label: string) => ({
      a: `${child} extra: I @open }
interface I { i: String }
type I1 implements I { x: Int @label(is: ["identity.name"]) i: String @label(is: ["identity.name"]) i1: String @label(is: ["identity.contact"]) }
type I2 implements I { x: Int @label(is: ["identity.household"]) i: String @open i2: Int @label(is: ["identity.custody"]) }`,
      b: `${child} result: String ${label} @requires(fields: "${selection}") }`,
    });
    const fixes = (selection: string, label: string) =>
      findings(requiredLabelsAreCarried, withHead(abstract(selection, label))).map(({ fix }) => fix);
    expect(fixes('extra { i }', '@open')).toEqual(['Add @label(is: ["identity.name"]) to Child.result.']);
    expect(fixes('extra { ... on I1 { i1 } ... on I2 { i2 } }', '@label(is: ["identity.contact"])')).toEqual([
      'Add @label(is: ["identity.custody"]) to Child.result.',
    ]);
    expect(fixes('extra { ... on I1 { x } }', '@label(is: ["identity.name"])')).toEqual([]);
    expect(fixes('extra { i ... on I1 { i1 } }', '@label(is: ["identity.contact", "identity.name"])')).toEqual([]);
  });

  it('needs the type labels behind an interface', () => {
    const graph = {
      a: `${child} extra: I @open } interface I { i: String } type I1 implements I @label(is: ["identity.name"]) { i: String @open }`,
      b: `${child} result: String @open @requires(fields: "extra { i }") }`,
    };
    expect(findings(requiredLabelsAreCarried, withHead(graph)).map(({ message }) => message)).toEqual([
      'Child.result is made from Child.extra and is not labelled with all that Child.extra is.',
    ]);
  });

  it('holds for interface objects, and chains of them', () => {
    const interfaces = (b: string, c: string) => ({
      a: `interface I @key(fields: "id") { id: NetworkId! secret: String }
type T implements I @key(fields: "id") { id: NetworkId! @open secret: String @label(is: ["identity.name"]) }`,
      b: `type I @interfaceObject @key(fields: "id") { id: NetworkId! @open secret: String @external @label(is: ["identity.name"])
  extra: String ${b} @requires(fields: "secret") }`,
      c: `type I @interfaceObject @key(fields: "id") { id: NetworkId! @open extra: String @external ${b}
  result: String ${c} @requires(fields: "extra") }`,
    });
    const label = '@label(is: ["identity.name"])';
    expect(places(requiredLabelsAreCarried, interfaces(label, label))).toEqual([]);
    expect(places(requiredLabelsAreCarried, interfaces('@open', '@open'))).toEqual(['b 2:23 I.extra']);
    expect(places(requiredLabelsAreCarried, interfaces(label, '@open'))).toEqual(['c 2:24 I.result']);
  });
});
