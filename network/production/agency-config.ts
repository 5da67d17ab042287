import { z } from 'zod';
import { portVariable, readConfig, secretFile } from './read-config.ts';

const sealKey = secretFile.refine(
  (secret) => Buffer.from(secret, 'hex').length >= 32,
  'the file must hold at least 32 bytes in hex (`openssl rand -hex 32`)',
);

const shape = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "the agency's own database, such as postgres://police@postgres:5432/police",
  }),
  DATABASE_PASSWORD_FILE: secretFile.optional(),
  SEAL_KEY_FILE: sealKey,
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
  readonly logLevel: string;
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
  };
}

function withPassword(address: string, password: string | undefined): string {
  const url = new URL(address);
  if (password !== undefined) url.password = encodeURIComponent(password);
  return url.href;
}
