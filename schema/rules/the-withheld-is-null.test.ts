import { describe, expect, it } from '@jest/globals';
import { places } from '../../test/schema/rule-harness.ts';
import { theWithheldIsNull } from './the-withheld-is-null.ts';

const record = 'type Incident @key(fields: "id") @about(children: "id") { id: NetworkId! @open }';
const query = (fields: string) =>
  places(theWithheldIsNull, {
    police: `type Query { ${fields} } ${record} type Hanging @label(is: ["police.incident"]) { a: Int @open }
  union Both = Incident | Plain type Plain { a: Int @open } interface I { a: Int } type J implements I @label(is: ["police.victim"]) { a: Int @open }`,
  });

describe('what may be withheld is nullable', () => {
  it.each([
    ['a labelled field', 'a: Int! @label(is: ["police.incident"])'],
    ['a labelled list', 'a: [Int]! @label(is: ["police.incident"])'],
    ['a field with a labelled argument', 'a(b: Int @label(is: ["police.incident"])): Int! @open'],
    ['a field that returns one record', 'a: Incident! @open'],
    ['a field that may return one record', 'a: Both! @open'],
    ['a field of a labelled type', 'a: Hanging! @open'],
    ['a list of a labelled type', 'a: [Hanging!]! @open'],
    ['a field of an interface with a labelled implementation', 'a: I! @open'],
  ])('refuses %s that is not', (_, field) => {
    expect(query(field)).toEqual(['police 1:14 Query.a']);
  });

  it.each([
    ['lists of records, which only lose members', 'a: [Incident!]! @open'],
    ['members of a labelled list', 'a: [Int!] @label(is: ["police.incident"])'],
    ['open fields', 'a: Plain! @open b: Int! @open'],
    ['nullable ones', 'a: Incident @open b: Hanging @open c: Both @open d: I @open'],
  ])('accepts %s', (_, field) => {
    expect(query(field)).toEqual([]);
  });
});
