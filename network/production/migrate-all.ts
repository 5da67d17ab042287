import { migrateCatalogue } from '@trellis/catalogue';
import { grantRole, migrateLedger } from '@trellis/ledger';
import {
  json,
  migrate,
  openPostgres,
  readConfiguration,
  textFiles,
  withPassword,
  type Database,
  type Environment,
} from '@trellis/platform';
import { parseRuleSet } from '@trellis/decision';
import { migrateRegister, seedRegister } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { z } from 'zod';
import { recordAgencies, schemaOf } from '../agencies.ts';
import { agencyNames } from '../ports.ts';
import { step, type Log } from '../progress.ts';

const example = '{"police": "postgres://police@postgres:5432/police"}';
const shape = z.object({
  DATABASE_URLS: json(
    z.record(z.enum(agencyNames as [string, ...string[]]), z.url({ protocol: /^postgres(ql)?$/ })),
    example,
  ),
  DATABASE_PASSWORD_FILES: textFiles('{"police": "/run/secrets/police-database-password"}').default({}),
  // The role that gateways log in as: it owns nothing.
  TRELLIS_GATEWAY_ROLE: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'is no name of a Postgres role')
    .optional(),
});

/** The role that gateways log in as, where they have one of their own. */
export function readGatewayRole(env: Environment): string | undefined {
  return readConfiguration('trellis migrate', shape, env).TRELLIS_GATEWAY_ROLE;
}

/** The databases that `trellis migrate` brings up to date. */
export function readMigrationConfig(env: Environment): ReadonlyMap<string, string> {
  const { DATABASE_URLS: urls, DATABASE_PASSWORD_FILES: passwords } = readConfiguration('trellis migrate', shape, env);
  return new Map(Object.entries(urls).map(([agency, url]) => [agency, withPassword(url, passwords[agency])]));
}

/** Brings each agency's Postgres database up to date, before anything is served: gateways do not migrate what they read. */
export async function migrateAll(
  env: Environment,
  { log, firstRules }: { readonly log: Log; readonly firstRules?: string | undefined },
): Promise<void> {
  const gatewayRole = readGatewayRole(env);
  for (const [agency, url] of readMigrationConfig(env)) {
    const database = openPostgres({ url, schema: schemaOf(agency), max: 1 });
    try {
      await step(log, `migrated ${agency}`, () => migrateOne(agency, database));
      if (agency === 'register' && firstRules !== undefined) await publishFirst(database, firstRules, log);
      if (agency === 'register' && gatewayRole !== undefined)
        await step(log, `let ${gatewayRole} append to register and ledger`, () =>
          grantRole(database, gatewayRole, ['register', 'ledger']),
        );
    } finally {
      await database.close();
    }
  }
}

async function migrateOne(agency: string, database: Database): Promise<void> {
  const migrations = recordAgencies.get(agency)?.migrations;
  if (migrations !== undefined) await migrate(database, migrations);
  if (agency !== 'register') return;
  await migrateRegister(database);
  await migrateLedger(database);
  await migrateCatalogue(database);
}

/** Without any rule set nothing is decided, and nobody could draft one against the live one: so the first is the operator's to give. */
async function publishFirst(database: Database, yaml: string, log: Log): Promise<void> {
  parseRuleSet(yaml, vocabulary);
  const published = await database.transaction(async (tx) => {
    // Whoever publishes at the same time waits here.
    await tx.query("select pg_advisory_xact_lock(hashtext('trellis first rules'))");
    const { rows } = await tx.query<{ found: boolean }>('select exists (select from register.rule_set_text) as found');
    if (rows[0]?.found === true) return false;
    await seedRegister(tx, { at: Date.now(), ruleSets: [yaml] });
    return true;
  });
  log(published ? 'published the first rule set' : 'rule sets exist: the first was not published again');
}
