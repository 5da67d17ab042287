import { describe, expect, it } from '@jest/globals';
import { child, findings, withHead } from '../../test/schema/rule-harness.ts';
import { flowsAreDeclared } from './flows-are-declared.ts';

const identity = `${child}
  birthYear: Int @label(is: ["identity.birth-date"], level: SUMMARY)
  name: String @label(is: ["identity.name"])
  open: Int @open
}`;
const education = (directives: string) => `${child}
  grade: Int @label(is: ["identity.birth-date", "identity.name"]) ${directives}
}`;
const refused = (directives: string, more = {}) =>
  findings(flowsAreDeclared, withHead({ identity, education: education(directives), ...more })).map(
    ({ message, fix }) => `${message} ${fix}`,
  );

const undeclared = 'Child.grade brings data of "identity" to "education" and does not declare it.';
const untrue = 'Child.grade declares a flow from "identity" that its @requires does not make.';

describe('flows are declared', () => {
  it('accepts what is declared at its level', () => {
    expect(
      refused('@requires(fields: "birthYear") @flow(from: "identity", is: ["identity.birth-date"], level: SUMMARY)'),
    ).toEqual([]);
  });

  it('needs no declaration for open fields', () => {
    expect(refused('@requires(fields: "open")')).toEqual([]);
  });

  it('refuses silence, and says what to write', () => {
    expect(refused('@requires(fields: "birthYear name")')).toEqual([
      `${undeclared} Add @flow(from: "identity", is: ["identity.name"]) @flow(from: "identity", is: ["identity.birth-date"], level: SUMMARY) to Child.grade.`,
    ]);
  });

  it('refuses another level, too much, and another agency', () => {
    const requires = '@requires(fields: "birthYear")';
    expect(refused(`${requires} @flow(from: "identity", is: ["identity.birth-date"])`)).toHaveLength(2);
    expect(
      refused(
        `${requires} @flow(from: "identity", is: ["identity.birth-date"], level: SUMMARY) @flow(from: "identity", is: ["identity.name"])`,
      ),
    ).toEqual([`${untrue} Remove @flow(from: "identity", is: ["identity.name"]) from Child.grade.`]);
    expect(refused(`${requires} @flow(from: "police", is: ["identity.birth-date"], level: SUMMARY)`)).toHaveLength(2);
  });

  it('refuses a flow that nothing makes', () => {
    expect(refused('@flow(from: "identity", is: ["identity.name"])')).toEqual([
      `${untrue} Remove @flow(from: "identity", is: ["identity.name"]) from Child.grade.`,
    ]);
  });

  it('names every agency that may answer, and none that was overridden', () => {
    const shared = { police: `${child} name: String @label(is: ["identity.name"]) }` };
    const fixes = refused('@requires(fields: "name") @flow(from: "identity", is: ["identity.name"])', shared);
    expect(fixes).toEqual([expect.stringContaining('@flow(from: "police", is: ["identity.name"])')]);
    const taken = { police: `${child} name: String @override(from: "identity") @label(is: ["identity.name"]) }` };
    expect(refused('@requires(fields: "name") @flow(from: "police", is: ["identity.name"])', taken)).toEqual([]);
  });
});
