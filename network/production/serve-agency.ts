import { openLedger } from '@trellis/ledger';
import { openPostgres, type Database } from '@trellis/platform';
import { openRegister } from '@trellis/register';
import { startAgency, type Agency, type RunningAgency } from '@trellis/subgraph-kit';
import { openRegisterAgency } from '@trellis/subgraph-register';
import { createLogger } from '@trellis/gateway';
import { vocabulary } from '@trellis/vocabulary';
import { recordAgencies, schemaOf } from '../agencies.ts';
import { readAgencyConfig, type AgencyConfig } from './agency-config.ts';

/** Runs one agency as a process of its own, on its own Postgres database. */
export async function serveAgency(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<RunningAgency> {
  const config = readAgencyConfig(name, env);
  const logger = createLogger(config.logLevel).child({ agency: name });
  const database = openPostgres({ url: config.databaseUrl, schema: schemaOf(name), statementTimeoutMs: 5_000 });
  const running = await startAgency(agencyNamed(name, database, config), {
    database,
    port: config.port,
    host: config.host,
    keys: (id) => (id === config.sealKey.id ? config.sealKey : undefined),
    logger,
  });
  logger.info({ port: config.port }, 'agency started');
  return {
    url: running.url,
    async close() {
      await running.close();
      await database.close();
    },
  };
}

function agencyNamed(name: string, database: Database, { contacts }: AgencyConfig): Agency {
  const agency = recordAgencies.get(name);
  if (agency !== undefined) return agency;
  return openRegisterAgency({
    register: openRegister(database, { vocabulary }),
    ledger: openLedger(database),
    vocabulary,
    contacts,
  });
}
