import { createPublicKey } from 'node:crypto';
import type { Contact, createLogger } from '@trellis/gateway';
import { ed25519Key, hmacKey, type SealKey } from '@trellis/seal';
import { z } from 'zod';
import {
  ConfigurationError,
  databaseVariables,
  jsonVariable,
  portVariable,
  readConfig,
  secretFile,
  withPassword,
} from './read-config.ts';

const shape = z.object({
  ...databaseVariables("the agency's own, such as postgres://police@postgres:5432/police"),
  SEAL_KEY_FILE: secretFile,
  // Told to everybody by the register's agency; the others have no use for it.
  TRELLIS_DUTY_CONTACTS: jsonVariable(z.record(z.string(), z.string().min(3)), '{"police": "+1 555 0100"}').optional(),
  PORT: portVariable.default(4100),
  HOST: z.string().default('0.0.0.0'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'one of fatal, error, warn, info, debug, silent',
    })
    .default('info'),
});

/** What an agency's process needs to know. */
export interface AgencyConfig {
  readonly databaseUrl: string;
  /** What the gateway's seals are checked with. */
  readonly sealKey: SealKey;
  readonly port: number;
  readonly host: string;
  readonly logLevel: Parameters<typeof createLogger>[0];
  readonly contacts: readonly Contact[];
}

/** Reads an agency's configuration; throws a `ConfigurationError` that names every variable that does not fit. */
export function readAgencyConfig(name: string, env: Readonly<Record<string, string | undefined>>): AgencyConfig {
  const process = `agency ${name}`;
  const read = readConfig(process, shape, env);
  const sealKey = readSealKey(name, read.SEAL_KEY_FILE);
  const contacts = Object.entries(read.TRELLIS_DUTY_CONTACTS ?? {}).map(([agency, telephone]) => ({
    agency,
    telephone,
  }));
  const faults = [
    ...(sealKey === undefined
      ? ['SEAL_KEY_FILE: the file must hold 32 bytes in hex (`openssl rand -hex 32`), or an Ed25519 public key in PEM']
      : []),
    ...(name === 'register' && contacts.length === 0
      ? ['TRELLIS_DUTY_CONTACTS: whom to call at each agency at any hour']
      : []),
  ];
  if (sealKey === undefined || faults.length > 0) throw new ConfigurationError(process, faults);
  return {
    databaseUrl: withPassword(read.DATABASE_URL, read.DATABASE_PASSWORD_FILE),
    sealKey,
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
    contacts,
  };
}

/** A secret shared with the gateway, or the public half of its key pair. */
function readSealKey(agency: string, text: string): SealKey | undefined {
  if (/^(?:[0-9a-f]{2}){32,}$/i.test(text)) return hmacKey(agency, Buffer.from(text, 'hex'));
  if (!text.startsWith('-----BEGIN PUBLIC KEY-----')) return undefined;
  try {
    const key = createPublicKey(text);
    return key.asymmetricKeyType === 'ed25519' ? ed25519Key(agency, key) : undefined;
  } catch {
    return undefined; // what it is not is said with the name of the variable
  }
}
