import { describe, expect, it } from '@jest/globals';
import { places } from '../../test/schema/rule-harness.ts';
import { countsAreLabelled } from './counts-are-labelled.ts';

const query = (field: string) => places(countsAreLabelled, { police: `type Query { ${field} }` });

describe('counts are labelled', () => {
  it.each([
    'count: Int',
    'total: Int',
    'totalCount: Int!',
    'incidentCount: Int',
    'countOfIncidents: Float',
    'numberOfIncidents: Int',
  ])('refuses an open %s', (field) => {
    expect(query(`${field} @open`)).toHaveLength(1);
  });

  it('accepts labelled ones, and what is no count', () => {
    expect(query('count: Int @label(is: ["police.incident"])')).toEqual([]);
    expect(query('country: String @open county: Int @open account: Int @open count: String @open')).toEqual([]);
  });
});
