import { describe, expect, it } from '@jest/globals';
import { places } from '../../test/schema/rule-harness.ts';
import { entryIsTheGateways } from './entry-is-the-gateways.ts';

describe("`entry` is the gateway's", () => {
  it('refuses an agency of that name', () => {
    expect(places(entryIsTheGateways, { entry: 'type Query { a: Int @open }' })).toEqual(['entry']);
    expect(places(entryIsTheGateways, { Entry: 'type Query { a: Int @open }' })).toEqual(['Entry']);
  });

  it('refuses a root field of that kind', () => {
    expect(places(entryIsTheGateways, { police: 'type Query { enter_Child: Int @open entered: Int @open }' })).toEqual([
      'police 1:14 Query.enter_Child',
    ]);
  });
});
