import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { labelDefinitions, labelsSpec } from './label-directives.ts';
import { readLabels } from './read-labels.ts';

const head = `schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "${labelsSpec}", import: ["@label", "@open", "@about", "@page", "@flow"]) { query: Query }\n${labelDefinitions}`;
const read = (body: string, above = head) => readLabels(`${above}\n${body}`, vocabulary);
const need = (body: string, coordinate: string) => read(body).fields.get(coordinate)?.requirement;
const open = { FULL: [], SUMMARY: [] };

describe('readLabels', () => {
  it('reads fields, arguments, input fields and types', () => {
    const labels = read(`
type Query {
  incidents(first: Int = 20 @page, where: Where @label(is: ["police.narrative"])): [Incident!] @label(is: ["police.incident"])
}
type Incident @join__type(graph: POLICE, key: "id") @label(is: ["police.incident"]) @about(children: "involved { id }", categories: "codes") {
  id: ID! @open
  band: Int @label(is: ["police.narrative"], level: SUMMARY)
}
input Where { text: String @label(is: ["police.narrative", "police.incident"]) all: Boolean @open }`);
    expect(labels.types).toEqual(
      new Map([
        ['Query', { requirement: open }],
        [
          'Incident',
          {
            requirement: { FULL: ['police.incident'], SUMMARY: [] },
            about: { key: 'id', children: 'involved { id }', categories: 'codes' },
          },
        ],
      ]),
    );
    expect(labels.fields.get('Query.incidents')).toEqual({
      requirement: { FULL: ['police.incident'], SUMMARY: [] },
      args: new Map([
        ['first', { requirement: open, page: true }],
        ['where', { requirement: { FULL: ['police.narrative'], SUMMARY: [] }, page: false }],
      ]),
    });
    expect(labels.fields.get('Incident.band')?.requirement).toEqual({ FULL: [], SUMMARY: ['police.narrative'] });
    expect(labels.inputFields).toEqual(
      new Map([
        ['Where.text', { FULL: ['police.incident', 'police.narrative'], SUMMARY: [] }],
        ['Where.all', open],
      ]),
    );
  });

  it('needs a category in full where one label says full and another summary', () => {
    const field =
      'a: Int @label(is: ["police.incident"], level: SUMMARY) @label(is: ["police.incident", "identity.name"])';
    const other =
      'a: Int @label(is: ["police.incident", "identity.name"]) @label(is: ["police.incident"], level: SUMMARY)';
    expect(need(`type Query { ${other} }`, 'Query.a')).toEqual(need(`type Query { ${field} }`, 'Query.a'));
    expect(need(`type Query { ${field} }`, 'Query.a')).toEqual({
      FULL: ['identity.name', 'police.incident'],
      SUMMARY: [],
    });
  });

  it('takes for full what is not plainly a summary', () => {
    expect(need('type Query { a: Int @label(is: "police.incident", level: null) }', 'Query.a')).toEqual({
      FULL: ['police.incident'],
      SUMMARY: [],
    });
  });

  it('gives an interface field what all its implementations ask, arguments too', () => {
    const body = `
interface Note { text(short: Boolean): String }
type A implements Note { text(short: Boolean @open): String @label(is: ["police.narrative"]) }
type B implements Note { text(short: Boolean @label(is: ["police.victim"])): String @label(is: ["police.witness"]) }
type Query { note: Note @open }`;
    expect(read(body).fields.get('Note.text')).toEqual({
      requirement: { FULL: ['police.narrative', 'police.witness'], SUMMARY: [] },
      args: new Map([['short', { requirement: { FULL: ['police.victim'], SUMMARY: [] }, page: false }]]),
    });
    expect(need(body, 'A.text')?.FULL).toEqual(['police.narrative']);
  });

  it('holds an implementation to the labels that an @interfaceObject left on its interface', () => {
    const body = `
interface Note { text: String @label(is: ["police.narrative"]) }
type A implements Note { text: String @label(is: ["police.witness"]) }`;
    expect(need(body, 'A.text')?.FULL).toEqual(['police.narrative', 'police.witness']);
  });

  const hanging = (type: string) => `
type Query { a: ${type} @label(is: ["identity.name"]) }
type Plain implements Face @label(is: ["police.narrative"]) { x: Int @open }
type Other implements Face @label(is: ["police.witness"]) { x: Int @open }
type Mine implements Face @join__type(graph: A, key: "x") @label(is: ["police.victim"]) @about(children: "x") { x: Int @open }
interface Face { x: Int }
union Some = Plain | Mine`;

  it.each([
    ['a labelled type that is nobody’s record: its labels', 'Plain', ['identity.name', 'police.narrative']],
    ['a record: its labels stay on it', '[Mine!]', ['identity.name']],
    ['a union: the labels of those that are nobody’s record', 'Some', ['identity.name', 'police.narrative']],
    [
      'an interface: the same, over all implementations',
      '[Face!]',
      ['identity.name', 'police.narrative', 'police.witness'],
    ],
  ])('adds to a field that returns %s', (_, type, expected) => {
    expect(need(hanging(type), 'Query.a')?.FULL).toEqual(expected);
  });

  it('resolves renamed directives by their URL', () => {
    const renamed = head
      .replace('"@label"', '{ name: "@label", as: "@classified" }')
      .replace('directive @label', 'directive @classified')
      .replace('"@open", ', '')
      .replace('directive @open', 'directive @labels__open');
    const labels = read('type Query { a: Int @classified(is: ["police.incident"]) b: Int @labels__open }', renamed);
    expect(labels.fields.get('Query.a')?.requirement.FULL).toEqual(['police.incident']);
    expect(labels.fields.get('Query.b')?.requirement).toEqual(open);
  });

  it.each([
    ['a field that says nothing', 'type Query { a: Int }', 'Query.a is neither labelled nor open.'],
    [
      'an argument that says nothing',
      'type Query { a(b: Int): Int @open }',
      'Query.a(b:) is neither labelled nor open.',
    ],
    ['an input field that says nothing', 'input I { b: Int }', 'I.b is neither labelled nor open.'],
    [
      'an unknown category',
      'type Query { a: Int @label(is: ["police.dream"]) }',
      'Query.a is labelled with `police.dream`, which the vocabulary does not know.',
    ],
    [
      'a record without a key',
      'type T @about(children: "id") { id: ID @open }',
      'T has no key by which its records can be entered.',
    ],
  ])('throws on %s', (_, body, message) => {
    expect(() => read(body)).toThrow(message);
  });

  it('does not take for a label what another URL calls so', () => {
    const elsewhere = head.replace(labelsSpec, 'https://elsewhere.example/labels/v1.0');
    expect(() => read('type Query { a: Int @open }', elsewhere)).toThrow('Query.a is neither labelled nor open.');
  });
});
