import { createPrivateKey } from 'node:crypto';
import type { SigningKey } from '@trellis/ledger';
import type { Contact, createLogger } from '@trellis/gateway';
import type { NoticeHook } from '@trellis/register';
import { readSealKey, type SealKey } from '@trellis/seal';
import { vocabulary } from '@trellis/vocabulary';
import { z } from 'zod';
import {
  ConfigurationError,
  databaseVariables,
  json,
  port,
  readConfiguration,
  textFile,
  textFiles,
  withPassword,
  type Environment,
} from '@trellis/platform';
import { signingKey } from '../ledger-key.ts';

const audiences: [string, ...string[]] = ['network', 'family', ...vocabulary.agencies];
const hookExample = '{"police": "https://police.example/trellis-notices"}';
/** In the clear only to this very machine. */
const hookUrl = z
  .url({ protocol: /^https?$/, error: 'is not an https URL' })
  .refine((url) => /^https:|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url), 'is not an https URL');

const shape = z.object({
  ...databaseVariables("the agency's own, such as postgres://police@postgres:5432/police"),
  SEAL_KEY_FILE: textFile('the key that seals are verified with'),
  // Told to everybody by the register's agency; the others have no use for it.
  TRELLIS_DUTY_CONTACTS: json(z.record(z.string(), z.string().min(3)), '{"police": "+1 555 0100"}').optional(),
  // Where the register tells agencies of what waits for them.
  TRELLIS_NOTICE_HOOKS: json(z.record(z.enum(audiences), hookUrl), hookExample).default({}),
  TRELLIS_NOTICE_HOOK_KEY_FILES: textFiles('{"police": "/run/secrets/police-notices"}').default({}),
  // What the register signs checkpoints of the ledger with.
  LEDGER_KEY_FILE: textFile('an Ed25519 private key in PEM').optional(),
  PORT: port(4100),
  HOST: z.string().default('0.0.0.0'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'is one of fatal, error, warn, info, debug, silent',
    })
    .default('info'),
});

/** The configuration that an agency's process needs. */
export interface AgencyConfig {
  readonly databaseUrl: string;
  /** The key with which the gateway's seals are checked. */
  readonly sealKey: SealKey;
  readonly port: number;
  readonly host: string;
  readonly logLevel: Parameters<typeof createLogger>[0];
  readonly contacts: readonly Contact[];
  /** The hooks by which the register tells each agency of what waits for it. */
  readonly hooks: Readonly<Record<string, NoticeHook>>;
  /** The key with which the register signs checkpoints of the ledger; nothing signs them unless given. */
  readonly ledgerKey: SigningKey | undefined;
}

/** Reads an agency's configuration; throws a `ConfigurationError` that names every variable that does not fit. */
export function readAgencyConfig(name: string, env: Environment): AgencyConfig {
  const process = `The agency ${name}`;
  const read = readConfiguration(process, shape, env);
  const sealKey = readSealKey(name, read.SEAL_KEY_FILE, 'PUBLIC');
  const ledgerKey = readLedgerKey(read.LEDGER_KEY_FILE);
  const contacts = Object.entries(read.TRELLIS_DUTY_CONTACTS ?? {}).map(([agency, telephone]) => ({
    agency,
    telephone,
  }));
  const hooks: Record<string, NoticeHook> = {};
  const withoutKeys: string[] = [];
  for (const [agency, url] of Object.entries(read.TRELLIS_NOTICE_HOOKS)) {
    const keys = readHookKeys(read.TRELLIS_NOTICE_HOOK_KEY_FILES[agency] ?? '');
    if (keys.length === 0) withoutKeys.push(agency);
    else hooks[agency] = { url, keys };
  }
  const faults = [
    ...withoutKeys.map(
      (agency) =>
        `TRELLIS_NOTICE_HOOK_KEY_FILES.${agency} is missing or holds no key: it must hold one, or a new and an old one, a line each: \`whsec_\` and 24 to 64 bytes in base64 (\`echo whsec_$(openssl rand -base64 32)\`)`,
    ),
    ...(sealKey === undefined
      ? ['SEAL_KEY_FILE holds no key: 32 bytes in hex (`openssl rand -hex 32`), or an Ed25519 public key in PEM']
      : []),
    ...(ledgerKey === null ? ['LEDGER_KEY_FILE holds no Ed25519 private key in PEM'] : []),
    ...(name === 'register' && contacts.length === 0
      ? ['TRELLIS_DUTY_CONTACTS is not set: whom to call at each agency at any hour']
      : []),
  ];
  if (sealKey === undefined || ledgerKey === null || faults.length > 0) throw new ConfigurationError(process, faults);
  return {
    databaseUrl: withPassword(read.DATABASE_URL, read.DATABASE_PASSWORD_FILE),
    sealKey,
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
    contacts,
    hooks,
    ledgerKey,
  };
}

/** Undefined where none is given, null where what is given is none. */
function readLedgerKey(pem: string | undefined): SigningKey | undefined | null {
  if (pem === undefined) return undefined;
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? signingKey(key) : null;
  } catch {
    return null; // what cannot be read is no key
  }
}

/** The keys of a hook, one a line; none where one of them is no key. */
function readHookKeys(text: string): readonly Uint8Array[] {
  const keys = text
    .split(/\s+/)
    .filter((line) => line !== '')
    .map((line) =>
      /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(line) ? Buffer.from(line.slice(6), 'base64') : Buffer.alloc(0),
    );
  return keys.every(({ length }) => length >= 24 && length <= 64) ? keys : [];
}
