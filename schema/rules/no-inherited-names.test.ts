import { expect, it } from '@jest/globals';
import { places } from '../../test/schema/rule-harness.ts';
import { noInheritedNames } from './no-inherited-names.ts';

it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])('refuses a field called %s', (name) => {
  expect(places(noInheritedNames, { police: `type Query { ${name}: Int @open }` })).toEqual([
    `police 1:14 Query.${name}`,
  ]);
  expect(places(noInheritedNames, { police: `type Query { a(${name}: Int @open): Int @open }` })).toEqual([]);
});
