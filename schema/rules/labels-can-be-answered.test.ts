import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { child, places, withHead } from '../../test/schema/rule-harness.ts';
import { compose } from '../compose.ts';
import { labelsCanBeAnswered } from './labels-can-be-answered.ts';

const label = '@label(is: ["police.officer-contact"])';
const found = (root: string, more = '') =>
  places(labelsCanBeAnswered, { police: `type Query { ${root} }\n${child} }\n${more}` });

describe('a label that nobody could be permitted', () => {
  it.each<[string, string, string]>([
    ['at the root', `stations: [Station!] ${label}`, 'type Station { town: String @open }'],
    ['on a value at the root', `open: Boolean ${label}`, ''],
    ['below the root', 'station: Station @open', `type Station { chief: String ${label} }`],
    ['far below the root', 'a: A @open', `type A { b: [B!] @open } type B { c: String ${label} }`],
    ['behind an interface', 'a: I @open', `interface I { c: String } type A implements I { c: String ${label} }`],
    ['on an argument', `stations(of: String ${label}): [String!] @open`, ''],
    ['on what an argument takes', 'a(by: By @open): [String!] @open', `input By { of: String ${label} }`],
    ['deep in it', 'a(by: A @open): Int @open', `input A { b: [B!]! @open } input B { a: A @open c: Int ${label} }`],
    ['on the type that comes back', 'a: A @open', `type A ${label} { b: String @open }`],
  ])('is refused %s', (_name, root, more) => {
    expect(found(root, more)).toHaveLength(1);
  });

  it('is asked about behind a key: another agency may yet let it hang from a child', () => {
    const police = `type Query { a: A @open } type A @key(fields: "id") { id: NetworkId! @open c: String ${label} }`;
    const composed = compose(withHead({ police }), vocabulary);
    expect('questions' in composed && composed.questions).toMatchObject([{ coordinate: 'A.c' }]);
  });

  it('is refused at a root by another name', () => {
    const police = `schema { query: Start } type Start { open: Boolean ${label} } ${child} }`;
    expect(places(labelsCanBeAnswered, { police })).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ['records', `children: [Child!] ${label}`, ''],
    ['records and what is none', `all: [Any!] ${label}`, 'union Any = Child | Note type Note { text: String @open }'],
    ['what hangs from a child too', 'a: A @open', `type A { c: String ${label} } extend type Child { a: A @open }`],
    ['records below the root', 'a: A @open', `type A { all(of: String ${label}): [Child!] ${label} }`],
    ['what finds records', 'a(by: By @open): [Child!] @open', `input By { of: String ${label} }`],
    ['what is open', 'a: A @open', 'type A { b(c: Int @open): String @open }'],
  ])('is accepted on %s', (_name, root, more) => {
    expect(found(root, more)).toEqual([]);
  });
});
