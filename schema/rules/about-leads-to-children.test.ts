import { describe, expect, it } from '@jest/globals';
import { child, findings, questions, withHead } from '../../test/schema/rule-harness.ts';
import { aboutLeadsToChildren } from './about-leads-to-children.ts';

const incident = (about: string, fields = '') => ({
  police: `type Incident @key(fields: "id") @about(${about}) {
  id: NetworkId! @open involved: [Child!] @open number: String @open recordCategories: [Category!] @open codes: [String!] @open ${fields} }
${child} sibling: Child @open }
interface Party { id: NetworkId! }
type Report @key(fields: "id") @about(children: "of { id }") { id: NetworkId! @open of: [Child!] @open }
type Person implements Party { id: NetworkId! @open child: Child @open }`,
});
const why = (about: string, fields?: string) =>
  findings(aboutLeadsToChildren, withHead(incident(about, fields))).map(({ message }) => message);

describe('@about leads to children', () => {
  it.each([
    ["the record's own id", 'children: "id"'],
    ['the children it names', 'children: "involved { id }"'],
    ["through a type that is nobody's record", 'children: "people { child { id } }"'],
    ['with categories', 'children: "involved { id }", categories: "recordCategories"'],
  ])('accepts %s', (_, about) => {
    expect(why(about, 'people: [Person!] @open')).toEqual([]);
  });

  it.each([
    ['what cannot be read', 'children: "involved {"', 'cannot be read'],
    ['a second operation', 'children: "id } query Q { id"', 'cannot be read'],
    ['an empty path', 'children: ""', 'cannot be read'],
    ['a path that is not there', 'children: "victims { id }"', 'asks Incident.victims, which no agency defines'],
    ['a path to something else', 'children: "number"', 'ends in String'],
    ['a path that stops early', 'children: "involved"', 'ends in Child'],
    ['two paths', 'children: "id involved { id }"', 'is not one path of plain fields'],
    ['an alias', 'children: "child: id"', 'is not one path of plain fields'],
    ['arguments', 'children: "some(n: 1)"', 'is not one path of plain fields'],
    ['a fragment', 'children: "... on Incident { id }"', 'is not one path of plain fields'],
    ['an interface', 'children: "parties { id }"', 'goes through Party, which is not a concrete type'],
    ["another record's id", 'children: "report { id }"', 'ends in the key of Report, which is no child'],
    [
      'a record beyond its key',
      'children: "involved { sibling { id } }"',
      'goes beyond the key of Child, a record of its own',
    ],
  ])('refuses %s', (_, about, reason) => {
    const [message] = why(about, 'parties: [Party!] @open report: Report @open some(n: Int @open): NetworkId @open');
    expect(message).toMatch(new RegExp(`of Incident ${reason}\\.$`));
  });

  it.each([
    ['its own', '"id"', '', 1],
    ['that of what is no record', '"station { id }"', 'station: Station @open', 1],
    ['a child', '"involved { id }"', '', 0],
    ['an id that is no key', '"childId"', 'childId: NetworkId! @open', 0],
  ])('asks whether a key that it leads to is a child’s: %s', (_, children, fields, count) => {
    const { police } = incident(`children: ${children}`, fields);
    const station = 'type Station @key(fields: "id") { id: NetworkId! @open }';
    const asked = questions(aboutLeadsToChildren, withHead({ identity: `${child} }`, police: police + station }));
    expect(asked.filter(({ coordinate }) => coordinate === 'Incident')).toHaveLength(count);
  });

  it.each([
    ['that are not there', 'nothing'],
    ['of another type', 'codes'],
    ['somewhere else', 'involved { id }'],
    ['behind arguments', 'some'],
  ])('refuses categories %s', (_, categories) => {
    const messages = why(`children: "id", categories: "${categories}"`, 'some(n: Int @open): [Category!] @open');
    expect(messages).toEqual([
      `The categories "${categories}" of Incident are not a field of its own of type [Category!].`,
    ]);
  });
});
