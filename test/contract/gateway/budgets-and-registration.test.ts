import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { stubGateway } from './stub-gateway.ts';

const query = '{ child(id: "1") { name } }';

it('spends budgets before it plans: by agency and by app, 429 when one is used up', async () => {
  const taken: string[] = [];
  let allows = true;
  const limited = await stubGateway({
    budgets: [
      { per: 'agency', measure: 'requests', limit: 1, windowMs: 1_000 },
      { per: 'app', measure: 'cost', limit: 1, windowMs: 1_000 },
    ],
    cache: {
      take: (key, { cost }) => {
        taken.push(`${key} ${String(cost)}`);
        return Promise.resolve(allows);
      },
    },
  });
  try {
    const authorization = `Bearer ${await limited.token({ app: 'desk' })}`;
    expect((await limited.post({ query }, { authorization })).status).toBe(200);
    expect(taken).toEqual([
      'budget/agency/requests/1000/child-protection 1',
      'budget/app/cost/1000/child-protection/desk 2',
    ]);
    taken.length = 0;
    await limited.post({ query }, { authorization, 'purpose-of-use': 'treatment,care-coordination' });
    // Each child is decided for each purpose.
    expect(taken.map((each) => each.split(' ')[1])).toEqual(['1', '4']);
    limited.inputs.length = 1;
    allows = false;
    const { status, body, headers } = await limited.post({ query }, { authorization });
    expect([status, body.errors?.[0]?.extensions, headers.get('retry-after')]).toEqual([
      429,
      { code: 'RATE_LIMITED' },
      '1',
    ]);
    expect(limited.inputs).toHaveLength(1);
  } finally {
    await limited.server.close();
  }
});

it('keeps an app in registered-only mode to its operations', async () => {
  const registered = await stubGateway({
    registration: { registeredOnly: false, apps: { desk: { registeredOnly: true, operations: [query] } } },
  });
  try {
    const authorization = `Bearer ${await registered.token({ app: 'desk' })}`;
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const byHash = { extensions: { persistedQuery: { version: 1, sha256Hash } } };
    expect((await registered.post(byHash, { authorization })).status).toBe(200);
    expect((await registered.post({ query }, { authorization })).status).toBe(200);
    const other = await registered.post({ query: '{ __typename }' }, { authorization });
    expect([other.status, other.body.errors?.[0]?.extensions]).toEqual([403, { code: 'UNKNOWN_OPERATION' }]);
    expect((await registered.post(byHash)).body.errors?.[0]?.extensions).toEqual({ code: 'UNKNOWN_OPERATION' });
  } finally {
    await registered.server.close();
  }
});
