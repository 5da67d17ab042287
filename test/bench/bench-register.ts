import { readFileSync } from 'node:fs';
import { openPostgres, type Database } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister, type Actor } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { temporaryDatabase, type TemporaryDatabase } from './gateway/temporary-database.ts';
import { measureEach, medianOf, type Measured } from './measure-each.ts';
import { median } from './median.ts';

/** How large a register is. */
export interface RegisterSize {
  readonly children: number;
  readonly consents: number;
}

const kinds = ['firstRead', 'readAgain', 'unmoved', 'withdrawal'] as const;
/**
 * A child that this gateway meets for the first time; one that it has met; the comparison before a release, alone in its transaction; and a
 * withdrawal, from asking for it to its being acknowledged.
 */
type Kind = (typeof kinds)[number];

/** What a register of one size costs: of several rounds the median. */
export type RegisterResult = RegisterSize & Readonly<Record<Kind, Measured>>;

const rules = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const mother: Actor = { agency: 'family', role: 'parent', user: 'mother', kind: 'family', purpose: 'family-access' };
/** Of each child that has any, so that a request is the same work in every register. */
const consentsEach = 10;

interface Filled extends RegisterSize {
  readonly database: Database;
  readonly rounds: Readonly<Record<Kind, Measured>>[];
}

/**
 * The same requests on registers of growing size, on Postgres databases of its own making, in turns, so that a machine that slows down slows
 * down all of them; undefined where no server can be reached.
 */
export async function benchRegister(
  log: (line: string) => void,
  {
    sizes = [
      { children: 1_000, consents: 10_000 },
      { children: 100_000, consents: 1_000_000 },
      { children: 1_000_000, consents: 5_000_000 },
    ],
    requests = 400,
    rounds = 5,
    whenFilled = () => Promise.resolve(),
  }: {
    readonly sizes?: readonly RegisterSize[];
    readonly requests?: number;
    readonly rounds?: number;
    /** Before anything is measured. */
    readonly whenFilled?: () => Promise<void>;
  } = {},
): Promise<readonly RegisterResult[] | undefined> {
  const made: TemporaryDatabase[] = [];
  const filled: Filled[] = [];
  try {
    for (const size of sizes) {
      const temporary = await temporaryDatabase();
      if (temporary === undefined) return undefined;
      made.push(temporary);
      const database = openPostgres({ url: temporary.url, schema: 'register', max: 16 });
      filled.push({ ...size, database, rounds: [] });
      await fill(database, size);
    }
    await whenFilled();
    for (let round = 0; round < rounds; round++) {
      for (const each of round % 2 === 0 ? filled : [...filled].reverse())
        each.rounds.push(await measure(each, round, requests));
    }
  } finally {
    await Promise.all(filled.map(({ database }) => database.close()));
    await Promise.all(made.map((temporary) => temporary.drop()));
  }
  const results = filled.map(({ children, consents, rounds: measured }): RegisterResult => ({
    children,
    consents,
    firstRead: medianOf(measured.map(({ firstRead }) => firstRead)),
    readAgain: medianOf(measured.map(({ readAgain }) => readAgain)),
    unmoved: medianOf(measured.map(({ unmoved }) => unmoved)),
    withdrawal: medianOf(measured.map(({ withdrawal }) => withdrawal)),
  }));
  for (const result of results) {
    log(`  ${String(result.children)} children, ${String(result.consents)} consents`);
    for (const kind of kinds) {
      const { p50, p95, cpu } = result[kind];
      log(`    ${kind}: ${p50.toFixed(2)} ms (95 of 100: ${p95.toFixed(2)}), CPU ${cpu.toFixed(0)} µs`);
    }
  }
  const [first, last] = [filled[0], filled.at(-1)];
  if (first !== undefined && last !== undefined) {
    for (const kind of kinds) {
      // Paired within each round.
      const ratio = (of: 'p50' | 'cpu') =>
        median(last.rounds.map((round, at) => round[kind][of] / (first.rounds[at]?.[kind][of] ?? NaN)));
      log(`  last to first, ${kind}: ${ratio('p50').toFixed(2)} (time), ${ratio('cpu').toFixed(2)} (CPU)`);
    }
  }
  return results;
}

