import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stubGateway } from './stub-gateway.ts';

const desk = 'https://desk.example';
let gateway: Awaited<ReturnType<typeof stubGateway>>;
beforeAll(async () => {
  gateway = await stubGateway({ corsOrigins: [desk] });
});
afterAll(() => gateway.server.close());

const preflight = (origin: string) =>
  fetch(`${gateway.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,purpose-of-use',
    },
  });

describe('a page of another origin', () => {
  it('may ask where its origin is configured, to the letter', async () => {
    const allowed = await preflight(desk);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, desk]);
    for (const header of ['purpose-of-use', 'tracestate', 'apollographql-client-name'])
      expect(allowed.headers.get('access-control-allow-headers')).toContain(header);
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    for (const origin of [
      'https://desk.example.evil',
      'http://desk.example',
      'null',
      `${desk}/`,
      'https://evil.example',
    ]) {
      const refused = await preflight(origin);
      expect([origin, refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([origin, 405, null]);
    }
  });

  it('reads answers and refusals alike', async () => {
    const answered = await gateway.post({ query: '{ __typename }' }, { origin: desk });
    expect([answered.status, answered.headers.get('access-control-allow-origin')]).toEqual([200, desk]);
    const refused = await gateway.post({ query: '{ __typename }' }, { origin: desk, authorization: 'Bearer x' });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, desk]);
    expect(refused.headers.get('access-control-expose-headers')).toContain('www-authenticate');
    expect(refused.headers.get('vary')).toContain('origin');
    const headers = { origin: desk, authorization: gateway.headers.authorization };
    // Who asks for the schema again names what it has, or anything at all.
    const schema = await fetch(`${gateway.url}/schema.graphql`, { headers });
    expect([schema.status, schema.headers.get('vary')]).toEqual([200, 'authorization, accept-encoding, origin']);
    const again = await fetch(`${gateway.url}/schema.graphql`, { headers: { ...headers, 'if-none-match': '*' } });
    expect([again.status, again.headers.get('access-control-allow-origin')]).toEqual([304, desk]);
  });
});
