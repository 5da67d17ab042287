import { describe, expect, it } from '@jest/globals';
import { places } from '../../test/schema/rule-harness.ts';
import { mutationsAreTheNetworks } from './mutations-are-the-networks.ts';

const mutation = 'type Mutation { report(text: String @open): Boolean @open }';

describe('a mutation', () => {
  it('is the register’s', () => {
    expect(places(mutationsAreTheNetworks, { register: mutation })).toEqual([]);
  });

  it.each([
    mutation,
    'extend type Mutation { report: Boolean @label(is: ["police.incident"]) }',
    'schema { mutation: Acts } type Acts { report: Boolean @open }',
  ])('is refused of an agency: %s', (police) => {
    expect(places(mutationsAreTheNetworks, { police })).toHaveLength(1);
  });
});
