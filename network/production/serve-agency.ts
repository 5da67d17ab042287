import { CheckpointNotTaken, openLedger, startLedgerKeeper } from '@trellis/ledger';
import { openPostgres, sqlState, type Database } from '@trellis/platform';
import { postToHook, startScheduler, openRegister, type Register } from '@trellis/register';
import { startAgency, type Agency, type RunningAgency } from '@trellis/subgraph-kit';
import { openRegisterAgency } from '@trellis/subgraph-register';
import { contactsOf, createLogger } from '@trellis/gateway';
import { followWords, vocabulary } from '@trellis/vocabulary';
import { recordAgencies, schemaOf } from '../agencies.ts';
import { keepFollowing, openFollowedNetwork } from './follow-catalogue.ts';
import { readAgencyConfig, type AgencyConfig } from './agency-config.ts';

/** Runs one agency as a process of its own, on its own Postgres database. */
export async function serveAgency(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Pick<RunningAgency, 'url' | 'close'>> {
  const config = readAgencyConfig(name, env);
  const logger = createLogger(config.logLevel).child({ agency: name });
  const database = openPostgres({ url: config.databaseUrl, schema: schemaOf(name), statementTimeoutMs: 5_000 });
  const followed = name === 'register' ? await openFollowedNetwork(database) : undefined;
  const words = () => followed?.current.vocabulary ?? vocabulary;
  const register = openRegister(database, { vocabulary: words });
  const stopFollowing = followed && keepFollowing(followed, logFailure(logger));
  const running = await startAgency(
    agencyNamed(name, database, {
      register,
      vocabulary: followWords(words),
      contacts: () => (followed ? contactsOf(followed.current, config.contacts) : config.contacts),
    }),
    {
      database,
      port: config.port,
      host: config.host,
      explainFailures: env['NODE_ENV'] === 'development',
      keys: (id) => (id === config.sealKey.id ? config.sealKey : undefined),
      logger,
    },
  );
  const jobs = name === 'register' ? startJobs(database, register, config, logFailure(logger)) : undefined;
  logger.info({ port: config.port }, 'agency started');
  return {
    url: running.url,
    async close() {
      await running.close();
      await jobs?.close();
      await stopFollowing?.();
      await database.close();
    },
  };
}

/** Starts what the register's process does by itself: what is due in the register, and the ledger's checkpoints. */
function startJobs(
  database: Database,
  register: Register,
  { hooks, ledgerKey }: AgencyConfig,
  onFailure: (error: unknown) => void,
): { close(): Promise<void> } {
  const scheduler = startScheduler({ register, hooks, onFailure });
  const keeper = startLedgerKeeper({
    database,
    ledger: openLedger(database),
    key: ledgerKey,
    // A family keeps no checkpoints.
    agencies: Object.keys(hooks).filter((agency) => agency !== 'family'),
    hand: async (agency, handed) => {
      const hook = hooks[agency];
      if (hook === undefined) throw new Error('there is no hook for this agency');
      const { size, at } = 'checkpoint' in handed ? handed.checkpoint : handed;
      await postToHook(hook, {
        id: `checkpoint-${String(size)}`,
        type: 'LEDGER_CHECKPOINT',
        at: Date.parse(at),
        data: { handed },
      });
    },
    onFailure,
  });
  return {
    close: async () => {
      await Promise.all([scheduler.close(), keeper.close()]);
    },
  };
}

/** Logs what kind of failure it was, never what it said: that can quote a row. */
function logFailure(logger: ReturnType<typeof createLogger>) {
  return (error: unknown): void => {
    const name = error instanceof Error ? error.name : 'unknown';
    const agencies = error instanceof CheckpointNotTaken ? error.agencies : undefined;
    logger.warn(
      { error: name, sqlState: sqlState(error), agencies },
      'the register could not do what is due; it is tried again',
    );
  };
}

function agencyNamed(
  name: string,
  database: Database,
  { register, vocabulary: words, contacts }: Omit<Parameters<typeof openRegisterAgency>[0], 'ledger'>,
): Agency {
  const agency = recordAgencies.get(name);
  if (agency !== undefined) return agency;
  if (name !== 'register')
    throw new Error(`no package runs agency ${name}: its agency.yaml names none, or it answers at a url of its own`);
  return openRegisterAgency({
    register,
    ledger: openLedger(database),
    vocabulary: words,
    contacts,
  });
}
