import type { KeyObject } from 'node:crypto';
import {
  ConfigurationError,
  databaseVariables,
  json,
  jsonFile,
  port,
  readConfiguration,
  textFile,
  textFiles,
  tryReading,
  webUrl,
  whole,
  withPassword,
  type Environment,
} from '@trellis/platform';
import { readPrivateKey, readSealKey, type SealKey } from '@trellis/seal';
import { vocabulary } from '@trellis/vocabulary';
import { z } from 'zod';
import { readIssuers } from './config-issuers.ts';
import type { Contact } from './errors.ts';
import type { Issuer } from './requester/token-verifier.ts';
import type { Budget } from './server/budgets.ts';
import { logLevels } from './server/logger.ts';
import type { LogLevel } from './server/logger.ts';
import type { Registration } from './server/registered-operations.ts';

/** All that a gateway's process is told. */
export interface GatewayConfig {
  readonly development: boolean;
  readonly host: string;
  readonly port: number;
  readonly adminPort: number;
  /** The address at which the admin port listens: this machine alone unless said. */
  readonly adminHost: string;
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  /** Watched; the network's folder with what its agencies publish unless given. */
  readonly supergraphFile?: string;
  readonly agencyUrls: Readonly<Record<string, string>>;
  readonly sealKeys: Readonly<Record<string, SealKey>>;
  /** The key with which checkpoints of the ledger are signed. */
  readonly ledgerKey?: KeyObject;
  readonly issuers: readonly Issuer[];
  readonly contacts: readonly Contact[];
  readonly budgets: readonly Budget[];
  readonly registration: Registration;
  /** The issuer that signs people in to the pages; none are served unless given. */
  readonly pages?: { readonly name: string; readonly discovery: string; readonly scope: string };
  /** Origins whose pages may ask (CORS). */
  readonly corsOrigins: readonly string[];
  readonly logLevel: LogLevel;
  readonly drainNoticeMs: number;
  /** Development only: a clock that stands still, and ids that repeat. */
  readonly now?: string;
  readonly randomSeed?: string;
}

const budget = z.strictObject({
  per: z.enum(['agency', 'app', 'user']),
  measure: z.enum(['requests', 'cost']),
  limit: z.int().positive(),
  windowMs: z.int().positive(),
});
/** The budgets unless others are given: more than any agency needs, and soon used up by a runaway client. */
const standardBudgets: Budget[] = [
  { per: 'user', measure: 'requests', limit: 600, windowMs: 10_000 },
  { per: 'user', measure: 'cost', limit: 200_000, windowMs: 10_000 },
  { per: 'agency', measure: 'requests', limit: 20_000, windowMs: 10_000 },
  { per: 'agency', measure: 'cost', limit: 2_000_000, windowMs: 10_000 },
];
const registration = z.strictObject({
  registeredOnly: z.boolean().default(false),
  apps: z
    .record(z.string(), z.strictObject({ registeredOnly: z.boolean(), operations: z.array(z.string().min(1)) }))
    .default({}),
});
const ownOf = (agencies: readonly string[]) => agencies.filter((agency) => Object.hasOwn(vocabulary.roles, agency));

