import { describe, expect, it } from '@jest/globals';
import { child, places } from '../../test/schema/rule-harness.ts';
import { idsNameNoRecords } from './ids-name-no-records.ts';

const label = '@label(is: ["police.incident"])';
const found = (fields: string, agency = 'police') =>
  places(idsNameNoRecords, { [agency]: `${child} ${fields} note: Note @open } type Note { id: NetworkId! @open }` });

describe('an id outside of a key names nothing', () => {
  it.each([
    `friends: [NetworkId!] ${label}`,
    'friends: [NetworkId!] @open',
    'friend: NetworkId @open',
    `grid: [[NetworkId]] ${label}`,
  ])('refuses %s', (fields) => {
    expect(found(fields)).toHaveLength(1);
  });

  it('accepts an id of its own, one that is labelled, and those of keys and children paths', () => {
    expect(found(`friend: NetworkId ${label}`)).toEqual([]);
    expect(
      places(idsNameNoRecords, {
        police: `type Call @key(fields: "code") @about(children: "by") { code: NetworkId! @open by: [NetworkId!] @open }`,
      }),
    ).toEqual([]);
  });

  it.each([
    ['beside its own', '@key(fields: "id other")', 'id: NetworkId! @open other: NetworkId! @open'],
    [
      'in another key',
      '@key(fields: "id") @key(fields: "incidentId")',
      'id: NetworkId! @open incidentId: NetworkId! @open',
    ],
    ['that alone is its key', '@key(fields: "incidentId")', 'incidentId: NetworkId! @open'],
    ['in a part of its key', '@key(fields: "id ref { other }")', 'id: NetworkId! @open ref: Ref! @open'],
  ])('refuses the id of another record, %s', (_where, key, fields) => {
    const police = `${child} incidents: [Incident!] ${label} }
      type Ref { ${key.includes('ref') ? 'other: NetworkId! @open' : 'day: Date @open'} }
      type Incident @key(fields: "id") @about(children: "of { id }") { id: NetworkId! @open of: [Child!] @open }
      type Charge ${key} @about(children: "of") { ${fields} of: [NetworkId!] @open }`;
    expect(places(idsNameNoRecords, { police })).toHaveLength(1);
  });

  it('leaves the network’s own ids to the network', () => {
    expect(found('otherIds: [NetworkId!] @open', 'register')).toEqual([]);
  });
});
