import { describe, expect, it } from '@jest/globals';
import { child, findings, places, withHead } from '../../test/schema/rule-harness.ts';
import { everythingIsLabelled } from './everything-is-labelled.ts';

describe('everything is labelled or open', () => {
  it('names every output field, argument and input field that says nothing', () => {
    const police = `
type Query {
  a(b: Int, c: Int @open, first: Int @page, d: Int @label(is: ["police.incident"])): [Int]
}
type Mutation {
  set(input: Set @open): Int
}
input Set {
  value: Int
  open: Int @open
}
extend type Query {
  late: Int
}`;
    expect(places(everythingIsLabelled, { police })).toEqual([
      'police 2:3 Query.a',
      'police 2:5 Query.a(b:)',
      'police 12:3 Query.late',
      'police 5:3 Mutation.set',
      'police 8:3 Set.value',
    ]);
  });

  it('asks it of external fields too: an agency says what it receives', () => {
    const police = `${child} name: String @external }`;
    expect(places(everythingIsLabelled, { police })).toEqual(['police 1:77 Child.name']);
  });

  it('asks nothing of interfaces', () => {
    expect(places(everythingIsLabelled, { police: 'interface Contact { name(short: Boolean): String }' })).toEqual([]);
  });

  it('says what to do', () => {
    expect(findings(everythingIsLabelled, withHead({ police: 'type Query { a: Int }' }))).toEqual([
      {
        rule: 'everything-is-labelled',
        subgraph: 'police',
        line: 1,
        column: 14,
        coordinate: 'Query.a',
        message: 'The field Query.a is neither labelled nor open.',
        fix: 'Say what it is, @label(is: ["…"]), or that it needs no permission, @open.',
      },
    ]);
  });
});
