import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '@trellis/gateway';
import { agencyNames, readAgencyConfig, readGatewayRole, readMigrationConfig } from '@trellis/network';
import { secretFor, secretNames } from '../../../cli/commands/secrets.ts';

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
}

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as ComposeFile;

const directory = mkdtempSync(join(tmpdir(), 'trellis-secrets-'));
for (const name of secretNames) writeFileSync(join(directory, name), secretFor(name));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** What an operator puts into .env. */
const dotEnv: Readonly<Record<string, string>> = {
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_JWKS_URI: 'https://issuer.example/jwks',
  TRELLIS_DUTY_CONTACTS: JSON.stringify(Object.fromEntries(agencyNames.map((name) => [name, '+1 555 0100']))),
};

/** A service's environment as its process finds it, with the secrets that are mounted into it and no others. */
function environmentOf(name: string): Record<string, string> {
  const { environment = {}, secrets = [] } = compose.services[name] ?? {};
  return Object.fromEntries(
    Object.entries(environment).map(([variable, text]) => [
      variable,
      text
        .replace(
          /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
          (_all, key: string, standard: string | undefined) => dotEnv[key] ?? standard ?? '',
        )
        .replace(/\/run\/secrets\/([\w-]+)/g, (path, secret: string) =>
          secrets.includes(secret) ? join(directory, secret) : path,
        ),
    ]),
  );
}

describe('docker-compose.yml', () => {
  it('runs two gateways, six agencies, Postgres, Redis and one migrations job', () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      ['gateway-1', 'gateway-2', 'migrate', 'postgres', 'redis', ...agencyNames].sort(),
    );
  });

  it.each(agencyNames)('gives %s what its configuration needs, and its own key alone', (name) => {
    const config = readAgencyConfig(name, environmentOf(name));
    expect(compose.services[name]?.command).toEqual(['serve', 'agency', name]);
    expect(config.databaseUrl).toContain(`@postgres:5432/${name.replace('-', '_')}`);
    expect(config.port).toBe(4100);
    // The register signs the ledger's checkpoints.
    const more = name === 'register' ? ['ledger-signing-key'] : [];
    expect(compose.services[name]?.secrets).toEqual([`${name}-database-password`, `${name}-seal-key`, ...more]);
    expect(config.ledgerKey !== undefined).toBe(name === 'register');
  });

  it.each(['gateway-1', 'gateway-2'])('gives %s what its configuration needs', (name) => {
    const config = readConfig(environmentOf(name));
    expect(compose.services[name]?.command).toEqual(['serve', 'gateway']);
    expect(config).toMatchObject({ development: false, port: 4000, adminPort: 4001, redisUrl: 'redis://redis:6379' });
    expect(Object.keys(config.agencyUrls).sort()).toEqual([...agencyNames].sort());
    expect(Object.keys(config.sealKeys).sort()).toEqual([...agencyNames].sort());
    for (const [agency, url] of Object.entries(config.agencyUrls)) expect(new URL(url).host).toBe(`${agency}:4100`);
    expect(config.ledgerKey?.asymmetricKeyType).toBe('ed25519');
  });

  it('lets Redis forget before it grows, whatever is asked', () => {
    const command = compose.services['redis']?.command ?? [];
    expect(command[command.indexOf('--maxmemory') + 1]).toMatch(/^[1-9]\d*mb$/);
    expect(command[command.indexOf('--maxmemory-policy') + 1]).toBe('allkeys-lfu');
  });

  it('migrates every database that a process opens, and makes each', () => {
    const migrated = [...readMigrationConfig(environmentOf('migrate')).values()];
    const opened = agencyNames.map((name) => readAgencyConfig(name, environmentOf(name)).databaseUrl);
    expect([...migrated].sort()).toEqual([...opened].sort());
    const { content = '' } = compose.configs['create-databases'] ?? {};
    for (const name of ['gateway-1', 'gateway-2']) {
      // The same database, as a role that owns nothing of it and may what `trellis migrate` lets it.
      const { pathname, username } = new URL(readConfig(environmentOf(name)).databaseUrl);
      expect([pathname, username]).toEqual(['/register', readGatewayRole(environmentOf('migrate'))]);
      expect(migrated.map((url) => new URL(url).username)).not.toContain(username);
      expect(content).toContain(`create role ${username} login`);
    }
    expect(/for agency in ([^;]+);/.exec(content)?.[1]?.split(' ')).toEqual(
      [...agencyNames].sort((a, b) => content.indexOf(a) - content.indexOf(b)),
    );
  });

  it('has every secret it names, in a file that `trellis secrets` makes', () => {
    const named = Object.values(compose.services).flatMap(({ secrets = [] }) => secrets);
    expect([...new Set(named)].sort()).toEqual(Object.keys(compose.secrets).sort());
    expect(Object.entries(compose.secrets).every(([name, { file }]) => file === `./secrets/${name}`)).toBe(true);
    expect(Object.keys(compose.secrets).sort()).toEqual([...secretNames].sort());
    // By file, never in the environment.
    for (const service of Object.values(compose.services)) {
      for (const [variable, value] of Object.entries(service.environment ?? {})) {
        if (/PASSWORD|KEY/.test(variable)) expect(value).toContain('/run/secrets/');
      }
    }
  });

  it('depends on services that exist, and asks each process for its health on the port it listens on', () => {
    for (const { depends_on = {}, healthcheck } of Object.values(compose.services)) {
      expect(Object.keys(depends_on).filter((name) => !(name in compose.services))).toEqual([]);
      const port = /127\.0\.0\.1:(\d+)\/health/.exec(healthcheck?.test.join(' ') ?? '')?.[1];
      if (port !== undefined) expect(['4001', '4100']).toContain(port);
    }
    for (const name of ['gateway-1', 'gateway-2'])
      expect(compose.services[name]?.healthcheck?.test.join(' ')).toContain(':4001/health/ready');
    for (const name of agencyNames)
      expect(compose.services[name]?.healthcheck?.test.join(' ')).toContain(':4100/health/ready');
  });
});

describe('Dockerfile', () => {
  it('installs every workspace, and runs as nobody in particular', () => {
    const file = read('Dockerfile');
    // Every package.json is found, so that no package need be named.
    expect(file).toContain("find . -name package.json -not -path '*/node_modules/*' -exec cp --parents {} /manifests");
    expect(file).toContain('COPY --from=manifests /manifests/ ./');
    expect(agencyNames.filter((name) => file.includes(name))).toEqual([]);
    expect(file).toMatch(/^USER node$/m);
  });

  it('takes no secret and no data into the image', () => {
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['secrets', '.trellis', '.git']));
  });
});
