import { describe, expect, it } from '@jest/globals';
import { child, places } from './harness.ts';
import { noCountsOfRecords } from './no-counts-of-records.ts';

const incident =
  'type Incident @key(fields: "id") @about(children: "child { id }") { id: NetworkId! @open child: Child @open }';
const query = (fields: string) =>
  places(noCountsOfRecords, { police: `${child} } ${incident} type File { ${fields} } type Day { on: Date @open }` });

describe('no counts of records', () => {
  it.each(['count: Int', 'totalCount: Int!', 'incidentCount: Int', 'numberOfIncidents: Int', 'countOfIncidents: Int'])(
    'refuses %s beside a list of incidents',
    (field) => {
      expect(query(`incidents: [Incident!] @open ${field} @label(is: ["police.incident"])`)).toHaveLength(1);
    },
  );

  it('accepts a count of what is no record, and of another list', () => {
    expect(query('days: [Day!] @open count: Int @label(is: ["police.incident"])')).toEqual([]);
    expect(query('incidents: [Incident!] @open dayCount: Int @label(is: ["police.incident"])')).toEqual([]);
  });
});
