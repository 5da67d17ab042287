import { describe, expect, it } from '@jest/globals';
import { findings, place, places, withHead } from '../../test/schema/rule-harness.ts';
import { contextIsRefused } from './context-is-refused.ts';

describe('@context and @fromContext are refused', () => {
  it('points at both, and says why', () => {
    const police = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@context", { name: "@fromContext", as: "@borrow" }])
type T @key(fields: "id") @context(name: "t") { id: NetworkId! @open u: U @open secret: String @label(is: ["police.narrative"]) }
type U @key(fields: "id") { id: NetworkId! @open f(a: String @open @borrow(field: "$t { secret }")): Int @open }`;
    const found = findings(contextIsRefused, withHead({ police }));
    expect(found.map(place)).toEqual(['police 2:27', 'police 3:68']);
    expect(found[1]?.message).toContain('refuses to start');
  });

  it('is not called by a directive of another specification', () => {
    expect(places(contextIsRefused, { police: 'type Query { a: Int @open }' })).toEqual([]);
  });
});
