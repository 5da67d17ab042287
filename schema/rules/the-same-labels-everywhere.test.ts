import { describe, expect, it } from '@jest/globals';
import { findings, places, withHead } from '../../test/schema/rule-harness.ts';
import { theSameLabelsEverywhere } from './the-same-labels-everywhere.ts';

const both = (police: string, education: string) => places(theSameLabelsEverywhere, { police, education });
const incident = (field: string, marks = '') =>
  `type Incident @key(fields: "id") ${marks} { id: NetworkId! @open ${field} }`;

describe('the same labels wherever it is written', () => {
  it('accepts the same in another order or split', () => {
    const one = incident('text: String @shareable @label(is: ["police.narrative", "police.incident"])');
    const other = incident(
      'text: String @shareable @label(is: ["police.incident"]) @label(is: ["police.narrative"], level: FULL)',
    );
    expect(both(one, other)).toEqual([]);
  });

  it.each([
    ['a label here and none there', '@label(is: ["police.narrative"])', ''],
    ['a label here and @open there', '@label(is: ["police.narrative"])', '@open'],
    ['another category', '@label(is: ["police.narrative"])', '@label(is: ["police.incident"])'],
    ['one category more', '@label(is: ["police.narrative"])', '@label(is: ["police.narrative", "police.incident"])'],
    ['another level', '@label(is: ["police.narrative"])', '@label(is: ["police.narrative"], level: SUMMARY)'],
  ])('refuses %s, on shared fields', (_, here, there) => {
    expect(both(incident(`text: String @shareable ${here}`), incident(`text: String @shareable ${there}`))).toEqual([
      'police 1:58 Incident.text',
    ]);
  });

  it('refuses it on overridden and on external fields', () => {
    const police = incident('text: String @open');
    expect(
      both(police, incident('text: String @override(from: "police") @label(is: ["police.narrative"])')),
    ).toHaveLength(1);
    expect(both(police, incident('text: String @external @label(is: ["police.narrative"])'))).toHaveLength(1);
  });

  it('refuses it on arguments, paging marks and input fields', () => {
    expect(
      both(incident('list(first: Int @page): [Int] @open'), incident('list(first: Int @open): [Int] @open')),
    ).toEqual(['police 1:63 Incident.list(first:)']);
    expect(both('input I { v: Int @open }', 'input I { v: Int @label(is: ["police.narrative"]) }')).toEqual([
      'police 1:11 I.v',
    ]);
  });

  it('refuses types that say otherwise what they are or whose', () => {
    const about = '@about(children: "id")';
    expect(both(incident('', '@label(is: ["police.incident"])'), incident(''))).toEqual(['police 1:1 Incident']);
    expect(both(incident('', about), incident(''))).toEqual(['police 1:1 Incident']);
    expect(both(incident('', about), incident('', '@about(children: "involved { id }")'))).toEqual([
      'police 1:1 Incident',
    ]);
  });

  it('compares an @interfaceObject with what implements it', () => {
    const graph = {
      police:
        'interface Note @key(fields: "id") { id: NetworkId! } type A implements Note @key(fields: "id") { id: NetworkId! @open }',
      education:
        'type Note @interfaceObject @key(fields: "id") { id: NetworkId! @open text: String @shareable @label(is: ["police.narrative"]) }',
      identity:
        'type A @key(fields: "id") { id: NetworkId! @open text: String @shareable @label(is: ["police.incident"]) }',
    };
    expect(places(theSameLabelsEverywhere, graph)).toEqual(['identity 1:50 A.text']);
  });

  it('says what stands where', () => {
    const found = findings(theSameLabelsEverywhere, withHead({ a: incident('t: Int @open'), b: incident('t: Int') }));
    expect(found).toMatchObject([{ message: 'Incident.t is marked with nothing in "b" and @open in "a".' }]);
  });

  it('points at the one that is unlike the others, wherever its name stands in the alphabet', () => {
    const all = (aaa: string) =>
      places(theSameLabelsEverywhere, { aaa, ccc: incident('t: Int @open'), ddd: incident('t: Int @open') });
    expect(all(incident('t: Int @label(is: ["police.incident"])'))).toEqual(['aaa 1:58 Incident.t']);
    expect(all(incident('t: Int @open'))).toEqual([]);
  });

  it.each([
    ['t: Int @open', 't: Int @label(is: ["police.incident"])', '@label(is: ["police.incident"])'],
    ['t: Int @label(is: ["police.incident"])', 't: Int @open', '@label(is: ["police.incident"])'],
    ['t: Int', 't: Int @open', '@open'],
  ])('advises, of two, what gives less away: %s and %s', (a, b, advised) => {
    const [found] = findings(theSameLabelsEverywhere, withHead({ a: incident(a), b: incident(b) }));
    expect(found?.fix).toContain(`such as ${advised};`);
  });
});
