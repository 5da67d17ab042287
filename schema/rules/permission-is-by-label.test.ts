import { describe, expect, it } from '@jest/globals';
import { places } from '../../test/schema/rule-harness.ts';
import { permissionIsByLabel } from './permission-is-by-label.ts';

describe('permission is by label', () => {
  it.each(['@authenticated', '@requiresScopes(scopes: [["a"]])', '@policy(policies: [["a"]])'])(
    'refuses %s',
    (directive) => {
      const name = directive.split('(')[0];
      const police = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["${name}"])
type Query { a: Int @open ${directive} }`;
      expect(places(permissionIsByLabel, { police })).toEqual(['police 2:27']);
    },
  );

  it('accepts labels', () => {
    expect(places(permissionIsByLabel, { police: 'type Query { a: Int @label(is: ["police.incident"]) }' })).toEqual(
      [],
    );
  });
});
