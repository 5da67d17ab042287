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

  it('leaves the network’s own ids to the network', () => {
    expect(found('otherIds: [NetworkId!] @open', 'register')).toEqual([]);
  });
});
