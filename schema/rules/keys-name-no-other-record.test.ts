import { describe, expect, it } from '@jest/globals';
import { child, places } from '../../test/schema/rule-harness.ts';
import { keysNameNoOtherRecord } from './keys-name-no-other-record.ts';

const records = `
${child} }
type Incident @key(fields: "id") @about(children: "involved { id }") { id: NetworkId! @open involved: [Child!] @open }
interface Entry { id: NetworkId! }
type Call implements Entry @key(fields: "id") @about(children: "by { id }") { id: NetworkId! @open by: Child @open }
type Station { id: NetworkId! @open chief: Child @open call: Call @open }`;
const keyed = (key: string, about = '@about(children: "child { id }")') =>
  places(keysNameNoOtherRecord, {
    police: `type Charge @key(fields: "${key}") ${about} {
      id: NetworkId! @open child: Child @open other: Child @open incident: Incident @open entry: Entry @open station: Station @open deep: Charge @open }
      ${records}`,
  });

describe('a key names no other record', () => {
  it.each(['id', 'child { id }', 'id child { id }', 'station { id } id'])('accepts %s', (key) => {
    expect(keyed(key)).toEqual([]);
  });

  it.each([
    'incident { id }',
    'child { id } incident { id }',
    'other { id }',
    'entry { id }',
    'station { chief { id } }',
    'station { id call { id } }',
    'deep { id }',
    // An alias of the own path is no part of it.
    'id station { chief { id } }',
  ])('refuses %s', (key) => {
    expect(keyed(key)).toEqual(['police 1:13 Charge']);
  });

  it('refuses any record in the key of what does not say whose it is', () => {
    expect(keyed('child { id }', '')).toHaveLength(1);
    expect(keyed('station { id }', '')).toEqual([]);
  });

  it('refuses a key that no one can be entered by, too: it travels all the same', () => {
    expect(keyed('incident { id }", resolvable: false, fields: "incident { id }')).toHaveLength(1);
  });

  it('refuses the way through a record of several children, though they are its own', () => {
    expect(
      places(keysNameNoOtherRecord, {
        police: `type Charge @key(fields: "incident { id }") @about(children: "incident { involved { id } }") { incident: Incident @open } ${records}`,
      }),
    ).toHaveLength(1);
  });
});
