import { describe, expect, it } from '@jest/globals';
import { child, places } from '../../test/schema/rule-harness.ts';
import { overridesAreWhole } from './overrides-are-whole.ts';

const identity = (override: string) =>
  places(overridesAreWhole, { identity: `${child} name: String @open ${override} }` });

describe('a field is overridden wholly or not at all', () => {
  it('refuses a progressive override', () => {
    expect(identity('@override(from: "police", label: "percent(5)")')).toEqual(['identity 1:96 Child.name']);
  });

  it('accepts a whole one', () => {
    expect(identity('@override(from: "police")')).toEqual([]);
  });
});
