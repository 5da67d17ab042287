import { describe, expect, it } from '@jest/globals';
import { child, findings, places, withHead } from '../../test/schema/rule-harness.ts';
import { whoReturnsARecordKnowsWhose } from './who-returns-a-record-knows-whose.ts';

const police = `
type Query { incidents: [Incident!] @open }
type Incident @key(fields: "id") @about(children: "involved { id }", categories: "recordCategories") {
  id: NetworkId! @open
  involved: [Child!] @open @shareable
  recordCategories: [Category!] @open @shareable
}
${child} }`;
const stub = (fields: string) => `
type Incident @key(fields: "id") @about(children: "involved { id }", categories: "recordCategories") {
  id: NetworkId! @open
  ${fields}
}
${child} incidents: [Incident!] @open }`;
const refused = (education: string) => places(whoReturnsARecordKnowsWhose, { police, education });

describe('who returns a record knows whose it is', () => {
  it('accepts an agency that resolves all of it', () => {
    expect(refused(stub('involved: [Child!] @open @shareable recordCategories: [Category!] @open @shareable'))).toEqual(
      [],
    );
  });

  it('names what it does not resolve', () => {
    expect(
      findings(
        whoReturnsARecordKnowsWhose,
        withHead({ police, education: stub('involved: [Child!] @open @shareable') }),
      ),
    ).toMatchObject([
      {
        subgraph: 'education',
        coordinate: 'Child.incidents',
        message: 'Child.incidents returns Incident, and "education" does not answer its "recordCategories" itself.',
        fix: 'Define "recordCategories" on Incident in "education", @shareable in every agency that does.',
      },
    ]);
  });

  it.each([
    ['a stub', 'note: String @open'],
    ['what it only mentions', 'involved: [Child!] @open @external recordCategories: [Category!] @open @external'],
    ['half of a path', 'involved: [Child!] @open @shareable recordCategories: [Category!] @open @external'],
  ])('refuses %s', (_, fields) => {
    expect(refused(stub(fields))).toEqual(['education 5:77 Child.incidents']);
  });

  it('refuses a type that is only mentioned, whole', () => {
    const fields = 'involved: [Child!] @open recordCategories: [Category!] @open';
    expect(refused(stub(fields))).toEqual([]);
    expect(refused(stub(fields).replace('type Incident', 'type Incident @external'))).toEqual([
      'education 5:77 Child.incidents',
    ]);
  });

  it('refuses an agency whose routing another has taken over', () => {
    const identity = stub(
      'involved: [Child!] @open @override(from: "education") recordCategories: [Category!] @open @override(from: "education")',
    ).replace('incidents: [Incident!] @open', '');
    const education = stub('involved: [Child!] @open recordCategories: [Category!] @open');
    expect(places(whoReturnsARecordKnowsWhose, { education, identity })).toEqual(['education 5:77 Child.incidents']);
  });

  it('accepts an agency that adds to records and returns none', () => {
    expect(refused(stub('note: String @open').replace('incidents: [Incident!] @open', ''))).toEqual([]);
  });

  it('looks behind unions and interfaces', () => {
    const union = `${stub('').replace('incidents: [Incident!] @open', 'things: [Thing!] @open')} union Thing = Incident | Note type Note { a: Int @open }`;
    expect(refused(union)).toEqual(['education 5:77 Child.things']);
    const face = `${stub('').replace('Incident @key', 'Incident implements Thing @key').replace('incidents: [Incident!] @open', 'things: [Thing!] @open')} interface Thing { id: NetworkId! }`;
    expect(refused(face)).toEqual(['education 5:77 Child.things']);
  });

  it('refuses to return an @interfaceObject, which hides what record it is', () => {
    const faced = `${police.replace('Incident @key', 'Incident implements Thing @key')} interface Thing @key(fields: "id") { id: NetworkId! }`;
    const education =
      'type Query { things: [Thing!] @open } type Thing @interfaceObject @key(fields: "id") { id: NetworkId! @open }';
    expect(places(whoReturnsARecordKnowsWhose, { police: faced, education })).toEqual(['education 1:14 Query.things']);
  });

  it('knows a record by the key that most agencies have, not by one of its own', () => {
    const education = `
type Query { incidents: [Incident!] @open }
type Incident @key(fields: "ref") @about(children: "involved { id }") { ref: NetworkId! @open involved: [Child!] @open @shareable }
${child} }`;
    const own = police
      .replace(
        '@key(fields: "id") @about(children: "involved',
        '@key(fields: "id") @key(fields: "ref") @about(children: "involved',
      )
      .replace('involved:', 'ref: NetworkId! @open involved:');
    const identity = stub('').replace('incidents: [Incident!] @open', '');
    expect(
      places(whoReturnsARecordKnowsWhose, { police: own, education, identity, 'mental-health': identity }),
    ).toEqual(['education 1:14 Query.incidents']);
  });
});
