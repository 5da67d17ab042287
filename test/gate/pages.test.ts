import { describe, expect, test } from '@jest/globals';
import { identity, one, queries, shape, visit1, visit2 } from './shape.ts';
import { ann, child } from './table-network.ts';
import { idOf } from './world.ts';

const [remark1, remark2, remark3] = [1, 2, 3].map((at) => idOf('remark', at)) as [string, string, string];
const remarks = [remark1, remark2, remark3].map((id, at) => ({ __typename: 'Remark', id, text: `text ${at + 1}` }));
const page = '(first: Int @page, after: ID @page)';
const ask = shape(
  {
    identity,
    police: `
      type Query { towns${page}: [Town!] @open }
      type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open
        remarks${page}: [Remark!] @label(is: ["police.missing"])
        visits${page}: [Visit!] @label(is: ["police.missing"])
        said${page}: [Said!] @label(is: ["police.missing"])
        tips${page}: [Tip!] @label(is: ["police.missing"])
        written${page}: [Written!] @label(is: ["police.missing"]) }
      type Remark { id: NetworkId! @open text: String @label(is: ["police.narrative"]) }
      type Call { id: NetworkId! @open number: String @label(is: ["police.missing"]) }
      type Tip { id: NetworkId @label(is: ["police.narrative"]) text: String @label(is: ["police.missing"]) }
      union Said = Remark | Call
      type Note { id: NetworkId @open text: String @label(is: ["police.missing"]) }
      union Written = Remark | Note
      type Town { id: ID! @open name: String @open }
      type Visit @key(fields: "id") @about(children: "of { id }") { id: NetworkId! @open of: Child @open note: String @label(is: ["police.missing"]) }`,
  },
  {
    police: {
      Query: { towns: ['a', 'b'].map((id) => ({ __typename: 'Town', id, name: `town ${id}` })) },
      [`Child:${ann}`]: {
        remarks,
        said: [remarks[0], { __typename: 'Call', id: visit1, number: '555' }, remarks[1]],
        written: [{ __typename: 'Note', id: visit1, text: 'note' }, ...remarks],
        visits: [one('Visit', visit1), one('Visit', visit2)],
      },
      [`Visit:${visit1}`]: { of: child(ann), note: 'first' },
      [`Visit:${visit2}`]: { of: child(ann), note: 'second' },
    },
  },
);

describe('A page that begins after an item', () => {
  test.each([
    [`child(id: "${ann}") { remarks(after: "${remark1}") { text } }`, [{ text: 'text 2' }, { text: 'text 3' }]],
    [`child(id: "${ann}") { remarks(after: "${remark2}", first: 5) { other: text } }`, [{ other: 'text 3' }]],
    [`child(id: "${ann}") { remarks(after: "${remark2}") { __typename } }`, [{ __typename: 'Remark' }]],
    [`child(id: "${ann}") { visits(after: "${visit1}") { note } }`, [{ note: 'second' }]],
    [`child(id: "${ann}") { said(after: "${remark1}", first: 1) { ... on Call { number } } }`, [{ number: '555' }]],
    [`child(id: "${ann}") { written(after: "${visit1}", first: 1) { __typename } }`, [{ __typename: 'Remark' }]],
    [
      `child(id: "${ann}") { written(after: "${remark1}", first: 1) { ... on Note { id } ... on Remark { text } } }`,
      [{ text: 'text 2' }],
    ],
    ['towns(after: "a") { name }', [{ name: 'town b' }]],
  ])('finds it whether its id is asked for or not: %s', async (field, expected) => {
    const { executed } = await ask(`{ ${field} }`, ['police.missing', 'police.narrative']);
    const data = executed.data as Record<string, unknown>;
    expect(Object.values((data['child'] ?? data) as object)).toEqual([expected]);
  });

  test('is asked for no id where it begins with the first', async () => {
    const asked = await ask(`{ child(id: "${ann}") { remarks(first: 1) { text } } }`, [
      'police.missing',
      'police.narrative',
    ]);
    expect(asked.executed.data).toEqual({ child: { remarks: [{ text: 'text 1' }] } });
    expect(queries(asked)).not.toMatch(/remarks[^}]*\bid\b/);
  });

  test('discloses nothing by the id that it is found by', async () => {
    const asked = await ask(`{ child(id: "${ann}") { remarks(after: "${remark1}") { text } } }`, ['police.missing']);
    expect(asked.executed.data).toEqual({ child: { remarks: [{ text: null }, { text: null }] } });
    expect(asked.releases[0]?.disclosures.flatMap(({ categories }) => categories.FULL)).toEqual(['police.missing']);
  });

  test('is not asked for an id that needs permission: who does not ask for it is not told of it', async () => {
    const asked = await ask(`{ child(id: "${ann}") { tips(after: "${visit1}") { text } } }`, [
      'police.missing',
      'police.narrative',
    ]);
    expect(queries(asked)).not.toMatch(/tips[^}]*\bid\b/);
    expect(asked.releases[0]?.disclosures.flatMap(({ categories }) => categories.FULL)).toEqual(['police.missing']);
  });
});
