import { readFileSync } from 'node:fs';
import { openPostgres, type Database } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister, type Actor } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { temporaryDatabase } from './gateway/temporary-database.ts';

/** What a register of one size costs. Milliseconds; CPU of this process in microseconds a request. */
export interface RegisterResult {
  readonly children: number;
  readonly consents: number;
  /** A child that this gateway meets for the first time, and one that it has met. */
  readonly firstRead: number;
  readonly firstReadCpu: number;
  readonly readAgain: number;
  readonly readAgainCpu: number;
  /** The comparison before a release, alone in its transaction. */
  readonly unmoved: number;
  /** From asking for a withdrawal to its being acknowledged: half of them, and 95 of 100. */
  readonly withdrawal: number;
  readonly withdrawal95: number;
}

const rules = readFileSync(new URL('../../decision/packs/ontario.yaml', import.meta.url), 'utf8');
const mother: Actor = { agency: 'family', role: 'parent', user: 'mother', kind: 'family', purpose: 'family-access' };
const consentsEach = 10;

/** The same requests on registers of growing size, on a Postgres of its own making; undefined where none can be reached. */
export async function benchRegister(
  log: (line: string) => void,
  { sizes = [1_000, 100_000], requests = 500 }: { readonly sizes?: readonly number[]; readonly requests?: number } = {},
): Promise<readonly RegisterResult[] | undefined> {
  const temporary = await temporaryDatabase();
  if (temporary === undefined) return undefined;
  const results: RegisterResult[] = [];
  try {
    for (const children of sizes) {
      await temporary.reset();
      const database = openPostgres({ url: temporary.url, schema: 'register', max: 16 });
      try {
        await migrateRegister(database);
        await database.transaction((tx) => seedRegister(tx, { at: 0, ruleSets: [rules] }));
        await fill(database, children);
        results.push(await measure(database, children, Math.min(requests, children / 2)));
      } finally {
        await database.close();
      }
      log(
        `  ${JSON.stringify(results.at(-1), (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}`,
      );
    }
  } finally {
    await temporary.drop();
  }
  const [first, last] = [results[0], results.at(-1)];
  if (first !== undefined && last !== undefined) {
    const times = (of: 'firstRead' | 'readAgain' | 'firstReadCpu' | 'withdrawal'): string =>
      (last[of] / first[of]).toFixed(2);
    log(
      `  last to first: ${times('firstRead')} (first read), ${times('readAgain')} (again), ${times('firstReadCpu')} (CPU), ${times('withdrawal')} (withdrawal)`,
    );
  }
  return results;
}

/** The tables as so many children would leave them: what is read in a request; of the events, which are not, none. */
async function fill(database: Database, children: number): Promise<void> {
  await database.query(`create function pg_temp_child(n int) returns text language sql immutable as
    $$ select rpad('bench' || translate(n::text, '0123456789', 'abcdefghij') || '2', 26, 'z') $$`);
  await database.query(
    `insert into register.version select pg_temp_child(n), 1, 'epoch' from generate_series(1, ${String(children)}) as n`,
  );
  await database.query(
    `insert into register.record (id, about, kind, body, detail)
     select 'authority-' || n, pg_temp_child(n), 'authority', jsonb_build_object('id', 'authority-' || n, 'holder', 'mother', 'kind',
       'custodial-parent', 'domains', null, 'jointWith', '[]'::jsonb, 'from', '2018-05-01', 'to', null, 'suspended', false), '{}'
     from generate_series(1, ${String(children)}) as n`,
  );
  await database.query(
    `insert into register.record (id, about, kind, state, body, detail)
     select 'consent-' || n || '-' || c, pg_temp_child(n), 'consent', 'ACTIVE', jsonb_build_object('id', 'consent-' || n || '-' || c,
       'decision', 'PERMIT', 'by', 'authority-' || n, 'recipients', '[{"agency": "education"}]'::jsonb, 'purposes',
       '["education-support"]'::jsonb, 'categories', '["mental-health.involvement"]'::jsonb, 'level', 'FULL', 'from', 0, 'to', null,
       'recordsFrom', null, 'recordsTo', null, 'notEvenInEmergency', false, 'except', '[]'::jsonb, 'state', 'ACTIVE', 'evidence', null,
       'language', 'en', 'recordedAt', 0), '{}'
     from generate_series(1, ${String(children)}) as n, generate_series(1, ${String(consentsEach)}) as c`,
  );
  await database.query('analyze');
}

const childAt = (n: number): string =>
  `bench${String(n).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}2`.padEnd(26, 'z');

async function measure(database: Database, children: number, requests: number): Promise<RegisterResult> {
  // Spread over all of them, and not those that the register was warmed with.
  const asked = Array.from({ length: requests }, (_, at) => 1 + Math.floor((at * children) / requests));
  const run = async (once: (n: number) => Promise<unknown>): Promise<{ ms: number; cpu: number }> => {
    const [cpu, start] = [process.cpuUsage(), performance.now()];
    for (const n of asked) await once(n);
    const { user, system } = process.cpuUsage(cpu);
    return { ms: (performance.now() - start) / asked.length, cpu: (user + system) / asked.length };
  };
  const read = (register: ReturnType<typeof openRegister>) => (n: number) => register.read([childAt(n)]);
  const warm = openRegister(database, { vocabulary });
  await run(read(warm));
  const register = openRegister(database, { vocabulary });
  const first = await run(read(register));
  const again = await run(read(register));
  const { network, now } = await register.read([]);
  const unmoved = await run((n) => {
    const decided = { versions: new Map([[childAt(n), 1]]), network: network.version, ruleSet: network.ruleSet, now };
    return database.transaction((tx) => register.unmoved(tx, decided));
  });
  const acknowledged: number[] = [];
  for (const n of asked.slice(0, 200)) {
    const start = performance.now();
    await register.withdrawConsent(mother, `consent-${String(n)}-1`);
    acknowledged.push(performance.now() - start);
  }
  acknowledged.sort((a, b) => a - b);
  return {
    children,
    consents: children * consentsEach,
    firstRead: first.ms,
    firstReadCpu: first.cpu,
    readAgain: again.ms,
    readAgainCpu: again.cpu,
    unmoved: unmoved.ms,
    withdrawal: acknowledged[acknowledged.length >> 1] ?? 0,
    withdrawal95: acknowledged[Math.floor(acknowledged.length * 0.95)] ?? 0,
  };
}
