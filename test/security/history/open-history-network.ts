import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createLogger } from '@trellis/gateway';
import { openLedger, migrateLedger, type Ledger } from '@trellis/ledger';
import { openPostgres, type Database } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister, type Register } from '@trellis/register';
import { compose } from '@trellis/schema';
import { hmacKey } from '@trellis/seal';
import { defineAgency, startAgency, type Agency } from '@trellis/subgraph-kit';
import { openRegisterAgency } from '@trellis/subgraph-register';
import { vocabulary, type Requester } from '@trellis/vocabulary';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { GatewayStart, Without } from './gateway-process.ts';
import { spawnGateway, type SpawnedGateway } from './spawn-gateway.ts';

/** Everything gateways are tested on: one Postgres database, the register's agency and one that holds a number for each child. */
export interface HistoryNetwork {
  readonly databaseName: string;
  readonly databaseUrl: string;
  readonly database: Database;
  readonly register: Register;
  readonly ledger: Ledger;
  /** The number that each child's data has now. */
  readonly values: Map<string, number>;
  readonly children: readonly string[];
  /** What the agency waits for before it looks up a number and answers. */
  beforeAnswer: (child: string) => Promise<void>;
  /** Cuts up to so many of the connections to the database. */
  cut(most: number): Promise<void>;
  gateway(without?: Without): Promise<SpawnedGateway>;
  /** A token with the header that says for which purpose. */
  headers(requester: Requester, purpose: string): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

const pack = readFileSync(new URL('../../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const registerSdl = readFileSync(new URL('../../../subgraphs/register/schema.graphql', import.meta.url), 'utf8');
/** The same head as every agency's: links, label directives, scalars. */
const head = registerSdl.slice(0, registerSdl.indexOf('"Who may decide'));
const agencySdl = `${head}
type Query { child(id: NetworkId! @open): Child @open }
type Child @key(fields: "id") @about(children: "id") {
  id: NetworkId! @open
  version: Int @label(is: ["mental-health.involvement"])
}`;

/** Opens it on the server that `serverUrl` names, in a database of its own, with so many children that nobody consented for yet. */
export async function openHistoryNetwork(
  serverUrl: string,
  options: { readonly children: number; readonly redisUrl?: string | undefined },
): Promise<HistoryNetwork> {
  const databaseName = `trellis_history_${randomBytes(6).toString('hex')}`;
  const admin = openPostgres({ url: serverUrl, max: 1 });
  await admin.query(`create database ${databaseName}`);
  const address = new URL(serverUrl);
  address.pathname = `/${databaseName}`;
  const database = openPostgres({ url: address.href, schema: 'register', max: 12 });
  await migrateRegister(database);
  await migrateLedger(database);
  const children = Array.from({ length: options.children }, (_, index) => childId(index));
  await database.transaction((tx) => seedRegister(tx, { at: 0, ruleSets: [pack] }));
  // A new child is a lock until its transaction ends, and a server has room for some thousands.
  for (let from = 0; from < children.length; from += 1_000) {
    await database.transaction((tx) => seedRegister(tx, seedOf(children.slice(from, from + 1_000))));
  }

  const register = openRegister(database, { vocabulary });
  const ledger = openLedger(database);
  const values = new Map(children.map((child) => [child, 0]));
  const agencies: readonly Agency[] = [
    openRegisterAgency({ register, ledger, vocabulary, contacts: [] }),
    valuesAgency(values, (child) => network.beforeAnswer(child)),
  ];
  const composition = compose(agencies, vocabulary);
  if (!('supergraphSdl' in composition)) throw new Error(JSON.stringify(composition.problems));
  const sealSecret = randomBytes(32).toString('hex');
  const key = hmacKey('history', Buffer.from(sealSecret, 'hex'));
  const running = await Promise.all(
    agencies.map((agency) =>
      startAgency(agency, {
        database,
        port: 0,
        logger: createLogger('silent'),
        keys: (id) => (id === key.id ? key : undefined),
      }),
    ),
  );
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const issuer = {
    issuer: 'https://issuer.example',
    audience: 'trellis',
    jwks: { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'k' }] },
  };
  const started: Omit<GatewayStart, 'without'> = {
    databaseUrl: address.href,
    redis: options.redisUrl === undefined ? undefined : { url: options.redisUrl, prefix: `${databaseName}:` },
    supergraphSdl: composition.supergraphSdl,
    agencies: Object.fromEntries(agencies.map(({ name }, at) => [name, running[at]?.url ?? ''])),
    sealSecret,
    issuer,
  };
  const gateways: SpawnedGateway[] = [];
  const network: HistoryNetwork = {
    databaseName,
    databaseUrl: address.href,
    database,
    register,
    ledger,
    values,
    children,
    // A moment, so that something can happen meanwhile.
    beforeAnswer: () => new Promise((resolve) => setTimeout(resolve, Math.random() * 12)),
    async cut(most) {
      await admin.query(
        `select pg_terminate_backend(pid) from
         (select pid from pg_stat_activity where datname = $1 order by random() limit $2::int) as victim`,
        [databaseName, most],
      );
    },
    async gateway(without = 'nothing') {
      const gateway = await spawnGateway({ ...started, without });
      gateways.push(gateway);
      return gateway;
    },
    async headers({ user, ...claims }, purpose) {
      // Valid also by a clock that is five minutes wrong.
      const now = Math.floor(Date.now() / 1_000);
      const token = await new SignJWT({ ...claims, purposes: [purpose] })
        .setProtectedHeader({ alg: 'ES256', kid: 'k' })
        .setIssuer(issuer.issuer)
        .setAudience(issuer.audience)
        .setSubject(user)
        .setNotBefore(now - 900)
        .setExpirationTime(now + 7_200)
        .sign(privateKey);
      return { authorization: `Bearer ${token}`, 'purpose-of-use': purpose, 'content-type': 'application/json' };
    },
    async close() {
      await Promise.all(gateways.map((gateway) => gateway.kill()));
      await Promise.all(running.map((agency) => agency.close()));
      await database.close();
      await admin.query(`drop database ${databaseName} with (force)`);
      await admin.close();
    },
  };
  return network;
}

/** Holds one number for each child. */
function valuesAgency(values: ReadonlyMap<string, number>, beforeAnswer: (child: string) => Promise<void>): Agency {
  return defineAgency<object>({
    name: 'mental-health',
    sdl: agencySdl,
    loaders: () => ({}),
    resolvers: {
      Query: { child: (_root: unknown, { id }: { id: string }) => ({ id }) },
      Child: {
        async version({ id }: { id: string }) {
          await beforeAnswer(id);
          return values.get(id) ?? null;
        },
      },
    },
  });
}

/** Twenty-six of the letters and digits that ids are made of. */
function childId(index: number): string {
  return `history${index
    .toString(4)
    .padStart(8, '0')
    .replaceAll(/\d/g, (digit) => 'abcd'[Number(digit)] ?? 'a')}`.padEnd(26, 'z');
}

function seedOf(children: readonly string[]) {
  return {
    at: 0,
    children: children.map((child) => ({ child, birthDate: '2018-05-01', disputed: false })),
    authorities: children.map((child) => ({
      child,
      id: `authority-${child}`,
      holder: 'mother',
      kind: 'custodial-parent',
      domains: null,
      jointWith: [],
      from: '2018-05-01',
      to: null,
      suspended: false,
    })),
    involvements: children.flatMap((child) => [
      involvement(child, 'education', 'enrolment', ['teacher']),
      involvement(child, 'mental-health', 'treatment', ['clinician']),
    ]),
  };
}

function involvement(child: string, agency: string, kind: string, assigned: readonly string[]) {
  return { child, id: `${agency}-${child}`, agency, kind, evidence: 'seeded', assigned, from: 0, to: null };
}
