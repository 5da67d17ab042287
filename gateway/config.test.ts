import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '@trellis/platform';
import { readAppConfig, readConfig } from './config.ts';

const directory = mkdtempSync(join(tmpdir(), 'trellis-config-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});
const file = (name: string, text: string) => {
  writeFileSync(join(directory, name), text);
  return join(directory, name);
};
const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const secret = 'ab'.repeat(32);

const env = {
  DATABASE_URL: 'postgres://register@postgres:5432/register',
  DATABASE_PASSWORD_FILE: file('password', 'p@ss\n'),
  REDIS_URL: 'redis://redis:6379',
  TRELLIS_SUPERGRAPH: '/app/supergraph.graphql',
  TRELLIS_SUBGRAPH_URLS: '{"police": "http://police:4100/graphql", "education": "https://education/graphql"}',
  SEAL_KEY_FILES: JSON.stringify({ police: file('police', `${secret}\n`), education: file('education', pem) }),
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_AUDIENCE: 'trellis',
  OIDC_JWKS_URI: 'https://issuer.example/jwks',
  TRELLIS_DUTY_CONTACTS: JSON.stringify({
    'child-protection': '+1 555 0100',
    'mental-health': '+1 555 0101',
    education: '+1 555 0102',
    police: '+1 555 0103',
  }),
};
const problem = (change: Record<string, string | undefined>): string => {
  try {
    readConfig({ ...env, ...change });
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return '';
};

describe('readConfig', () => {
  it('reads what a production gateway needs', () => {
    const config = readConfig(env);
    expect(config).toMatchObject({
      development: false,
      host: '0.0.0.0',
      port: 4000,
      adminPort: 4001,
      databaseUrl: 'postgres://register:p%40ss@postgres:5432/register',
      agencyUrls: { police: 'http://police:4100/graphql' },
      sealKeys: { police: { id: 'police', algorithm: 'hmac-sha256' }, education: { algorithm: 'ed25519' } },
      issuers: [{ issuer: 'https://issuer.example', audience: 'trellis' }],
      registration: { registeredOnly: false, apps: {} },
    });
    expect(config.contacts).toHaveLength(4);
    expect(config.budgets).toHaveLength(4);
    expect(config).not.toHaveProperty('now');
  });

  it('reads budgets, registered operations and the ledger key', () => {
    const config = readConfig({
      ...env,
      LEDGER_KEY_FILE: file('ledger', pem),
      TRELLIS_BUDGETS: '[{"per": "app", "measure": "cost", "limit": 10, "windowMs": 1000}]',
      TRELLIS_REGISTERED_OPERATIONS: file(
        'operations.json',
        '{"apps": {"desk": {"registeredOnly": true, "operations": ["{ me { user } }"]}}}',
      ),
    });
    expect(config.budgets).toEqual([{ per: 'app', measure: 'cost', limit: 10, windowMs: 1_000 }]);
    expect(config.registration.apps['desk']?.operations).toEqual(['{ me { user } }']);
    expect(config.ledgerKey?.asymmetricKeyType).toBe('ed25519');
  });

  it('tells a development gateway what apps may send: anything without a budget, unless said', () => {
    expect(readAppConfig({})).toEqual({
      budgets: [],
      registration: { registeredOnly: false, apps: {} },
      corsOrigins: [],
    });
    const origins = ['http://localhost:5173'];
    expect(readAppConfig({ TRELLIS_CORS_ORIGINS: JSON.stringify(origins) }).corsOrigins).toEqual(origins);
    const text =
      '{"registeredOnly": true, "apps": {"desk": {"registeredOnly": true, "operations": ["{ me { user } }"]}}}';
    expect(readAppConfig({ TRELLIS_REGISTERED_OPERATIONS: file('apps.json', text) }).registration).toEqual(
      JSON.parse(text),
    );
    expect(() => readAppConfig({ TRELLIS_REGISTERED_OPERATIONS: file('wrong.json', '{"apps": []}') })).toThrow(
      /TRELLIS_REGISTERED_OPERATIONS/,
    );
    expect(() => readAppConfig({ TRELLIS_BUDGETS: 'none' })).toThrow(/TRELLIS_BUDGETS is not JSON/);
  });

  it('serves pages where it is told who signs people in, and none otherwise', () => {
    expect(readConfig(env).pages).toBeUndefined();
    expect(readConfig({ ...env, TRELLIS_PAGES: '{"issuer": "https://issuer.example/"}' }).pages).toEqual({
      name: 'https://issuer.example/',
      discovery: 'https://issuer.example/.well-known/openid-configuration',
      scope: 'openid',
    });
    expect(problem({ TRELLIS_PAGES: '{"issuer": "javascript:1"}' })).toContain('TRELLIS_PAGES');
  });

  it('takes one issuer, its keys named or to be found, or several, each for its own agencies', () => {
    expect(readConfig({ ...env, OIDC_JWKS_URI: undefined }).issuers).toEqual([
      { issuer: 'https://issuer.example', audience: 'trellis' },
    ]);
    expect(problem({ OIDC_ISSUER: 'name', OIDC_JWKS_URI: undefined })).toContain('  OIDC_JWKS_URI is not set');
    const none = { OIDC_ISSUER: undefined, OIDC_AUDIENCE: undefined, OIDC_JWKS_URI: undefined };
    const police = { issuer: 'https://a.example', audience: 'trellis', agencies: ['police'] };
    expect(readConfig({ ...env, ...none, OIDC_ISSUERS: JSON.stringify([police]) }).issuers).toEqual([police]);
    expect(problem({ OIDC_ISSUERS: JSON.stringify([police]) })).toContain('  OIDC_ISSUER is set beside OIDC_ISSUERS');
    expect(problem({ ...none, OIDC_ISSUERS: '[{"issuer": "https://a.example"}]' })).toContain(
      '  OIDC_ISSUERS.0.audience',
    );
  });

  it.each(Object.keys(env).filter((name) => !/^DATABASE_PASSWORD|^OIDC_JWKS_URI|^TRELLIS_SUPERGRAPH/.test(name)))(
    'cannot do without %s',
    (name) => {
      expect(problem({ [name]: undefined })).toContain(`  ${name}`);
      expect(problem({ [name]: '' })).toContain(`  ${name}`);
    },
  );

  it('names everything that is wrong at once', () => {
    const message = problem({ DATABASE_URL: 'mysql://x', OIDC_ISSUER: '', PORT: 'http', LOG_LEVEL: 'loud' });
    for (const name of ['DATABASE_URL', 'OIDC_ISSUER', 'PORT', 'LOG_LEVEL']) expect(message).toContain(`  ${name} `);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a clock in production', { TRELLIS_NOW: '2026-03-03T12:00:00Z' }, /TRELLIS_NOW is for development/],
    ['a seed in production', { TRELLIS_RANDOM_SEED: '1' }, /TRELLIS_RANDOM_SEED is for development/],
    ['a clock that is none', { NODE_ENV: 'development', TRELLIS_NOW: 'noon' }, /TRELLIS_NOW is not an instant/],
    ['an environment that is none', { NODE_ENV: 'prod' }, /NODE_ENV is one of/],
    ['URLs that are no JSON', { TRELLIS_SUBGRAPH_URLS: '{police}' }, /TRELLIS_SUBGRAPH_URLS is not JSON; for example/],
    [
      'an agency by file URL',
      { TRELLIS_SUBGRAPH_URLS: '{"police": "file:///x"}' },
      /TRELLIS_SUBGRAPH_URLS.police is not/,
    ],
    [
      'an agency without a key',
      { TRELLIS_SUBGRAPH_URLS: '{"mental-health": "http://x"}' },
      /SEAL_KEY_FILES.mental-health/,
    ],
    ['a short key', { SEAL_KEY_FILES: JSON.stringify({ police: file('short', 'ab') }) }, /SEAL_KEY_FILES.police/],
    [
      'a file that is not there',
      { SEAL_KEY_FILES: '{"police": "/nowhere"}' },
      /SEAL_KEY_FILES the file cannot be read \(ENOENT\)/,
    ],
    ['an empty secret', { DATABASE_PASSWORD_FILE: file('empty', '\n') }, /DATABASE_PASSWORD_FILE the file is empty/],
    [
      'an agency nobody can call',
      { TRELLIS_DUTY_CONTACTS: '{"police": "+1 555 0100"}' },
      /no telephone for child-protection/,
    ],
    [
      'a budget of nothing',
      { TRELLIS_BUDGETS: '[{"per":"app","measure":"cost","limit":0,"windowMs":1}]' },
      /TRELLIS_BUDGETS.0.limit/,
    ],
    ['a ledger key that is none', { LEDGER_KEY_FILE: file('none', secret) }, /LEDGER_KEY_FILE holds no Ed25519/],
  ])('refuses %s, saying what to do and repeating no secret', (_name, change, expected) => {
    expect(problem(change)).toMatch(expected);
    expect(problem(change)).not.toContain(secret);
  });

  it('is in production unless told otherwise', () => {
    expect(readConfig(env).development).toBe(false);
    expect(readConfig({ ...env, NODE_ENV: 'test' }).development).toBe(false);
    const development = {
      ...env,
      NODE_ENV: 'development',
      TRELLIS_NOW: '2026-03-03T12:00:00Z',
      TRELLIS_RANDOM_SEED: 's',
    };
    expect(readConfig({ ...development, REDIS_URL: undefined })).toMatchObject({ development: true, randomSeed: 's' });
  });
});
