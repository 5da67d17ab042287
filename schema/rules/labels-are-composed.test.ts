import { describe, expect, it } from '@jest/globals';
import { labelDirectives } from '../label-directives.ts';
import { asWritten, findings, places } from '../../test/schema/rule-harness.ts';
import { labelsAreComposed } from './labels-are-composed.ts';

describe('label directives are composed', () => {
  it('accepts the head', () => {
    expect(places(labelsAreComposed, { police: 'type Query { a: Int @label(is: ["police.incident"]) }' })).toEqual([]);
  });

  it('names each one that is used and would vanish', () => {
    const police = labelDirectives
      .replace('@composeDirective(name: "@label")', '')
      .replace('@composeDirective(name: "@about")', '');
    const body = 'type Query { a: Int @label(is: ["police.incident"]) b: Int @open }';
    expect(findings(labelsAreComposed, asWritten({ police: `${body}\n${police}` }))).toMatchObject([
      { subgraph: 'police', line: 1, column: 21, fix: 'Add @composeDirective(name: "@label") to the schema.' },
    ]);
  });

  it('sees through a rename', () => {
    const head = labelDirectives
      .replace('"@open"', '{ name: "@open", as: "@free" }')
      .replace('directive @open', 'directive @free')
      .replace('(name: "@open")', '(name: "@free")');
    expect(findings(labelsAreComposed, asWritten({ police: `type Query { a: Int @free }\n${head}` }))).toEqual([]);
    const uncomposed = head.replace('@composeDirective(name: "@free")', '');
    expect(
      findings(labelsAreComposed, asWritten({ police: `type Query { a: Int @free }\n${uncomposed}` })),
    ).toHaveLength(1);
  });
});
