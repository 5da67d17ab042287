import { describe, expect, it } from '@jest/globals';
import { places } from '../../test/schema/rule-harness.ts';
import { filtersAreLabelled } from './filters-are-labelled.ts';

const label = '@label(is: ["police.narrative"])';
const query = (argument: string, types = '') =>
  places(filtersAreLabelled, { police: `type Query { a(${argument}): [Int] @open }\n${types}` });

describe('filters, sorts and searches are labelled', () => {
  it.each([
    'where: Int',
    'filter: Int',
    'filterBy: Int',
    'orderBy: Int',
    'sort: Int',
    'search: String',
    'groupBy: Int',
    'by: NoteFilter',
    'by: [NoteWhereInput!]',
    'by: NoteOrderBy',
  ])('refuses an open %s', (argument) => {
    expect(query(`${argument} @open`)).toHaveLength(1);
    expect(query(`${argument} ${label}`)).toEqual([]);
  });

  it('accepts other arguments, a court order among them', () => {
    expect(
      query(
        'id: NetworkId! @open, input: OrderInput @open, from: Date @open',
        'input OrderInput { court: String @open }',
      ),
    ).toEqual([]);
  });

  it('refuses an input field that does not say what it reads, however deep', () => {
    const types = `input NoteFilter { text: String @open and: [NoteFilter!] @open author: PersonFilter @open }
input PersonFilter { name: String @open age: Int ${label} }`;
    expect(query(`filter: NoteFilter ${label}`, types)).toEqual([
      'police 2:20 NoteFilter.text',
      'police 3:22 PersonFilter.name',
    ]);
  });

  it('accepts operators below a labelled input field', () => {
    const types = `input NoteFilter { text: StringTest ${label} and: [NoteFilter!] @open }
input StringTest { equals: String @open contains: String @open }`;
    expect(query(`filter: NoteFilter ${label}`, types)).toEqual([]);
  });
});
