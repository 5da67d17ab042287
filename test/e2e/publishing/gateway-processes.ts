import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agencyNames, migrateAll, openDevelopmentIssuer, seedNetwork, serveAgency } from '@trellis/network';
import { openLedger } from '@trellis/ledger';
import { openPostgres, systemClock, type Database } from '@trellis/platform';
import { openRegister } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { secretFor } from '../../../cli/commands/secrets.ts';

const program = fileURLToPath(new URL('../../../cli/bin/trellis.mjs', import.meta.url));

/** A gateway as a process of its own, that can be killed. */
export interface GatewayProcess {
  readonly url: string;
  kill(): Promise<void>;
}

/** Agencies on Postgres in this process, and gateways in processes of their own that follow one catalogue. */
export async function startForGateways(server: string, redis: string) {
  const run = `trellis_publishing_${String(process.pid)}`;
  const databaseOf = (agency: string): string => `${run}_${agency.replaceAll('-', '_')}`;
  const urlOf = (agency: string): string => Object.assign(new URL(server), { pathname: `/${databaseOf(agency)}` }).href;
  const directory = mkdtempSync(join(tmpdir(), 'trellis-publishing-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  const closing: (() => Promise<unknown>)[] = [];
  const admin = openPostgres({ url: server, max: 1 });
  for (const name of agencyNames) await admin.query(`create database ${databaseOf(name)}`);
  closing.push(async () => {
    for (const name of agencyNames) await admin.query(`drop database ${databaseOf(name)} with (force)`);
    await admin.close();
    rmSync(directory, { recursive: true });
  });
  const databases = JSON.stringify(Object.fromEntries(agencyNames.map((name) => [name, urlOf(name)])));
  await migrateAll({ DATABASE_URLS: databases }, { log: () => undefined });
  await seed(urlOf);

  const keys = Object.fromEntries(agencyNames.map((name) => [name, file(`${name}-seal-key`, secretFor('seal-key'))]));
  const contacts = JSON.stringify(Object.fromEntries(agencyNames.map((name) => [name, '+1 555 0100'])));
  const urls: Record<string, string> = {};
  for (const name of agencyNames) {
    const own = { DATABASE_URL: urlOf(name), SEAL_KEY_FILE: keys[name], HOST: '127.0.0.1', PORT: '0' };
    const agency = await serveAgency(name, { ...own, LOG_LEVEL: 'silent', TRELLIS_DUTY_CONTACTS: contacts });
    closing.push(() => agency.close());
    urls[name] = agency.url;
  }
  const issuer = await openDevelopmentIssuer(undefined);
  const served = await issuer.serve(0);
  closing.push(() => served.close());
  const environment = {
    DATABASE_URL: urlOf('register'),
    REDIS_URL: redis,
    TRELLIS_SUBGRAPH_URLS: JSON.stringify(urls),
    SEAL_KEY_FILES: JSON.stringify(keys),
    OIDC_ISSUER: issuer.issuer,
    OIDC_AUDIENCE: issuer.audience,
    OIDC_JWKS_URI: served.jwksUrl,
    TRELLIS_DUTY_CONTACTS: contacts,
    TRELLIS_DRAIN_NOTICE_MS: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  };
  return {
    token: issuer.mint,
    async gateway(): Promise<GatewayProcess> {
      const [port, adminPort] = await freePorts();
      const child = spawn(process.execPath, [program, 'serve', 'gateway'], {
        env: { PATH: process.env['PATH'], ...environment, PORT: String(port), ADMIN_PORT: String(adminPort) },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const killed = once(child, 'exit');
      const kill = async (): Promise<void> => {
        child.kill('SIGKILL');
        await killed;
      };
      closing.push(kill);
      await ready(`http://127.0.0.1:${String(adminPort)}/health/ready`, child);
      return { url: `http://127.0.0.1:${String(port)}`, kill };
    },
    close: async () => {
      for (const close of closing.reverse()) await close();
    },
  };
}

async function seed(urlOf: (agency: string) => string): Promise<void> {
  const databases: Record<string, Database> = Object.fromEntries(
    agencyNames.map((name) => [name, openPostgres({ url: urlOf(name), schema: name.replaceAll('-', '_'), max: 2 })]),
  );
  const shared = databases['register'];
  if (shared === undefined) throw new Error('The network has no register.');
  const close = async (): Promise<void> => {
    for (const database of Object.values(databases)) await database.close();
  };
  const register = openRegister(shared, { vocabulary });
  await seedNetwork({ databases, register, ledger: openLedger(shared), clock: systemClock, close }, { children: 1 });
  await close();
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error('The gateway ended before it was ready.');
    const answered = await fetch(url).catch(() => undefined);
    if (answered?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The gateway was not ready in time.');
}

async function freePorts(): Promise<readonly [number, number]> {
  const port = async (): Promise<number> => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    return typeof address === 'object' && address !== null ? address.port : 0;
  };
  return [await port(), await port()];
}
