import { describe, expect, it } from '@jest/globals';
import { places } from '../../test/schema/rule-harness.ts';
import { recordsCanBeEntered } from './records-can-be-entered.ts';

const incident = (directives: string) => `type Incident ${directives} @about(children: "id") { id: NetworkId! @open }`;

describe('records can be entered', () => {
  it('refuses @about on a type without a key, or with none that resolves', () => {
    expect(places(recordsCanBeEntered, { police: incident('') })).toEqual(['police 1:16 Incident']);
    expect(places(recordsCanBeEntered, { police: incident('@key(fields: "id", resolvable: false)') })).toHaveLength(1);
  });

  it('accepts a stub where another agency resolves the key', () => {
    const education = incident('@key(fields: "id", resolvable: false)');
    expect(places(recordsCanBeEntered, { police: incident('@key(fields: "id")'), education })).toEqual([]);
  });
});
