import { z } from 'zod';
import { databaseVariables, readConfig, secretFile, withPassword } from './read-config.ts';

const shape = z.object({
  ...databaseVariables("the register's and ledger's, such as postgres://register@postgres:5432/register"),
  LEDGER_KEY_FILE: secretFile.optional(),
});

/** What `trellis ledger` needs to reach a ledger in production. */
export function readLedgerConfig(env: Readonly<Record<string, string | undefined>>): {
  readonly databaseUrl: string;
  readonly ledgerKey: string | undefined;
} {
  const read = readConfig('trellis ledger', shape, env);
  return { databaseUrl: withPassword(read.DATABASE_URL, read.DATABASE_PASSWORD_FILE), ledgerKey: read.LEDGER_KEY_FILE };
}
