import { describe, expect, it } from '@jest/globals';
import { child, findings, places, withHead } from '../../test/schema/rule-harness.ts';
import { requiredStaysInItsRecord } from './required-stays-in-its-record.ts';

const police = `
type Query { plans: [Plan!] @open }
type Plan @key(fields: "id") @about(children: "child { id }") {
  id: NetworkId! @open
  child: Child @open
  incidents: [Incident!] @open
  note: Note @open
}
type Note { incident: Incident @open text: String @open }
type Incident @key(fields: "id") @key(fields: "station { id }") @about(children: "child { id }") {
  id: NetworkId! @open
  station: Station @open
  child: Child @open
  narrative: String @open
}
type Station { id: NetworkId! @open name: String @open }
interface Thing { id: NetworkId! }
${child} name: String @open }`;
const plan = (fields: string) =>
  `type Plan @key(fields: "id") @about(children: "child { id }") { id: NetworkId! @open ${fields} }`;
const refused = (directive: string) =>
  places(requiredStaysInItsRecord, { police, education: plan(`result: Plan @open ${directive}`) });

describe('what is required stays in its record', () => {
  it('accepts to require its own fields', () => {
    expect(refused('@requires(fields: "note { text }")')).toEqual([]);
  });

  it.each([
    'incidents { id }',
    'incidents { station { id } __typename }',
    'child { id }',
    'note { incident { id } }',
    'incidents { __typename }',
    'incidents { narrative }',
    'incidents { station { name } }',
    'child { name }',
    'note { incident { id narrative } }',
    'incidents { child { id } }',
  ])('refuses to require %s', (fields) => {
    expect(refused(`@requires(fields: "${fields}")`)).toHaveLength(1);
  });

  it('refuses to provide more of a record than its key', () => {
    expect(refused('@provides(fields: "id")')).toEqual([]);
    expect(refused('@provides(fields: "note { text }")')).toHaveLength(1);
    expect(refused('@provides(fields: "incidents { id }")')).toHaveLength(1);
  });

  it('looks through fragments, and at a record like its own', () => {
    const other = plan(
      'other: Plan @open result: Int @open @requires(fields: "other { ... on Plan { note { text } } }")',
    );
    expect(places(requiredStaysInItsRecord, { police, education: other })).toHaveLength(1);
    const same = plan('result: Int @open @requires(fields: "... on Plan { note { text } }")');
    expect(places(requiredStaysInItsRecord, { police, education: same })).toEqual([]);
  });

  it('says which record', () => {
    expect(
      findings(
        requiredStaysInItsRecord,
        withHead({ police, education: plan('r: Int @open @requires(fields: "incidents { narrative }")') }),
      ),
    ).toMatchObject([
      {
        subgraph: 'education',
        line: 1,
        message: '@requires on Plan.r enters Incident, a record of its own.',
      },
    ]);
  });
});
