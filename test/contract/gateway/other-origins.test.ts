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
    expect(allowed.headers.get('access-control-allow-headers')).toContain('purpose-of-use');
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
  });
});
