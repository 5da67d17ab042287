import { describe, expect, it } from '@jest/globals';
import { asWritten, findings, place, places } from '../../test/schema/rule-harness.ts';
import { federationIsLinked } from './federation-is-linked.ts';

describe('every subgraph links Federation 2', () => {
  it('accepts the head', () => {
    expect(places(federationIsLinked, { police: 'type Query { a: Int @open }' })).toEqual([]);
  });

  it('refuses a schema that links nothing, where everything would be shared', () => {
    expect(findings(federationIsLinked, asWritten({ police: 'type Query { a: Int }' }))).toMatchObject([
      { subgraph: 'police', message: 'The schema does not link Federation 2.' },
    ]);
  });

  it('refuses another major version, pointing at it', () => {
    const police = 'extend schema @link(url: "https://specs.apollo.dev/federation/v3.0")';
    expect(findings(federationIsLinked, asWritten({ police })).map(place)).toEqual(['police 1:15']);
  });
});