/** The tables as so many children would leave them: what is read in a request; of the events, which are not, none. */
async function fill(database: Database, { children, consents }: RegisterSize): Promise<void> {
  await migrateRegister(database);
  await database.transaction((tx) => seedRegister(tx, { at: 0, ruleSets: [rules] }));
  await database.query(`create function child_at(n int) returns text language sql immutable as
    $$ select rpad('bench' || translate(n::text, '0123456789', 'abcdefghij') || '2', 26, 'z') $$`);
  await database.query(
    `insert into register.version select child_at(n), 1, 'epoch' from generate_series(1, ${String(children)}) as n`,
  );
  await database.query(
    `insert into register.record (id, about, kind, body, detail)
     select 'authority-' || n, child_at(n), 'authority', ('{"id": "authority-' || n || '", "holder": "mother", "kind":
       "custodial-parent", "domains": null, "jointWith": [], "from": "2018-05-01", "to": null, "suspended": false}')::jsonb, '{}'
     from generate_series(1, ${String(children)}) as n`,
  );
  // From one end of the children to the other; those in between have none.
  await database.query(
    `insert into register.record (id, about, kind, state, body, detail)
     select 'consent-' || n || '-' || c, child_at(n), 'consent', 'ACTIVE', ('{"id": "consent-' || n || '-' || c || '", "decision":
       "PERMIT", "by": "authority-' || n || '", "recipients": [{"agency": "education"}], "purposes": ["education-support"],
       "categories": ["mental-health.involvement"], "level": "FULL", "from": 0, "to": null, "recordsFrom": null, "recordsTo": null,
       "notEvenInEmergency": false, "except": [], "state": "ACTIVE", "evidence": null, "language": "en", "recordedAt": 0}')::jsonb, '{}'
     from generate_series(1, ${String(children)}, ${String(step({ children, consents }))}) as n, generate_series(1, ${String(consentsEach)}) as c`,
  );
  // Also sets what of the pages can be seen by all, which a table that was just filled would work out while it is measured.
  await database.query('vacuum analyze');
  await database.query('checkpoint');
}

const step = ({ children, consents }: RegisterSize): number =>
  Math.max(1, Math.round((children * consentsEach) / consents));
const childAt = (n: number): string =>
  `bench${String(n).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}2`.padEnd(26, 'z');

async function measure(size: Filled, round: number, requests: number): Promise<Readonly<Record<Kind, Measured>>> {
  const { database } = size;
  // Spread over all that have consents, and others in each round.
  const each = step(size);
  const having = Math.floor(size.children / each);
  const asked = Array.from(
    { length: Math.min(requests, having) },
    (_, at) => 1 + each * ((Math.floor((at * having) / requests) + round * 7) % having),
  );
  const warm = openRegister(database, { vocabulary });
  await measureEach(asked.slice(0, 50), (n) => warm.read([childAt(n + each)]));
  const register = openRegister(database, { vocabulary });
  const read = (n: number) => register.read([childAt(n)]);
  const firstRead = await measureEach(asked, read);
  const readAgain = await measureEach(asked, read);
  const { network, now } = await register.read([]);
  const unmoved = await measureEach(asked, (n) => {
    const decided = { versions: new Map([[childAt(n), 1]]), network: network.version, ruleSet: network.ruleSet, now };
    return database.transaction((tx) => register.isStillCurrent(tx, decided));
  });
  const withdrawn = asked.slice(0, requests / 4);
  const withdrawal = await measureEach(withdrawn, (n) =>
    register.withdrawConsent(mother, `consent-${String(n)}-${String(1 + round)}`),
  );
  return { firstRead, readAgain, unmoved, withdrawal };
}
