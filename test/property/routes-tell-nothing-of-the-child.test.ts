import { expect, test } from '@jest/globals';
import { decideIn, inEveryWorld } from './every-world.ts';

test('routes are the same whatever a child is, was said to be, or was found to be harmed by', () => {
  let compared = 0;
  inEveryWorld(91, 3000, (world, choose) => {
    // A family member who is none of the child's is told of no route at all, so that its own authority is left as it is.
    if (world.question.requester.agency === 'family') return;
    const birthDate = choose.pick(['2026-01-01', '2012-06-01', '2001-01-01', null]);
    const before = decideIn(world);
    const after = decideIn(world, { facts: { birthDate, relations: [], harmRefusals: [] } });
    world.vocabulary.categories.forEach((_, bit) => expect(after.routes(bit)).toEqual(before.routes(bit)));
    compared += 1;
  });
  expect(compared).toBeGreaterThan(2000);
});
