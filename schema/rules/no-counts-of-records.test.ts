import { describe, expect, it } from '@jest/globals';
import { child, places } from '../../test/schema/rule-harness.ts';
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

  it('refuses it wherever it stands: on another type, or with another agency', () => {
    const elsewhere = (field: string) =>
      places(noCountsOfRecords, {
        police: `${child} incidents: [Incident!] @open } ${incident}`,
        education: `type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open ${field} }`,
      });
    for (const name of ['incidentCount', 'numberOfIncidents', 'incidentTotal', 'count', 'totalCount'])
      expect(elsewhere(`${name}: Int @label(is: ["police.incident"])`)).toHaveLength(1);
    expect(elsewhere('incidentCount: Float @label(is: ["police.incident"])')).toHaveLength(1);
    expect(query('incidentCount: Int @label(is: ["police.incident"])')).toHaveLength(1);
    expect(elsewhere('absenceCount: Int @label(is: ["education.attendance"])')).toEqual([]);
  });

  it('accepts a count of what is no record, and of another list', () => {
    expect(query('days: [Day!] @open count: Int @label(is: ["police.incident"])')).toEqual([]);
    expect(query('incidents: [Incident!] @open dayCount: Int @label(is: ["police.incident"])')).toEqual([]);
  });
});
