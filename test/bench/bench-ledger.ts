import { generateKeyPairSync } from 'node:crypto';
import {
  exportLedger,
  hashLeaf,
  migrateLedger,
  openLedger,
  verifyExport,
  verifyConsistency,
  verifyInclusion,
  type DisclosureEntry,
} from '@trellis/ledger';
import { openPostgres, type Database } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { readFileSync } from 'node:fs';
import { openReleaser, type Release } from '../../gateway/release.ts';
import { temporaryDatabase, type TemporaryDatabase } from './gateway/temporary-database.ts';
import { measureEach, medianOf, type Measured } from './measure-each.ts';
import { median } from './median.ts';

/** What the ledger costs; of several rounds the median. */
export interface LedgerResult {
  /** Releases of one entry each, by so many requests at once: their commits shared, on an empty ledger and on a large one; and each with its own. */
  readonly groupCommit: Measured;
  readonly groupCommitLarge: Measured;
  readonly oneByOne: Measured;
  /** A release with nobody beside it: what a request waits longer on a network at rest. */
  readonly alone: Measured;
  /** Entries a second: shared commits to single ones, and the large ledger to the empty one, each pair within one round. */
  readonly timesFaster: number;
  readonly largeToEmpty: number;
  readonly entries: number;
  /** Milliseconds, of the tree over so many entries. */
  readonly checkpoint: number;
  readonly checkpointAgain: number;
  readonly proveInclusion: number;
  readonly verifyInclusion: number;
  readonly proveConsistency: number;
  readonly verifyConsistency: number;
  /** Fifty disclosures of one child. */
  readonly pageOfChild: number;
  readonly verifyAll: number;
  /** How much memory the process held more at most while it made the first checkpoint, in megabytes. */
  readonly checkpointMegabytes: number;
}

const rules = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const requester = { agency: 'education', role: 'teacher', user: 'teacher', kind: 'worker' } as const;
const categories = { FULL: ['mental-health.involvement'], SUMMARY: [] };
const grounds = [{ kind: 'CONSENT', id: 'consent-1', categories: ['mental-health.involvement'] }];
const obligations = ['NO_FURTHER_DISCLOSURE'];
const entry = (index: number): DisclosureEntry => ({
  disclosure: `disclosure-${String(index)}`,
  requester,
  purpose: 'education-support',
  child: `child${String(index % 1_000).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'a')}`.padEnd(
    26,
    'z',
  ),
  ruleSet: 1,
  operation: 'hash',
  categories,
  grounds,
  obligations,
});

/** Measures it on Postgres databases of its own making; undefined where no server can be reached. */
export async function benchLedger(
  log: (line: string) => void,
  {
    entries = 1_000_000,
    requests = 10_000,
    atOnce = 64,
    rounds = 5,
    whenFilled = () => Promise.resolve(),
  }: {
    readonly entries?: number;
    readonly requests?: number;
    readonly atOnce?: number;
    readonly rounds?: number;
    /** Before anything is measured. */
    readonly whenFilled?: () => Promise<void>;
  } = {},
): Promise<LedgerResult | undefined> {
  const made: TemporaryDatabase[] = [];
  const opened: Database[] = [];
  const open = async (): Promise<Database | undefined> => {
    const temporary = await temporaryDatabase();
    if (temporary === undefined) return undefined;
    made.push(temporary);
    const database = openPostgres({ url: temporary.url, schema: 'register', max: 16 });
    opened.push(database);
    await migrateRegister(database);
    await migrateLedger(database);
    await database.transaction((tx) => seedRegister(tx, { at: 0, ruleSets: [rules] }));
    return database;
  };
  try {
    const [empty, large] = [await open(), await open()];
    if (empty === undefined || large === undefined) return undefined;
    await fill(large, entries);
    await whenFilled();
    const rates = await ratesOf({ empty, large }, { requests, atOnce, rounds });
    const result = { ...rates, entries, ...(await timesOf(large)) };
    for (const [name, value] of Object.entries(result)) {
      if (typeof value === 'number') log(`  ${name}: ${value.toFixed(2)}`);
      else {
        const { p50, p95, cpu, perSecond } = value;
        log(
          `  ${name}: ${perSecond.toFixed(0)} entries a second, ${p50.toFixed(2)} ms (95 of 100: ${p95.toFixed(2)}), CPU ${cpu.toFixed(0)} µs`,
        );
      }
    }
    return result;
  } finally {
    await Promise.all(opened.map((database) => database.close()));
    await Promise.all(made.map((temporary) => temporary.drop()));
  }
}

interface Rates {
  readonly requests: number;
  readonly atOnce: number;
  readonly rounds: number;
}

