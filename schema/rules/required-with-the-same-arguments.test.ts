import { describe, expect, it } from '@jest/globals';
import { child, findings, places, withHead } from '../../test/schema/rule-harness.ts';
import { requiredWithTheSameArguments } from './required-with-the-same-arguments.ts';

const police = `${child} risk(scale: Int = 5, on: String): Int @open }`;
const education = (...required: readonly string[]) =>
  `${child} risk(scale: Int = 5, on: String): Int @external @open
  ${required.map((fields, index) => `result${index}: Int @open @requires(fields: "${fields}")`).join('\n  ')} }`;
const refused = (...required: readonly string[]) =>
  places(requiredWithTheSameArguments, { police, education: education(...required) });

describe('what is required is required with the same arguments', () => {
  it.each([
    ['risk', 'risk'],
    ['risk(scale: 3)', 'risk(scale: 3) id'],
    ['risk(scale: 3, on: \\"a\\")', 'risk(on: \\"a\\", scale: 3)'],
  ])('accepts %s and %s', (one, other) => {
    expect(refused(one, other)).toEqual([]);
  });

  it.each([
    ['risk(scale: 3)', 'risk(scale: 4)'],
    ['risk', 'risk(scale: 5)'],
    ['risk(scale: 3)', '... on Child { risk(scale: 4) }'],
  ])('refuses %s and %s', (one, other) => {
    expect(refused(one, other)).toEqual(['education 3:22 Child.result1']);
  });

  it('looks across agencies and through interfaces', () => {
    const health = `interface Rated { risk(scale: Int = 5): Int }
    ${child.replace('type Child ', 'type Child implements Rated ')} risk(scale: Int = 5): Int @external @open
      rated: Rated @open
      score: Int @open @requires(fields: "rated { risk(scale: 4) }") }`;
    const found = places(requiredWithTheSameArguments, {
      police,
      education: education('risk(scale: 3)'),
      'mental-health': health,
    });
    expect(found).toEqual(['mental-health 4:24 Child.score']);
  });

  it('says which, and who asks otherwise', () => {
    expect(
      findings(
        requiredWithTheSameArguments,
        withHead({ police, education: education('risk(scale: 3)', 'risk(scale: 4)') }),
      ),
    ).toMatchObject([
      { message: 'Child.result1 requires Child.risk as "risk(scale: 4)", and Child.result0 as "risk(scale: 3)".' },
    ]);
  });
});
