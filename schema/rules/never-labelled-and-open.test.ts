import { describe, expect, it } from '@jest/globals';
import { places } from '../../test/schema/rule-harness.ts';
import { neverLabelledAndOpen } from './never-labelled-and-open.ts';

describe('nothing is labelled and open', () => {
  it('refuses both on fields, arguments and input fields', () => {
    const police = `
type Query {
  a(b: Int @open @label(is: ["police.incident"])): Int @open @label(is: ["police.incident"])
}
input I {
  v: Int @label(is: ["police.incident"]) @open
}`;
    expect(places(neverLabelledAndOpen, { police })).toEqual([
      'police 2:3 Query.a',
      'police 2:5 Query.a(b:)',
      'police 5:3 I.v',
    ]);
  });

  it('refuses a labelled paging argument, which no agency ever sees', () => {
    expect(
      places(neverLabelledAndOpen, {
        police: 'type Query { a(first: Int @page @label(is: ["police.incident"])): [Int] @open }',
      }),
    ).toEqual(['police 1:16 Query.a(first:)']);
  });

  it('accepts either', () => {
    expect(
      places(neverLabelledAndOpen, { police: 'type Query { a: Int @open b: Int @label(is: ["police.incident"]) }' }),
    ).toEqual([]);
  });
});
