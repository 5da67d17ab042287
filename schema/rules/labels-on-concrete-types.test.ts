import { describe, expect, it } from '@jest/globals';
import { places } from '../../test/schema/rule-harness.ts';
import { labelsOnConcreteTypes } from './labels-on-concrete-types.ts';

describe('labels stand on concrete types', () => {
  it('refuses any mark on a field of an interface, or on its arguments', () => {
    const police = `
interface Contact {
  name: String @label(is: ["police.officer-contact"])
  phone(first: Int @page, short: Boolean @open): String @open
}`;
    expect(places(labelsOnConcreteTypes, { police })).toEqual([
      'police 2:16 Contact.name',
      'police 3:57 Contact.phone',
      'police 3:20 Contact.phone(first:)',
      'police 3:42 Contact.phone(short:)',
    ]);
  });

  it('refuses them on roots, where they would decide nothing', () => {
    const root = (name: string) => `type ${name} @label(is: ["police.incident"]) { a: Int @open }`;
    expect(places(labelsOnConcreteTypes, { police: root('Query') })).toEqual(['police 1:12 Query']);
    expect(places(labelsOnConcreteTypes, { police: `schema { mutation: Change } ${root('Change')}` })).toHaveLength(1);
  });

  it("accepts them on an @interfaceObject's fields, which have no other place, and not on it itself", () => {
    const police =
      'interface Note @key(fields: "id") { id: NetworkId! } type A implements Note @key(fields: "id") { id: NetworkId! @open }';
    const note = (marks: string) =>
      `type Note @interfaceObject @key(fields: "id") ${marks} { id: NetworkId! @open text: String @label(is: ["police.narrative"]) }`;
    expect(places(labelsOnConcreteTypes, { police, education: note('') })).toEqual([]);
    expect(places(labelsOnConcreteTypes, { police, education: note('@label(is: ["police.incident"])') })).toEqual([
      'education 1:47 Note',
    ]);
    expect(places(labelsOnConcreteTypes, { police, education: note('@about(children: "id")') })).toEqual([
      'education 1:47 Note',
    ]);
  });
});
