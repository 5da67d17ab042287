import { generateKeyPairSync } from 'node:crypto';
import {
  exportLedger,
  hashLeaf,
  migrateLedger,
  openLedger,
  verifyExport,
  verifyInclusion,
  type DisclosureEntry,
} from '@trellis/ledger';
import { openPostgres, type Database } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { readFileSync } from 'node:fs';
import { openReleaser, type Release } from '../../gateway/release.ts';
import { temporaryDatabase } from './gateway/temporary-database.ts';

export interface LedgerResult {
  /** Entries a second, by so many requests at once: their commits shared, and each with its own. */
  readonly groupCommit: number;
  readonly oneByOne: number;
  readonly timesFaster: number;
  readonly entries: number;
  /** Milliseconds, of the tree over so many entries. */
  readonly checkpoint: number;
  readonly checkpointAgain: number;
  readonly proveInclusion: number;
  readonly verifyInclusion: number;
  readonly proveConsistency: number;
  readonly verifyAll: number;
  /** How much memory the process held more at most while it made the first checkpoint, in megabytes. */
  readonly checkpointMegabytes: number;
}

const rules = readFileSync(new URL('../../decision/packs/ontario.yaml', import.meta.url), 'utf8');
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

/** What the ledger costs, on a Postgres of its own making; undefined where none can be reached. */
export async function benchLedger(
  log: (line: string) => void,
  { entries = 100_000, requests = 2_000, atOnce = 64 } = {},
): Promise<LedgerResult | undefined> {
  const temporary = await temporaryDatabase();
  if (temporary === undefined) return undefined;
  const database = openPostgres({ url: temporary.url, schema: 'register', max: 16 });
  try {
    await migrateRegister(database);
    await migrateLedger(database);
    await database.transaction((tx) => seedRegister(tx, { at: 0, ruleSets: [rules] }));
    const rates = await ratesOf(database, requests, atOnce);
    const times = await timesOf(database, entries);
    const result = { ...rates, timesFaster: rates.groupCommit / rates.oneByOne, entries, ...times };
    for (const [name, value] of Object.entries(result)) log(`  ${name}: ${value.toFixed(2)}`);
    return result;
  } finally {
    await database.close();
    await temporary.drop();
  }
}

async function ratesOf(database: Database, requests: number, atOnce: number) {
  const [register, ledger] = [openRegister(database, { vocabulary }), openLedger(database)];
  const { network, now } = await register.read([]);
  const decided = { versions: new Map<string, number>(), network: network.version, ruleSet: network.ruleSet, now };
  let given = 0;
  const asked = (): Release => ({ decided, now, disclosures: [entry(given++)], withholdings: [] });
  const rateOf = async (release: (asked: Release) => Promise<unknown>): Promise<number> => {
    let left = requests;
    const client = async (): Promise<void> => {
      while (left-- > 0) await release(asked());
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: atOnce }, client));
    return (requests * 1_000) / (performance.now() - start);
  };
  const together = openReleaser(database, register, ledger, 60_000);
  const alone = (each: Release) =>
    database.transaction(async (tx) => {
      await register.unmovedMany(tx, [each.decided]);
      await ledger.append(tx, each.now, each.disclosures, []);
    });
  await rateOf(together);
  return { groupCommit: await rateOf(together), oneByOne: await rateOf(alone) };
}

async function timesOf(database: Database, entries: number) {
  const ledger = openLedger(database);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = { id: 'bench', privateKey };
  const { rows } = await database.query<{ size: number }>('select size::int as size from ledger.head');
  for (let from = rows[0]?.size ?? 0; from < entries; from += 1_000) {
    const some = Array.from({ length: Math.min(1_000, entries - from) }, (_, at) => entry(from + at));
    await database.transaction((tx) => ledger.append(tx, 0, some, []));
  }
  const resting = process.memoryUsage().rss;
  let most = resting;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const checkpoint = await timed(() => ledger.checkpoint(key));
  clearInterval(watch);
  const first = checkpoint.result.size;
  await database.transaction((tx) => ledger.append(tx, 0, [entry(first)], []));
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
  const all = await timed(() => verifyExport(exportLedger(database, ledger), new Map([['bench', publicKey]])));
  if (all.result.faults.length > 0) throw new Error('The ledger does not verify.');
  return {
    checkpoint: checkpoint.ms,
    checkpointAgain: again.ms,
    proveInclusion: prove.ms / places.length,
    verifyInclusion: check.ms / places.length,
    proveConsistency: consistency.ms,
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
