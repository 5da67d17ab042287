import { describe, expect, it } from '@jest/globals';
import { child, findings, questions, withHead } from '../../test/schema/rule-harness.ts';
import { compose } from '../compose.ts';
import { vocabulary } from '@trellis/vocabulary';
import { numbersBesideRecords } from './numbers-beside-records.ts';

const label = '@label(is: ["child-protection.placement"])';
const home = (fields: string, more = '') =>
  withHead({
    'child-protection': `type Query { home: Home @open }
      ${child} } ${more}
      type Home { ${fields} }
      type Stay @key(fields: "id") @about(children: "of { id }") { id: NetworkId! @open of: [Child!] @open night: Int @open }`,
  });
const refused = (...sdl: Parameters<typeof home>) =>
  findings(numbersBesideRecords, home(...sdl)).map(({ coordinate }) => coordinate);

describe('a number beside a list of records', () => {
  it.each(['freeBeds: Int @open', 'load: Float @open', 'perRoom: [Int!] @open'])(
    'is refused where it is open: %s',
    (field) => {
      expect(refused(`residents: [Stay!] @open ${field}`)).toHaveLength(1);
    },
  );

  it.each(['BigInt', 'NonNegativeInt', 'Decimal', 'JSON', 'JSONObject', 'Any'])(
    'is refused in a scalar of the agency’s own that may hold one: %s',
    (scalar) => {
      expect(refused(`residents: [Stay!] @open free: ${scalar} @open`, `scalar ${scalar}`)).toEqual(['Home.free']);
    },
  );

  it('is asked about where a scalar does not say what it holds', () => {
    const sdl = home('residents: [Stay!] @open site: Url @open since: Date @open name: String @open', 'scalar Url');
    expect(findings(numbersBesideRecords, sdl)).toEqual([]);
    expect(questions(numbersBesideRecords, sdl).map(({ coordinate }) => coordinate)).toEqual(['Home.site']);
  });

  it('is refused over one, too', () => {
    expect(refused('wing: Wing @open beds: Int @open', 'type Wing { residents: [Stay!] @open }')).toEqual([
      'Home.beds',
    ]);
  });

  it('is asked about where it is labelled, and at the root', () => {
    const sdl = home(`residents: [Stay!] @open freeBeds: Int ${label}`, 'extend type Query { version: Int @open }');
    const composed = compose(sdl, vocabulary);
    // The label that nobody could be permitted is another rule's.
    expect('problems' in composed && composed.problems.map(({ rule }) => rule)).toEqual(['labels-can-be-answered']);
    const hung = compose(
      home(
        `residents: [Stay!] @open freeBeds: Int ${label}`,
        `extend type Child { home: Home @open } extend type Query { version: Int @open }`,
      ),
      vocabulary,
    );
    expect('questions' in hung && hung.questions).toMatchObject([
      { rule: 'numbers-beside-records', subgraph: 'child-protection', coordinate: 'Query.version' },
      {
        coordinate: 'Home.freeBeds',
        fix: 'Remove it if it is: who may see the records can count them. If it is not, nothing is to be done.',
      },
    ]);
  });

  it('is accepted in a type of its own, where no records are, and beside the children that its record is of', () => {
    expect(refused('residents: [Stay!] @open house: House @open', 'type House { rooms: Int @open }')).toEqual([]);
    expect(refused('freeBeds: Int @open names: [String!] @open')).toEqual([]);
  });
});
