import { describe, expect, it } from '@jest/globals';
import { defaultPorts } from '@trellis/network/development';
import { readDevelopment } from './read-development.ts';

const read = (env: NodeJS.ProcessEnv) => readDevelopment(env, defaultPorts);

describe('readDevelopment', () => {
  it('needs nothing', () => {
    expect(read({})).toEqual({ now: undefined, randomSeed: undefined, subgraphUrls: {}, ports: defaultPorts });
  });

  it('takes ports, the moment, the seed and where agencies are', () => {
    const settings = read({
      PORT: '5000',
      ADMIN_PORT: '5001',
      TRELLIS_NOW: '2026-03-01T12:00:00Z',
      TRELLIS_RANDOM_SEED: 'x',
      TRELLIS_SUBGRAPH_URLS: '{"police":"http://127.0.0.1:9/graphql"}',
    });
    expect(settings.ports).toMatchObject({ gateway: 5000, admin: 5001 });
    expect(settings.subgraphUrls).toEqual({ police: 'http://127.0.0.1:9/graphql' });
  });

  it.each([
    [{ PORT: '4300' }, [4300, 4301, 4400, 4401]],
    [{ PORT: '4300', ADMIN_PORT: '9000' }, [4300, 9000, 4400, 4401]],
    [{ PORT: '4300', TRELLIS_PORTS_FROM: '7000' }, [4300, 4301, 7000, 7001]],
    [{ PORT: '0' }, [0, 0, 0, 0]],
    [{ PORT: '65500' }, [65500, 4001, 4100, 4101]],
  ])('moves every port that is not set with the gateway’s: %j', (env, expected) => {
    const { gateway, admin, issuer, agencies } = read(env).ports;
    expect([gateway, admin, issuer, Object.values(agencies)[0]]).toEqual(expected);
  });

  it.each([
    [{ PORT: 'http' }, /PORT/],
    [{ ADMIN_PORT: '70000' }, /ADMIN_PORT/],
    [{ TRELLIS_NOW: 'yesterday' }, /TRELLIS_NOW/],
    [{ TRELLIS_SUBGRAPH_URLS: '{police}' }, /TRELLIS_SUBGRAPH_URLS/],
    [{ TRELLIS_SUBGRAPH_URLS: '{"police":4104}' }, /TRELLIS_SUBGRAPH_URLS/],
    [{ NODE_ENV: 'production' }, /production/],
  ])('refuses %j and names the variable', (env, named) => {
    expect(() => read(env)).toThrow(named);
  });
});
