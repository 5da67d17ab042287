import { describe, expect, it } from '@jest/globals';
import { places } from '../../test/schema/rule-harness.ts';
import { noSubscriptions } from './no-subscriptions.ts';

describe('no subscriptions', () => {
  it('refuses them, whatever the type is called', () => {
    expect(places(noSubscriptions, { police: 'type Subscription { a: Int @open }' })).toEqual(['police 1:1']);
    expect(
      places(noSubscriptions, { police: 'schema { query: Query subscription: Stream } type Stream { a: Int @open }' }),
    ).toEqual(['police 1:23']);
    expect(places(noSubscriptions, { police: 'type Query { a: Int @open }' })).toEqual([]);
  });
});
