import { databaseVariables, readConfiguration, textFile, withPassword, type Environment } from '@trellis/platform';
import { z } from 'zod';

const shape = z.object({
  ...databaseVariables("the register's and ledger's, such as postgres://register@postgres:5432/register"),
  LEDGER_KEY_FILE: textFile('an Ed25519 private key in PEM').optional(),
});

/** Reads what `trellis ledger` needs to reach a ledger in production. */
export function readLedgerConfig(env: Environment): {
  readonly databaseUrl: string;
  readonly ledgerKey: string | undefined;
} {
  const read = readConfiguration('trellis ledger', shape, env);
  return { databaseUrl: withPassword(read.DATABASE_URL, read.DATABASE_PASSWORD_FILE), ledgerKey: read.LEDGER_KEY_FILE };
}
