import { describe, expect, it } from '@jest/globals';
import { child, places } from '../../test/schema/rule-harness.ts';
import { noConnectionsOverRecords } from './no-connections-over-records.ts';

const connection = `
type Page { edges: [Edge!] @open pageInfo: Int @open }
type Edge { cursor: String @open node: Child @open }
type Box { items: [Child!] @open }
type Log { edges: [Line!] @open }
type Line { node: Entry @open }
type Entry { at: Date @open child: Child @open }
${child} }`;
const query = (field: string) => places(noConnectionsOverRecords, { police: `type Query { ${field} }\n${connection}` });

describe('no connections over records', () => {
  it.each(['a: Page @open', 'a(first: Int @open): Page @open', 'a(limit: Int @open): Box @open'])(
    'refuses %s',
    (field) => {
      expect(query(field)).toEqual(['police 1:14 Query.a']);
    },
  );

  it.each(['a(first: Int @page): [Child!] @open', 'a: Box @open', 'a(first: Int @open): Log @open', 'a: Child @open'])(
    'accepts %s',
    (field) => {
      expect(query(field)).toEqual([]);
    },
  );
});