const shape = z.object({
  // A process that does not say what it is for is in production.
  NODE_ENV: z
    .enum(['production', 'development', 'test'], { error: 'is one of production, development, test' })
    .default('production'),
  HOST: z.string().default('0.0.0.0'),
  PORT: port(4000),
  ADMIN_PORT: port(4001),
  ADMIN_HOST: z.string().default('127.0.0.1'),
  ...databaseVariables("the register's own, such as postgres://register@postgres:5432/register"),
  REDIS_URL: z
    .string()
    .regex(/^[a-z+]+:\/\//, 'is not a URL, such as redis://redis:6379')
    .optional(),
  TRELLIS_SUPERGRAPH: z.string().optional(),
  TRELLIS_SUBGRAPH_URLS: json(z.record(z.string(), webUrl), '{"AGENCY": "http://AGENCY:4100/graphql"}'),
  SEAL_KEY_FILES: textFiles('{"AGENCY": "/run/secrets/AGENCY-seal-key"}'),
  LEDGER_KEY_FILE: textFile('an Ed25519 private key in PEM').optional(),
  TRELLIS_DUTY_CONTACTS: json(z.record(z.string(), z.string().min(3)), '{"AGENCY": "+1 555 0100"}'),
  TRELLIS_BUDGETS: json(
    z.array(budget),
    '[{"per": "app", "measure": "requests", "limit": 6000, "windowMs": 60000}]',
  ).default(standardBudgets),
  TRELLIS_REGISTERED_OPERATIONS: jsonFile(
    registration,
    'the registered operations',
    '{"registeredOnly": false, "apps": {"case-desk": {"registeredOnly": true, "operations": ["…"]}}}',
  ).default({ registeredOnly: false, apps: {} }),
  TRELLIS_PAGES: json(
    z.strictObject({ issuer: webUrl, discovery: webUrl.optional(), scope: z.string().optional() }),
    '{"issuer": "https://issuer.example"}',
  ).optional(),
  TRELLIS_CORS_ORIGINS: json(
    z.array(z.string().regex(/^https?:\/\/[^/*?#]+$/, 'is not an origin, such as https://desk.example')),
    '["https://desk.example"]',
  ).default([]),
  LOG_LEVEL: z.enum(logLevels, { error: `is one of ${logLevels.join(', ')}` }).default('info'),
  TRELLIS_DRAIN_NOTICE_MS: whole(2_000, 60_000),
  TRELLIS_NOW: z.iso.datetime({ offset: true, error: 'is not an instant, such as 2026-03-03T12:00:00Z' }).optional(),
  TRELLIS_RANDOM_SEED: z.string().optional(),
});
type Read = z.output<typeof shape>;

const gateway = 'The gateway';

/** Reads the configuration from the environment, or throws a ConfigurationError that says at once everything that is missing or wrong. */
export function readConfig(env: Environment): GatewayConfig {
  const result = tryReading(shape, env);
  const issuers = readIssuers(env);
  if ('faults' in result || 'faults' in issuers) {
    const faults = [result, issuers].flatMap((each) => ('faults' in each ? each.faults : []));
    throw new ConfigurationError(gateway, faults);
  }
  const read = result.value;
  const faults = [...faultsOf(read)];
  const sealKeys = readKeys(read, faults);
  const ledgerKey = read.LEDGER_KEY_FILE === undefined ? undefined : readPrivateKey(read.LEDGER_KEY_FILE);
  if (read.LEDGER_KEY_FILE !== undefined && ledgerKey === undefined)
    faults.push('LEDGER_KEY_FILE holds no Ed25519 private key in PEM: `openssl genpkey -algorithm ed25519`');
  if (faults.length > 0) throw new ConfigurationError(gateway, faults);
  const { REDIS_URL: redisUrl, TRELLIS_NOW: now, TRELLIS_RANDOM_SEED: randomSeed } = read;
  return {
    development: read.NODE_ENV === 'development',
    host: read.HOST,
    port: read.PORT,
    adminPort: read.ADMIN_PORT,
    adminHost: read.ADMIN_HOST,
    databaseUrl: withPassword(read.DATABASE_URL, read.DATABASE_PASSWORD_FILE),
    agencyUrls: read.TRELLIS_SUBGRAPH_URLS,
    sealKeys,
    issuers: issuers.read,
    contacts: Object.entries(read.TRELLIS_DUTY_CONTACTS).map(([agency, telephone]) => ({ agency, telephone })),
    budgets: read.TRELLIS_BUDGETS,
    registration: read.TRELLIS_REGISTERED_OPERATIONS,
    corsOrigins: read.TRELLIS_CORS_ORIGINS,
    logLevel: read.LOG_LEVEL,
    drainNoticeMs: read.TRELLIS_DRAIN_NOTICE_MS,
    ...(read.TRELLIS_PAGES && { pages: pagesIssuer(read.TRELLIS_PAGES) }),
    ...(read.TRELLIS_SUPERGRAPH !== undefined && { supergraphFile: read.TRELLIS_SUPERGRAPH }),
    ...(redisUrl !== undefined && { redisUrl }),
    ...(ledgerKey && { ledgerKey }),
    ...(now !== undefined && { now }),
    ...(randomSeed !== undefined && { randomSeed }),
  };
}

/** The part of the configuration that apps meet: what they may send, and from which pages. */
export type AppConfig = Pick<GatewayConfig, 'budgets' | 'registration' | 'corsOrigins'>;

/** Reads what apps meet, for a development gateway: no budget, any operation, and no other origin, unless said. Throws as `readConfig` does. */
export function readAppConfig(env: Environment): AppConfig {
  const own = shape.pick({ TRELLIS_BUDGETS: true, TRELLIS_REGISTERED_OPERATIONS: true, TRELLIS_CORS_ORIGINS: true });
  const data = readConfiguration(gateway, own, { TRELLIS_BUDGETS: '[]', ...env });
  return {
    budgets: data.TRELLIS_BUDGETS,
    registration: data.TRELLIS_REGISTERED_OPERATIONS,
    corsOrigins: data.TRELLIS_CORS_ORIGINS,
  };
}

function pagesIssuer({ issuer, discovery, scope = 'openid' }: NonNullable<Read['TRELLIS_PAGES']>) {
  const usual = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return { name: issuer, discovery: discovery ?? usual, scope };
}

function* faultsOf(read: Read): Generator<string> {
  if (read.NODE_ENV === 'production') {
    for (const name of ['TRELLIS_NOW', 'TRELLIS_RANDOM_SEED'] as const) {
      if (read[name] !== undefined) yield `${name} is for development: take it away, or set NODE_ENV to development`;
    }
    if (read.REDIS_URL === undefined)
      yield 'REDIS_URL is not set: what all gateways count together, such as redis://redis:6379';
  }
  for (const [name, named] of [
    ['TRELLIS_SUBGRAPH_URLS', read.TRELLIS_SUBGRAPH_URLS],
    ['TRELLIS_DUTY_CONTACTS', read.TRELLIS_DUTY_CONTACTS],
  ] as const) {
    for (const agency of Object.keys(named)) {
      if (!vocabulary.agencies.includes(agency)) yield `${name} names ${agency}, which is no agency of this network`;
    }
  }
  for (const agency of ownOf(vocabulary.agencies)) {
    if (!Object.hasOwn(read.TRELLIS_DUTY_CONTACTS, agency)) {
      yield `TRELLIS_DUTY_CONTACTS has no telephone for ${agency}: whom to call when the network cannot answer`;
    }
  }
}

function readKeys(read: Read, faults: string[]): Record<string, SealKey> {
  const keys: Record<string, SealKey> = {};
  // Also of those that publish where they answer.
  const named = new Set([...Object.keys(read.TRELLIS_SUBGRAPH_URLS), ...Object.keys(read.SEAL_KEY_FILES)]);
  for (const agency of named) {
    const text = Object.hasOwn(read.SEAL_KEY_FILES, agency) ? read.SEAL_KEY_FILES[agency] : undefined;
    const key = text === undefined ? undefined : readSealKey(agency, text, 'PRIVATE');
    if (key !== undefined) keys[agency] = key;
    else
      faults.push(
        `SEAL_KEY_FILES.${agency} is missing or holds no key: 32 bytes in hex (\`openssl rand -hex 32\`), or an Ed25519 private key in PEM`,
      );
  }
  return keys;
}
