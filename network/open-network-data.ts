import { fixedClock, migrate, openEmbedded, systemClock, type Clock, type EmbeddedServer } from '@trellis/platform';
import { migrateLedger, openLedger, type Ledger } from '@trellis/ledger';
import { migrateRegister, notePublication, openRegister, type Register } from '@trellis/register';
import {
  followNetwork,
  migrateCatalogue,
  openDatabaseCatalogue,
  openDraftCatalogue,
  type FollowedNetwork,
} from '@trellis/catalogue';
import { workedOn } from './alone/worked-on.ts';
import { databaseOf, recordAgencies, schemaOf, type Databases } from './agencies.ts';
import { agencyNames } from './ports.ts';
import { databaseDirectory } from './begin-to-open.ts';
import { composeHere, networkBase } from './network-base.ts';
import { step, type Log } from './progress.ts';

/** The data of an embedded network, migrated: one database in one worker thread, a schema and a role for each agency. */
export interface NetworkData {
  /** Each agency's, by its name; that of `register` holds the ledger as well. */
  readonly databases: Databases;
  readonly register: Register;
  readonly ledger: Ledger;
  /** Stands still where development says so. */
  readonly clock: Clock;
  /** The network's words and schemas, with what agencies published. */
  readonly network: FollowedNetwork;
  close(): Promise<void>;
}

export interface NetworkDataOptions {
  /** The directory of the files; in memory when undefined. */
  readonly directory: string | undefined;
  /** Work beside a network that is running on the directory, through its process; otherwise that is an error. */
  readonly join?: boolean | undefined;
  /** The moment it always is (`TRELLIS_NOW`). */
  readonly now?: string | number | undefined;
  /** Makes the register's ids repeatable (`TRELLIS_RANDOM_SEED`). */
  readonly newId?: (() => string) | undefined;
  /** The database, where somebody began to open it (`beginToOpen`) while the rest of the program was still loading. */
  readonly opening?: Promise<EmbeddedServer> | undefined;
  readonly log?: Log | undefined;
}

/** Opens the data and brings every schema up to date. Rejects where another process has the directory. */
export async function openNetworkData({
  directory,
  join,
  now,
  newId,
  opening,
  log = () => undefined,
}: NetworkDataOptions): Promise<NetworkData> {
  const clock = now === undefined ? undefined : fixedClock(now);
  const server = await step(
    log,
    'opened the database',
    () => opening ?? openEmbedded({ directory: directory && databaseDirectory(directory), join }),
  );
  try {
    const databases: Databases = Object.fromEntries(
      await Promise.all(agencyNames.map(async (name) => [name, await server.database(schemaOf(name))] as const)),
    );
    const shared = databaseOf(databases, 'register');
    await step(log, 'migrated every schema', async () => {
      for (const { name, migrations } of recordAgencies.values()) {
        if (migrations !== undefined) await migrate(databaseOf(databases, name), migrations);
      }
      await migrateRegister(shared);
      await migrateLedger(shared);
      await migrateCatalogue(shared);
    });
    const kept = openDatabaseCatalogue(shared, notePublication);
    const catalogue = workedOn() === undefined ? kept : await openDraftCatalogue(kept);
    const network = await followNetwork(networkBase(), catalogue, composeHere);
    return {
      databases,
      network,
      register: openRegister(shared, { vocabulary: () => network.current.vocabulary, clock, newId }),
      ledger: openLedger(shared),
      clock: clock ?? systemClock,
      close: () => server.close(),
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}
