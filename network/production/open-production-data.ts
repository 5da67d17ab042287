import { openLedger, type Ledger } from '@trellis/ledger';
import { openPostgres, systemClock, type Clock, type Database } from '@trellis/platform';
import { openRegister, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { databaseOf, schemaOf, type Databases } from '../agencies.ts';
import { readMigrationConfig } from './migrate-all.ts';

/** The data of a production network that a command works on, as far as `DATABASE_URLS` names it: each database over its own role. */
export interface ProductionData {
  readonly databases: Databases;
  readonly register: Register;
  readonly ledger: Ledger;
  readonly clock: Clock;
  close(): Promise<void>;
}

/** Opens the databases that `DATABASE_URLS` names; that of `register` must be among them. */
export function openProductionData(env: Readonly<Record<string, string | undefined>>): ProductionData {
  const databases: Record<string, Database> = {};
  for (const [agency, url] of readMigrationConfig(env))
    databases[agency] = openPostgres({ url, schema: schemaOf(agency), max: 2 });
  const shared = databaseOf(databases, 'register');
  return {
    databases,
    register: openRegister(shared, { vocabulary }),
    ledger: openLedger(shared),
    clock: systemClock,
    async close() {
      await Promise.all(Object.values(databases).map((database) => database.close()));
    },
  };
}
