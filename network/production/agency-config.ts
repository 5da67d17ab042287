import type { Contact, createLogger } from '@trellis/gateway';
import { z } from 'zod';
import { databaseVariables, jsonVariable, portVariable, readConfig, secretFile, withPassword } from './read-config.ts';

const sealKey = secretFile.refine(
  (secret) => Buffer.from(secret, 'hex').length >= 32,
  'the file must hold at least 32 bytes in hex (`openssl rand -hex 32`)',
);

const shape = z.object({
  ...databaseVariables("the agency's own, such as postgres://police@postgres:5432/police"),
  SEAL_KEY_FILE: sealKey,
  // Answered to everybody by the register's agency; the others have no use for it.
  TRELLIS_DUTY_CONTACTS: jsonVariable(z.record(z.string(), z.string().min(3)), '{"police": "+1 555 0100"}').default({}),
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
  readonly sealKey: Uint8Array;
  readonly port: number;
  readonly host: string;
  readonly logLevel: Parameters<typeof createLogger>[0];
  readonly contacts: readonly Contact[];
}

/** Reads an agency's configuration; throws a `ConfigurationError` that names every variable that does not fit. */
export function readAgencyConfig(name: string, env: Readonly<Record<string, string | undefined>>): AgencyConfig {
  const read = readConfig(`agency ${name}`, shape, env);
  return {
    databaseUrl: withPassword(read.DATABASE_URL, read.DATABASE_PASSWORD_FILE),
    sealKey: Buffer.from(read.SEAL_KEY_FILE, 'hex'),
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
    contacts: Object.entries(read.TRELLIS_DUTY_CONTACTS).map(([agency, telephone]) => ({ agency, telephone })),
  };
}
