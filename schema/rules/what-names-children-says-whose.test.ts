import { describe, expect, it } from '@jest/globals';
import { child, place, places, questions, withHead } from '../../test/schema/rule-harness.ts';
import { whatNamesChildrenSaysWhose } from './what-names-children-says-whose.ts';

const label = '@label(is: ["police.narrative"])';
const found = (fields: string, group: string) =>
  places(whatNamesChildrenSaysWhose, { police: `${child} ${fields} }\n${group}` });
const group = 'group: Group @label(is: ["police.incident"])';
const keyed = 'type Group @key(fields: "id") { id: NetworkId! @open';
const incident = `type Incident @key(fields: "id") @about(children: "involved { id }") { id: NetworkId! @open involved: [Child!] @open people: [Person!] ${label} }`;

describe('a type that leads to children says whose it is', () => {
  it.each<[string, string]>([
    ['an open list of children', `${keyed} members: [Child!] @open why: String ${label} }`],
    ['a labelled list of them, with more to tell', `${keyed} members: [Child!] ${label} why: String ${label} }`],
    ['one open child', `${keyed} other: Child @open }`],
    ['one labelled child, with more to tell', `${keyed} other: Child ${label} why: String ${label} }`],
    ['what has no key and names another', `type Group { other: Child ${label} why: String ${label} }`],
    ['what has no key and names several', `type Group { others: [Child!] ${label} why: String ${label} }`],
    ['what has no key and opens one', `type Group { other: Child @open }`],
    [
      'a child behind an interface',
      `interface Known { id: NetworkId! } extend type Child implements Known ${keyed} all: [Known!] @open }`,
    ],
  ])('refuses %s', (_name, type) => {
    expect(found(group, type)).toHaveLength(1);
  });

  it('refuses what agencies know by a key and what leads to records of several children, at any distance', () => {
    const direct = `${incident} type Person { role: String ${label} }`;
    expect(found(group, `${direct} ${keyed} reports: [Incident!] ${label} why: String ${label} }`)).toHaveLength(1);
    expect(
      found(
        group,
        `${direct} ${keyed} list: List @open why: String ${label} } type List { all: [Incident!] ${label} }`,
      ),
    ).toHaveLength(1);
    expect(
      found(group, `${keyed} list: List @open why: String ${label} } type List { all: [Child!] ${label} }`),
    ).toHaveLength(1);
  });

  it.each<[string, string]>([
    [
      'what says whose it is',
      `type Group @key(fields: "id") @about(children: "members { id }") { id: NetworkId! @open members: [Child!] @open why: String ${label} }`,
    ],
    ['children who are each decided, and nothing more', `${keyed} name: String @open members: [Child!] ${label} }`],
    ['a key and nothing of children', `${keyed} why: String ${label} }`],
    [
      'what hangs from its child and names nobody',
      `type Group { why: String ${label} reports: [Incident!] ${label} } ${incident} type Person { role: String ${label} }`,
    ],
  ])('accepts %s', (_name, type) => {
    expect(found(group, type)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['open siblings of a child', 'siblings: [Child!] @open', ''],
    ['one open sibling', 'twin: Child @open', ''],
    ['children behind a union', 'around: [Who!] @open', 'union Who = Child | Dog type Dog { name: String @open }'],
    ['a child whom a record of another opens', '', incident.replace('people', 'accused: Child @open people')],
    ['several of them', '', incident.replace('people', 'witnesses: [Child!] @open people')],
  ])('refuses %s', (_name, fields, types) => {
    expect(found(fields, `${types} type Person { role: String ${label} }`)).toHaveLength(1);
  });

  it('accepts labelled siblings, and asks whether a record is about the labelled children that it names, too', () => {
    const asked = (sdl: string) =>
      questions(whatNamesChildrenSaysWhose, withHead({ police: `${child} siblings: [Child!] ${label} }\n${sdl}` }));
    const person = `type Person { role: String ${label} }`;
    expect(asked(`${incident} ${person}`)).toEqual([]);
    expect(asked(`${incident.replace('people', `witnesses: [Child!] ${label} people`)} ${person}`).map(place)).toEqual([
      'police 2:118 Incident.witnesses',
    ]);
    expect(found(`siblings: [Child!] ${label}`, `${incident} ${person}`)).toEqual([]);
  });

  it('accepts the part of one child in a record that is decided for all of them', () => {
    expect(found('', `${incident} type Person { child: Child ${label} role: String ${label} }`)).toEqual([]);
  });

  it('accepts the roots, and what the network itself decides on', () => {
    expect(found('', 'type Query { caseload: [Child!] @open }')).toEqual([]);
    expect(
      places(whatNamesChildrenSaysWhose, {
        register: `${child} notes: [Note!] @open } type Note { child: Child @open }`,
      }),
    ).toEqual([]);
  });
});
