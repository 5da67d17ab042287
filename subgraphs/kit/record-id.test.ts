import { expect, test } from '@jest/globals';
import { recordId } from './record-id.ts';
import { isNetworkId } from './scalars.ts';

test('a record id is a network id, the same for the same parts and no others', () => {
  const ids = new Set<string>();
  for (let number = 0; number < 1_000; number += 1) {
    const id = recordId('police', 'incident', 'nibrs', String(number));
    expect(isNetworkId(id)).toBe(true);
    expect(recordId('police', 'incident', 'nibrs', String(number))).toBe(id);
    ids.add(id);
  }
  expect(ids.size).toBe(1_000);
  expect(recordId('a', 'b,c')).not.toBe(recordId('a,b', 'c'));
});
