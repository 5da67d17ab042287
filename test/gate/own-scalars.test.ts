import { describe, expect, test } from '@jest/globals';
import { readReply } from '../../gateway/agency-client/read-reply.ts';
import { identity, shape } from './shape.ts';
import { ann } from './table-network.ts';

const label = '@label(is: ["police.missing"])';

/** A scalar of an agency's own may hold any JSON. */
describe("An agency's own scalar", () => {
  const answered = async (value: string, field = 'data') => {
    const ask = shape(
      {
        identity,
        police: `scalar JSON type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open
          data: JSON ${label} number: ID ${label} town: String ${label} }`,
      },
      { police: {} },
    );
    const text = `{"data":{"g0":[{"__typename":"Child","id":"${ann}","town":"Ely","${field}":${value}}]}}`;
    const { executed } = await ask(
      `{ child(id: "${ann}") { town ${field} } }`,
      ['police.missing'],
      {},
      {
        reply: (request) => (request.agency === 'police' ? readReply(text) : undefined),
      },
    );
    return executed;
  };

  test.each(['{"__typename":"Child","id":"x","a":[{"g0":[1.5,true,null]}]}', '[[]]', '"1e999"'])(
    'is answered as it came: %s',
    async (value) => {
      expect(await answered(value)).toMatchObject({
        data: { child: { town: 'Ely', data: JSON.parse(value) as unknown } },
      });
    },
  );

  test.each([
    ['data', 'ran over as it was read', '1e999'],
    ['data', 'was rounded as it was read', '{"number":9007199254740993}'],
    ['data', 'is too deep to be written', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['number', 'is another number than was sent', '9007199254740993'],
  ])('that cannot be passed on fails and says so: %s that %s', async (field, _why, value) => {
    const executed = await answered(value, field);
    expect(executed.errors).toEqual(expect.arrayContaining([{ code: 'AGENCY_UNAVAILABLE', path: ['child', field] }]));
    expect(JSON.parse(JSON.stringify(executed.data))).toMatchObject({ child: { [field]: null } });
  });
});