async function ratesOf(databases: Readonly<Record<'empty' | 'large', Database>>, { requests, atOnce, rounds }: Rates) {
  let given = 0;
  const doorsOf = async (database: Database) => {
    const [register, ledger] = [openRegister(database, { vocabulary }), openLedger(database)];
    const { network, now } = await register.read([]);
    const decided = { versions: new Map<string, number>(), network: network.version, ruleSet: network.ruleSet, now };
    const asked = (many: number): Release[] =>
      Array.from({ length: many }, () => ({ decided, now, disclosures: [entry(given++)], withholdings: [] }));
    const together = openReleaser(database, register, ledger, { releaseMs: 60_000 });
    const single = (each: Release) =>
      database.transaction(async (tx) => {
        await register.stillCurrent(tx, [each.decided]);
        await ledger.append(tx, each.now, each.disclosures, []);
      });
    return { asked, together, single };
  };
  const [empty, large] = [await doorsOf(databases.empty), await doorsOf(databases.large)];
  const ways = {
    groupCommit: () => measureEach(empty.asked(requests), empty.together, atOnce),
    groupCommitLarge: () => measureEach(large.asked(requests), large.together, atOnce),
    oneByOne: () => measureEach(empty.asked(requests / 5), empty.single, atOnce),
    alone: () => measureEach(empty.asked(requests / 10), empty.together),
  };
  for (const way of Object.values(ways)) await way();
  // An empty ledger that was just filled is not planned for as one that has stood.
  for (const database of Object.values(databases)) await database.query('vacuum analyze');
  const measured: Record<keyof typeof ways, Measured>[] = [];
  for (let round = 0; round < rounds; round++) {
    const names = Object.keys(ways) as (keyof typeof ways)[];
    const results: Partial<Record<keyof typeof ways, Measured>> = {};
    for (const name of round % 2 === 0 ? names : names.reverse()) results[name] = await ways[name]();
    measured.push(results as Required<typeof results>);
  }
  const middle = (way: keyof typeof ways): Measured => medianOf(measured.map((round) => round[way]));
  return {
    groupCommit: middle('groupCommit'),
    groupCommitLarge: middle('groupCommitLarge'),
    oneByOne: middle('oneByOne'),
    alone: middle('alone'),
    timesFaster: median(measured.map(({ groupCommit, oneByOne }) => groupCommit.perSecond / oneByOne.perSecond)),
    largeToEmpty: median(
      measured.map(({ groupCommit, groupCommitLarge }) => groupCommitLarge.perSecond / groupCommit.perSecond),
    ),
  };
}

/** So many entries, as appending them one by one would have left them. */
async function fill(database: Database, entries: number): Promise<void> {
  const ledger = openLedger(database);
  const first = Array.from({ length: 1_000 }, (_, at) => entry(at));
  await database.transaction((tx) => ledger.append(tx, 0, first, []));
  await database.query(
    `insert into ledger.entry (index, at, disclosure, child_hash, agency, requester, body, leaf)
     select made.index, like_it.at, made.disclosure, like_it.child_hash, like_it.agency, like_it.requester, made.body,
            sha256('\\x00'::bytea || convert_to(made.body, 'UTF8'))
     from generate_series(${String(first.length)}, ${String(entries - 1)}) as place
     join ledger.entry as like_it on like_it.index = place % ${String(first.length)}
     cross join lateral (select place as index, 'disclosure-' || place as disclosure,
       replace(like_it.body, '"' || like_it.disclosure || '"', '"disclosure-' || place || '"') as body) as made
     order by place`,
  );
  await database.query(`update ledger.head set size = ${String(entries)}`);
  await database.query('vacuum analyze');
  await database.query('checkpoint');
}

async function timesOf(database: Database) {
  const ledger = openLedger(database);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = { id: 'bench', privateKey };
  const resting = process.memoryUsage().rss;
  let most = resting;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const checkpoint = await timed(() => ledger.checkpoint(key));
  clearInterval(watch);
  const first = checkpoint.result.size;
  await database.transaction((tx) => ledger.append(tx, 0, [entry(0)], []));
  const again = await timed(() => ledger.checkpoint(key));
  const { root } = again.result;
  const places = Array.from({ length: 50 }, (_, at) => Math.floor((at * first) / 50));
  const prove = await timed(async () => Promise.all(places.map((place) => ledger.proveInclusion(place))));
  const check = await timed(() =>
    Promise.resolve(
      prove.result.filter(({ body, index, size, proof }) =>
        verifyInclusion(hashLeaf(body), index, size, proof.map(bytes), bytes(root)),
      ),
    ),
  );
  if (check.result.length !== places.length) throw new Error('A proof does not hold.');
  const consistency = await timed(() => ledger.proveConsistency(first));
  const holds = await timed(() =>
    Promise.resolve(
      verifyConsistency(
        first,
        again.result.size,
        consistency.result.proof.map(bytes),
        bytes(checkpoint.result.root),
        bytes(root),
      ),
    ),
  );
  if (!holds.result) throw new Error('A proof does not hold.');
  const page = await timed(() => ledger.disclosures({ child: entry(7).child, first: 50 }));
  if (page.result.entries.length !== 50) throw new Error('A child lacks entries.');
  const all = await timed(() => verifyExport(exportLedger(database, ledger), new Map([['bench', publicKey]])));
  if (all.result.faults.length > 0) throw new Error('The ledger does not verify.');
  return {
    checkpoint: checkpoint.ms,
    checkpointAgain: again.ms,
    proveInclusion: prove.ms / places.length,
    verifyInclusion: check.ms / places.length,
    proveConsistency: consistency.ms,
    verifyConsistency: holds.ms,
    pageOfChild: page.ms,
    verifyAll: all.ms,
    checkpointMegabytes: (most - resting) / 1e6,
  };
}

const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

async function timed<Result>(run: () => Promise<Result>): Promise<{ readonly result: Result; readonly ms: number }> {
  const start = performance.now();
  const result = await run();
  return { result, ms: performance.now() - start };
}
