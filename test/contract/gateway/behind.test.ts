import { afterEach, describe, expect, it } from '@jest/globals';
import { GraphBehind } from '../../../gateway/execute/graph-behind.ts';
import { stubGateway } from './stub-gateway.ts';

describe('a request whose graph is older than what was published before it', () => {
  let gateway: Awaited<ReturnType<typeof stubGateway>>;
  afterEach(() => gateway.server.close());
  const startBehind = async (times: number) => {
    let left = times;
    gateway = await stubGateway({
      execute: () => {
        left -= 1;
        if (left >= 0) return Promise.reject(new GraphBehind());
        return Promise.resolve({ data: { child: null }, extensions: { trellis: { withheld: [] } } });
      },
    });
  };
  const ask = () => gateway.post({ query: '{ child(id: "v7cqm3xkt5zhy2wnrgd4bfjuoa") { name } }' });

  it('is answered on the newer one', async () => {
    await startBehind(2);
    const { status, body } = await ask();
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(gateway.inputs).toHaveLength(3);
  });

  it('is not answered at all where the gateway cannot catch up, and whom to call is told', async () => {
    await startBehind(100);
    const { status, body } = await ask();
    expect(status).toBe(503);
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'REGISTER_UNAVAILABLE',
      contacts: [{ agency: 'child-protection' }],
    });
    expect(gateway.inputs).toHaveLength(3);
  });
});
