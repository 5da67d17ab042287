import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLedger } from '@trellis/ledger';
import {
  agencyNames,
  migrateAll,
  namedChildQuery,
  namedChildren,
  openDevelopmentIssuer,
  seedNetwork,
  serveAgency,
  serveGateway,
} from '@trellis/network';
import { openPostgres, systemClock } from '@trellis/platform';
import { openRegister } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { secretFor } from '../../../cli/commands/secrets.ts';

const { TEST_DATABASE_URL: server = '', TEST_REDIS_URL: redis = '' } = process.env;
const withServers = server !== '' && redis !== '' ? describe : describe.skip;

withServers('a production network, on Postgres and Redis (TEST_DATABASE_URL, TEST_REDIS_URL)', () => {
  const run = `trellis_production_${String(process.pid)}`;
  const databaseOf = (agency: string): string => `${run}_${agency.replace('-', '_')}`;
  const urlOf = (agency: string): string => {
    const url = new URL(server);
    url.pathname = `/${databaseOf(agency)}`;
    return url.href;
  };
  let directory = '';
  const file = (name: string, text: string): string => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  const closing: (() => Promise<unknown>)[] = [];
  const migration = () => ({
    DATABASE_URLS: JSON.stringify(Object.fromEntries(agencyNames.map((name) => [name, urlOf(name)]))),
  });
  let gateways: string[] = [];
  let token: (claims: {
    agency: string;
    role: string;
    user: string;
    kind: 'worker';
    purposes: readonly string[];
  }) => Promise<string>;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'trellis-production-'));
    const admin = openPostgres({ url: server, max: 1 });
    for (const name of agencyNames) await admin.query(`create database ${databaseOf(name)}`);
    closing.push(async () => {
      for (const name of agencyNames) await admin.query(`drop database ${databaseOf(name)} with (force)`);
      await admin.close();
    });
    await migrateAll(migration(), { log: () => undefined });
    await seed();

    const keys = Object.fromEntries(agencyNames.map((name) => [name, file(`${name}-seal-key`, secretFor('seal-key'))]));
    const contacts = JSON.stringify(Object.fromEntries(agencyNames.map((name) => [name, '+1 555 0100'])));
    const urls: Record<string, string> = {};
    for (const name of agencyNames) {
      const agency = await serveAgency(name, {
        DATABASE_URL: urlOf(name),
        SEAL_KEY_FILE: keys[name],
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'silent',
        TRELLIS_DUTY_CONTACTS: contacts,
      });
      closing.push(() => agency.close());
      urls[name] = agency.url;
    }
    const issuer = await openDevelopmentIssuer(undefined);
    const served = await issuer.serve(0);
    closing.push(() => served.close());
    token = issuer.mint;
    const environment = {
      DATABASE_URL: urlOf('register'),
      REDIS_URL: redis,
      TRELLIS_SUPERGRAPH: new URL('../../../schema/supergraph.graphql', import.meta.url).pathname,
      TRELLIS_SUBGRAPH_URLS: JSON.stringify(urls),
      SEAL_KEY_FILES: JSON.stringify(keys),
      OIDC_ISSUER: issuer.issuer,
      OIDC_AUDIENCE: issuer.audience,
      OIDC_JWKS_URI: served.jwksUrl,
      TRELLIS_DUTY_CONTACTS: contacts,
      TRELLIS_DRAIN_NOTICE_MS: '0',
      HOST: '127.0.0.1',
      PORT: '0',
      ADMIN_PORT: '0',
      LOG_LEVEL: 'silent',
    };
    while (gateways.length < 2) {
      const gateway = await serveGateway(environment);
      closing.push(() => gateway.close());
      gateways = [...gateways, gateway.url];
    }
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
    rmSync(directory, { recursive: true });
  });

  async function seed(): Promise<void> {
    const databases = Object.fromEntries(
      agencyNames.map((name) => [name, openPostgres({ url: urlOf(name), schema: name.replace('-', '_'), max: 2 })]),
    );
    const shared = databases['register']!;
    const close = async (): Promise<void> => {
      for (const database of Object.values(databases)) await database.close();
    };
    const data = {
      databases,
      register: openRegister(shared, { vocabulary }),
      ledger: openLedger(shared),
      clock: systemClock,
      close,
    };
    await seedNetwork(data, { children: 20 });
    await close();
  }

  it('answers the same on either gateway, and records it on one ledger', async () => {
    const child = namedChildren.find(({ line }) => line === 9)!;
    const [ask] = child.asks;
    const answers = await Promise.all(
      gateways.map(async (url) => {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${await token({ ...ask!.requester, kind: 'worker', purposes: [ask!.purpose] })}`,
            'purpose-of-use': ask!.purpose,
            'content-type': 'application/json',
          },
          body: JSON.stringify({ query: namedChildQuery, variables: { id: child.id } }),
        });
        return (await response.json()) as { data: { child: { mentalHealth: { safetyPlan: object } } } };
      }),
    );
    expect(answers[0]?.data).toEqual(answers[1]?.data);
    expect(answers[0]?.data.child.mentalHealth.safetyPlan).toBeTruthy();
    const database = openPostgres({ url: urlOf('register'), schema: 'ledger', max: 1 });
    const { entries } = await openLedger(database).disclosures({ child: child.id, first: 10 });
    await database.close();
    // Each answer has two entries: by law, and by the consent behind the safety plan.
    expect(entries.map(({ index }) => index).sort()).toEqual([0, 1, 2, 3]);
  });

  it('migrates again without harm', async () => {
    await expect(migrateAll(migration(), { log: () => undefined })).resolves.toBeUndefined();
  });
});
