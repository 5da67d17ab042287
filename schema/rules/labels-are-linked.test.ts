import { describe, expect, it } from '@jest/globals';
import { labelDirectives } from '../label-directives.ts';
import { asWritten, findings, places } from '../../test/schema/rule-harness.ts';
import { labelsAreLinked } from './labels-are-linked.ts';

const renamed = (as: string) =>
  labelDirectives.replace('"@label", ', `{ name: "@label", as: "${as}" }, `).replace('@label"', `${as}"`);

describe('the label directives are recognised by their URL', () => {
  it('accepts the head', () => {
    expect(places(labelsAreLinked, { police: 'type Query { a: Int @open }' })).toEqual([]);
  });

  it('accepts them under other names, and by their prefix', () => {
    const importing = renamed('@classified').replace('directive @label', 'directive @classified');
    const prefixed = labelDirectives.replace('"@label", ', '').replaceAll('@label(', '@labels__label(');
    for (const head of [importing, prefixed]) {
      expect(findings(labelsAreLinked, asWritten({ police: head }))).toEqual([]);
    }
  });

  it('refuses a schema that does not link them', () => {
    const police = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")';
    expect(findings(labelsAreLinked, asWritten({ police }))).toMatchObject([
      { message: 'The schema does not link https://trellis.example/labels/v1.0.' },
    ]);
  });

  it('refuses directives of the same name from elsewhere', () => {
    const police = labelDirectives.replace(
      'https://trellis.example/labels/v1.0',
      'https://elsewhere.example/labels/v1.0',
    );
    const messages = findings(labelsAreLinked, asWritten({ police })).map(({ coordinate }) => coordinate);
    expect(messages).toEqual([undefined, '@label', '@open', '@about', '@page', '@flow']);
  });

  it('refuses a directive of its own that only looks like a label', () => {
    const police = `${renamed('@classified').replace('directive @label', 'directive @classified')}
      directive @label(is: [String!]!) on FIELD_DEFINITION`;
    expect(findings(labelsAreLinked, asWritten({ police })).map(({ coordinate }) => coordinate)).toEqual(['@label']);
  });

  it('refuses another version, and two links', () => {
    const later = labelDirectives.replace('labels/v1.0', 'labels/v2.0');
    expect(findings(labelsAreLinked, asWritten({ police: later }))[0]).toMatchObject({
      message: expect.stringContaining('v2.0'),
    });
    const twice = `${labelDirectives} extend schema @link(url: "https://trellis.example/labels/v1.0", as: "again")`;
    expect(findings(labelsAreLinked, asWritten({ police: twice }))).toMatchObject([{ fix: 'Keep one @link.' }]);
  });

  it('refuses a definition that says something else', () => {
    const police = labelDirectives.replace(
      'level: Level = FULL) repeatable on FIELD_DEFINITION | ARG',
      'level: Level = SUMMARY) repeatable on FIELD_DEFINITION | ARG',
    );
    expect(findings(labelsAreLinked, asWritten({ police }))).toMatchObject([{ coordinate: '@label' }]);
  });

  it('does not mind descriptions and the order of locations', () => {
    const police = labelDirectives.replace(
      'directive @open on FIELD_DEFINITION | ARGUMENT_DEFINITION',
      '"Needs no permission." directive @open on ARGUMENT_DEFINITION | FIELD_DEFINITION',
    );
    expect(findings(labelsAreLinked, asWritten({ police }))).toEqual([]);
  });
});
