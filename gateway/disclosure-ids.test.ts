import { expect, it } from '@jest/globals';
import { disclosureIds } from './disclosure-ids.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('allots ids that are never the same, and with a seed always the same', () => {
  const many = (next: () => string) => Array.from({ length: 1_000 }, next);
  const ids = many(disclosureIds());
  expect(new Set(ids).size).toBe(1_000);
  const seeded = many(disclosureIds('a seed'));
  expect(new Set(seeded).size).toBe(1_000);
  expect(many(disclosureIds('a seed'))).toEqual(seeded);
  expect(many(disclosureIds('another'))).not.toEqual(seeded);
  for (const id of [...ids, ...seeded]) expect(id).toMatch(uuid);
});
