import { describe, expect, it } from '@jest/globals';
import { child, places } from '../../test/schema/rule-harness.ts';
import { theUnknownIsNull } from './the-unknown-is-null.ts';

const incident = (fields: string) =>
  `type Incident @key(fields: "id") @about(children: "of { id }") { id: NetworkId! @open ${fields} }`;

describe('a field that an agency may not know', () => {
  it('is nullable on a child: anybody may name one', () => {
    expect(places(theUnknownIsNull, { police: `${child} flagged: Boolean! @open }` })).toEqual([
      'police 1:77 Child.flagged',
    ]);
    expect(places(theUnknownIsNull, { police: `${child} flags: [Int!]! @open }` })).toHaveLength(1);
    expect(places(theUnknownIsNull, { police: `${child} flags: [Int!] @open }` })).toEqual([]);
  });

  it('is nullable on a record that another agency returns', () => {
    const police = `type Query { all: [Incident!] @open } ${incident('of: Child @open at: String! @open')} ${child} }`;
    expect(places(theUnknownIsNull, { police })).toEqual([]);
    const education = `${incident('of: Child @open seen: Boolean! @open')} ${child} }`;
    expect(places(theUnknownIsNull, { police, education })).toEqual(['education 1:103 Incident.seen']);
    const both = `${education} extend type Child { incidents: [Incident!] @open }`;
    expect(places(theUnknownIsNull, { police, education: both })).toHaveLength(2);
  });

  it('is nullable on an interface object, whose records others return', () => {
    const police = `type Query { all: [Entry!] @open } interface Entry @key(fields: "id") { id: NetworkId! } ${incident('of: Child @open').replace('Incident', 'Incident implements Entry')} ${child} }`;
    const education = `type Entry @interfaceObject @key(fields: "id") { id: NetworkId! @open seen: Boolean! @open }`;
    expect(places(theUnknownIsNull, { police, education })).toEqual(['education 1:71 Entry.seen']);
  });

  it('may be non-null in a key, in what is no entity, and where another answers it', () => {
    expect(places(theUnknownIsNull, { police: `${child} file: File @open } type File { at: String! @open }` })).toEqual(
      [],
    );
    expect(places(theUnknownIsNull, { police: `${child} name: String! @open @external }` })).toEqual([]);
  });
});
