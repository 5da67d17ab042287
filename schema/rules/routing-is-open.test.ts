import { describe, expect, it } from '@jest/globals';
import { child, places } from '../../test/schema/rule-harness.ts';
import { routingIsOpen } from './routing-is-open.ts';

const incident = (marks: { id?: string; involved?: string; categories?: string; people?: string }) => `
type Incident @key(fields: "id") @about(children: "involved { child { id } }", categories: "categories") {
  id: NetworkId! ${marks.id ?? '@open'}
  involved: [Involved!] ${marks.involved ?? '@open'}
  categories: [Category!] ${marks.categories ?? '@open'}
}
type Involved ${marks.people ?? ''} { child: Child @open }
${child} }`;
const label = '@label(is: ["police.incident"])';

describe('routing is open', () => {
  it('accepts open routing', () => {
    expect(places(routingIsOpen, { police: incident({}) })).toEqual([]);
  });

  it.each([
    ['a key', { id: label }, 'police 1:15 Incident.id'],
    ['a children path', { involved: label }, 'police 1:34 Incident.involved'],
    ['a type on the children path', { people: label }, 'police 1:34 Incident.involved'],
    ['categories', { categories: label }, 'police 1:34 Incident.categories'],
  ])('refuses %s that is labelled', (_, marks, where) => {
    expect(places(routingIsOpen, { police: incident(marks) })).toEqual([where]);
  });
});
