import { createPrivateKey } from 'node:crypto';
import { migrateLedger, openLedger, type Ledger, type SigningKey } from '@trellis/ledger';
import { openPostgres, type Database } from '@trellis/platform';
import { databaseOf } from './agencies.ts';
import { openDevelopmentLedgerKey, signingKey } from './ledger-key.ts';
import { openNetworkData } from './open-network-data.ts';
import { readLedgerConfig } from './production/ledger-config.ts';

/** A ledger to look after, and the key it is signed with. */
export interface LedgerData {
  readonly ledger: Ledger;
  readonly database: Database;
  /** Undefined where this process was given none: it can verify with public keys, and sign nothing. */
  readonly key: SigningKey | undefined;
  close(): Promise<void>;
}

/** The ledger of `DATABASE_URL`, or of the embedded data where that is not set. */
export async function openLedgerData(
  directory: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<LedgerData> {
  if (env.DATABASE_URL === undefined) {
    const key = await openDevelopmentLedgerKey(directory);
    const { ledger, databases, close } = await openNetworkData({ directory, join: true });
    return { ledger, database: databaseOf(databases, 'register'), key, close };
  }
  const { databaseUrl, ledgerKey } = readLedgerConfig(env);
  const database = openPostgres({ url: databaseUrl, schema: 'ledger' });
  await migrateLedger(database);
  const key = ledgerKey === undefined ? undefined : signingKey(createPrivateKey(ledgerKey));
  return { ledger: openLedger(database), database, key, close: () => database.close() };
}
