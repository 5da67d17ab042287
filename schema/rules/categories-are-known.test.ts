import { describe, expect, it } from '@jest/globals';
import { findings, places, withHead } from '../../test/schema/rule-harness.ts';
import { categoriesAreKnown } from './categories-are-known.ts';

const labelled = (label: string) => ({ police: `type Query { a: Int ${label} }` });

describe('categories are known', () => {
  it('accepts known ones, one or several, in a list or alone', () => {
    for (const is of ['["police.incident"]', '["police.incident", "identity.name"]', '"police.incident"']) {
      expect(places(categoriesAreKnown, labelled(`@label(is: ${is})`))).toEqual([]);
    }
  });

  it('refuses one the vocabulary does not know, and offers those of its domain', () => {
    expect(
      findings(categoriesAreKnown, withHead(labelled('@label(is: ["police.incident", "police.dreams"])'))),
    ).toMatchObject([
      {
        line: 1,
        column: 21,
        message: '@label names `police.dreams`, which is no category of the vocabulary.',
        fix: expect.stringContaining('police.narrative'),
      },
    ]);
    expect(findings(categoriesAreKnown, withHead(labelled('@label(is: ["weather.rain"])')))[0]?.fix).toContain(
      'agency.yaml',
    );
  });

  it('refuses a domain alone: a label is exact', () => {
    expect(places(categoriesAreKnown, labelled('@label(is: ["police"])'))).toHaveLength(1);
  });

  it('refuses a label of nothing, which would be @open in disguise', () => {
    expect(places(categoriesAreKnown, labelled('@label(is: [])'))).toHaveLength(1);
    expect(places(categoriesAreKnown, labelled('@label'))).toHaveLength(1);
  });

  it('reads types, arguments, input fields and flows', () => {
    const police = `
type T @label(is: ["x.t"]) { a(b: Int @label(is: ["x.b"])): Int @flow(from: "education", is: ["x.f"]) }
input I { v: Int @label(is: ["x.v"]) }`;
    const named = findings(categoriesAreKnown, withHead({ police })).map(({ message }) => /`(.*)`/.exec(message)?.[1]);
    expect(named).toEqual(['x.t', 'x.b', 'x.f', 'x.v']);
  });

  it.each(['"SUMMARY"', 'PARTIAL', '2'])('refuses the level %s, which would be read as FULL', (level) => {
    expect(
      findings(categoriesAreKnown, withHead(labelled(`@label(is: ["police.incident"], level: ${level})`))),
    ).toEqual([
      expect.objectContaining({
        message: `The level of this @label is ${level}, which is none.`,
        fix: expect.stringContaining('level: SUMMARY'),
      }),
    ]);
  });

  it('says where a category of its own is declared, and which one is written most like it', () => {
    const fix = (code: string) => findings(categoriesAreKnown, withHead(labelled(`@label(is: ["${code}"])`)))[0]?.fix;
    expect(fix('polce.narative')).toContain('such as police.narrative; or, where it is yours, declare it first');
    expect(fix('police.dreams')).toContain('agencies/police/agency.yaml');
  });
});
