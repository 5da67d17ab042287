import { describe, expect, it } from '@jest/globals';
import { findings, places, withHead } from '../../test/schema/rule-harness.ts';
import { keysAreNetworkIds } from './keys-are-network-ids.ts';

describe('keys are network ids', () => {
  it("refuses an agency's own number", () => {
    const police = `
type Officer @key(fields: "badge") @key(fields: "id") {
  id: NetworkId! @open
  badge: String! @open
}`;
    expect(findings(keysAreNetworkIds, withHead({ police }))).toMatchObject([
      {
        line: 1,
        column: 14,
        coordinate: 'Officer.badge',
        message: 'The key "badge" of Officer reads Officer.badge, a String.',
      },
    ]);
  });

  it('refuses ID, and any part of a composite key that is something else', () => {
    const police = `
type A @key(fields: "id") { id: ID! @open }
type B @key(fields: "id kind") { id: NetworkId! @open kind: Kind! @open }
type C @key(fields: "station { id number }") { station: Station! @open }
type Station { id: NetworkId! @open number: Int! @open }
enum Kind { X }`;
    expect(places(keysAreNetworkIds, { police }).map((one) => one.split(' ').at(-1))).toEqual([
      'A.id',
      'B.kind',
      'Station.number',
    ]);
  });

  it('accepts several keys of network ids', () => {
    expect(
      places(keysAreNetworkIds, {
        police: 'type A @key(fields: "id") @key(fields: "other") { id: NetworkId! @open other: NetworkId! @open }',
      }),
    ).toEqual([]);
  });

  it('refuses one that may be null, which would be null for every agency', () => {
    const police = 'type A @key(fields: "id") @key(fields: "other") { id: NetworkId! @open other: NetworkId @open }';
    expect(places(keysAreNetworkIds, { police })).toEqual(['police 1:72 A.other']);
  });
});
