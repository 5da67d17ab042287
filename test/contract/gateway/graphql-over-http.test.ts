import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { stubGateway } from './stub-gateway.ts';

let gateway: Awaited<ReturnType<typeof stubGateway>>;
beforeAll(async () => {
  gateway = await stubGateway({
    introspection: true,
    execute: () => Promise.resolve({ data: { __typename: 'Query' }, extensions: { trellis: {} } }),
  });
});
afterAll(() => gateway.server.close());

it('is GraphQL over HTTP: no MUST of the audit fails, and only these SHOULDs do', async () => {
  const { authorization, 'purpose-of-use': purpose } = gateway.headers;
  const results = await auditServer({
    url: `${gateway.url}/graphql`,
    fetchFn: (input: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', authorization);
      headers.set('purpose-of-use', purpose);
      return fetch(input, { ...init, headers });
    },
  });
  const failed = results.filter(({ status }) => status === 'error' || status === 'warn');
  expect(failed.filter(({ status }) => status === 'error').map(({ name }) => name)).toEqual([]);
  expect(failed.map(({ id, name }) => `${id} ${name}`)).toMatchInlineSnapshot(`
   [
     "572B SHOULD use 200 status code on document parsing failure when accepting application/json",
     "FDE2 SHOULD use 200 status code on document validation failure when accepting application/json",
     "7B9B SHOULD use a status code of 200 on variable coercion failure when accepting application/json",
   ]
  `);
  expect(results.length).toBeGreaterThan(55);
});
