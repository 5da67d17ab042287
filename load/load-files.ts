import { randomBytes } from 'node:crypto';
import { dayOf } from '@trellis/subgraph-kit';
import { systemClock, type Clock } from '@trellis/platform';
import { hasEffect, type FileAccount, type SkippedCount } from './account.ts';
import type { AgencyTables } from './agencies/agency-tables.ts';
import type { LoadingAgency } from './agencies/index.ts';
import { endAbsent } from './end-absent.ts';
import type { Format, Scanned } from './format.ts';
import { formats } from './formats.ts';
import { expandPaths } from './input/expand-paths.ts';
import { inputsOf, inputName, type Recognised } from './input/inputs-of.ts';
import { newNetworkId } from './link/new-network-id.ts';
import { linksUnused } from './link/links-unused.ts';
import { noLinks, readPersonLinks } from './link/read-links.ts';
import type { ReviewEntry } from './link/review-list.ts';
import type { LoadContext, LoadDatabases } from './load-context.ts';
import { loadFile } from './load-file.ts';
import { LoadRefused } from './load-refused.ts';
import { notAhead } from './not-ahead.ts';
import { nothingLoaded, outcomeOf } from './outcome-of.ts';
import { progressOver, type Progress } from './progress-over.ts';
import { writerInto } from './pour.ts';
import { readClassified } from './read-classified.ts';
import { whyNotFull } from './why-not-full.ts';
import { columnOf } from './store/column-of.ts';
import { beginLoad, finishLoad } from './store/load-records.ts';
import { bringWorkUpToDate, childrenOfTakenBack, endLapsedWork } from './work.ts';

export interface LoadOptions {
  readonly agency: LoadingAgency;
  /** Files, and directories whose files are meant. */
  readonly files: readonly string[];
  /** A links file: which child a number means. */
  readonly links?: string | undefined;
  /** A CSV of what an officer classified, beside the value sets. */
  readonly classified?: string | undefined;
  /** The system that exported, where the agency has several and the files do not say: its numbers are its own. */
  readonly source?: string | undefined;
  /** The moment at which the export was made, ISO 8601, where the files do not say. The moment of loading unless given. */
  readonly exportedAt?: string | undefined;
  /** The files are all that the source holds: what they no longer hold has ended. */
  readonly full?: boolean | undefined;
  /** The person who loads; the account keeps it. */
  readonly ranBy?: string | undefined;
  readonly databases: LoadDatabases;
  /** Read and count, and write nothing. */
  readonly dryRun?: boolean | undefined;
  readonly clock?: Clock;
  /** The source of the ids of new children. */
  readonly newId?: () => string;
  /** Told how much of all there is to read was read. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface LoadResult {
  /** The load's id; absent of a dry run. */
  readonly load?: string;
  /** One account per file, in the order given. */
  readonly files: readonly FileAccount[];
  /** The entries that a person must look at. */
  readonly review: readonly ReviewEntry[];
  /** Lines of the links file with a number that no file names: how many, and the first of them. */
  readonly linksUnused?: SkippedCount;
  /** Of a full export: how many records of each table it no longer held. */
  readonly ended?: Readonly<Record<string, number>>;
}

/**
 * Loads what an agency's systems export into its database, with the children it is about into identity and the register. Files that others
 * need go first, whatever the order given; each is loaded whole or not at all, and loading it again changes nothing.
 */
export async function loadFiles(options: LoadOptions): Promise<LoadResult> {
  const { databases, clock = systemClock, newId = newNetworkId, dryRun = false } = options;
  const links = options.links === undefined ? noLinks : await readPersonLinks(options.links, options.agency);
  const classified = options.classified === undefined ? undefined : await readClassified(options.classified);
  const inputs = await inputsOf(await expandPaths(options.files), formats[options.agency]);
  const now = clock.now();
  const at = new Date(now).toISOString();
  const load = `l-${randomBytes(6).toString('hex')}`;
  const base = { classified, databases, links, newId, dryRun, today: dayOf(now), earlier: [], at };
  const progress = progressOver(
    inputs.map(({ input }) => input),
    options.onProgress,
    { dryRun },
  );
  const { accounts, scans } = await scanAll(inputs, options, progress);
  const notFull = options.full ? whyNotFull(scans.map(({ scanned }) => scanned)) : undefined;
  if (notFull !== undefined) throw new LoadRefused(`the files are not all that the system holds: ${notFull}`);
  scans.sort((one, other) => rankOf(one.scanned) - rankOf(other.scanned));
  const contextOf = (format: Format<object>, { issuer: own, exportedAt }: SaidOfIt): LoadContext => {
    const issuer = options.source ?? own ?? '';
    // What a file says of itself stands behind an @, what a person said of it behind a colon.
    const source =
      issuer === '' ? format.source : `${format.source}${options.source === undefined ? '@' : ':'}${issuer}`;
    const asOf = notAhead(now).moment(options.exportedAt ?? exportedAt ?? at);
    return { ...base, issuer, stamp: { load, source, asOf } };
  };
  const review: ReviewEntry[] = [];
  const unused = linksUnused(
    links,
    scans.map(({ scanned }) => scanned),
  );
  const linksSaid = unused.count > 0 ? { linksUnused: unused } : {};
  const [first] = scans;
  if (first === undefined) return { files: accounts, review, ...linksSaid };
  const { stamp } = contextOf(first.format, first.scanned);
  for (const { format, scanned } of scans)
    await expectNamedSource(format, databases, contextOf(format, scanned).stamp.source);
  if (!dryRun)
    await beginLoad(databases.agency, {
      id: load,
      agency: options.agency,
      format: [...new Set(scans.map(({ format }) => format.title))].join(', '),
      source: stamp.source,
      exportedAt: stamp.asOf,
      ranBy: options.ranBy ?? 'trellis load',
      startedAt: at,
    });
  for (const { at: place, format, scanned } of scans) {
    const file = inputName(inputs, place);
    const loaded = await outcomeOf(
      loadFile(
        format,
        scanned,
        contextOf(format, scanned),
        progress.reading(place, 'second'),
        progress.registering(place),
      ),
    );
    if ('value' in loaded) {
      review.push(...loaded.value.linking.review);
      const outcome = dryRun ? 'checked' : hasEffect(loaded.value.account.elements) ? 'loaded' : 'empty';
      accounts[place] = { file, outcome, ...loaded.value.account };
    } else accounts[place] = nothingLoaded(file, loaded);
  }
  if (dryRun) return { files: accounts, review, ...linksSaid };
  const whole = accounts.every(({ outcome }) => outcome === 'loaded' || outcome === 'empty');
  // A file that was refused may be the one that holds what would be ended.
  const ended = options.full && whole ? await endAll(scans, contextOf) : undefined;
  await endLapsedWork(first.format, contextOf(first.format, first.scanned));
  const result = { load, files: accounts, ...linksSaid, ...(ended ? { ended } : {}) };
  await finishLoad(databases.agency, load, new Date(clock.now()).toISOString(), { ...result, review: review.length });
  return { ...result, review };
}

type SaidOfIt = Pick<Scanned<unknown>, 'issuer' | 'exportedAt'>;

/** One input that was read once to its end, and its place among those given. */
interface Scan {
  readonly at: number;
  readonly format: Format<object>;
  readonly scanned: Scanned<object>;
}

async function scanAll(
  inputs: readonly Recognised[],
  { databases, source }: Pick<LoadOptions, 'databases' | 'source'>,
  progress: Progress,
): Promise<{ readonly accounts: FileAccount[]; readonly scans: Scan[] }> {
  const accounts: FileAccount[] = [];
  const scans: Scan[] = [];
  for (const [at, { format, input }] of inputs.entries()) {
    const scanned = await outcomeOf(
      format.needsSource && source === undefined
        ? Promise.reject(
            new LoadRefused(`${format.title} says of no number whose it is: name the authority with --source`),
          )
        : format.scan(input, databases.agency, progress.reading(at, 'first')),
    );
    if ('value' in scanned) scans.push({ at, format, scanned: scanned.value });
    else accounts[at] = nothingLoaded(inputName(inputs, at), scanned);
  }
  return { accounts, scans };
}

/** The rank of a file by what others need: schools and the like go first, then people, then what is about them, then what adds to that. */
function rankOf({ persons, numbers, isLast }: Scanned<unknown>): number {
  if (isLast) return 3;
  return numbers.size === 0 ? 0 : persons.length > 0 ? 1 : 2;
}

async function endAll(
  scans: readonly Scan[],
  contextOf: (format: Format<object>, said: SaidOfIt) => LoadContext,
): Promise<Readonly<Record<string, number>>> {
  const all: Record<string, number> = {};
  const sources = new Map(
    scans.map(({ format, scanned }) => [contextOf(format, scanned).stamp.source, { format, scanned }] as const),
  );
  for (const { format, scanned } of sources.values()) {
    const context = contextOf(format, scanned);
    const { databases, stamp } = context;
    const { agency } = databases;
    const ended = await agency.transaction((tx) => endAbsent(tx, format, stamp, writerInto(tx, stamp, format)));
    for (const [table, rows] of Object.entries(ended)) all[table] = (all[table] ?? 0) + rows;
    const children = new Set([
      ...(await childrenOfTakenBack(agency, format, stamp.load, 0)),
      ...(await childrenOfEnded(agency, format, stamp.load)),
    ]);
    await bringWorkUpToDate(format, context, [...children]);
  }
  return all;
}

async function childrenOfEnded(
  agency: LoadDatabases['agency'],
  { ends = {} }: Pick<AgencyTables, 'ends'>,
  load: string,
): Promise<readonly string[]> {
  const tables = Object.keys(ends).map(columnOf);
  const { rows } = await agency.query<{ child: string }>(
    `select distinct before->>'child' as child from load_changes
     where load = $1 and tab = any($2) and changed and before->>'child' is not null`,
    [load, tables],
  );
  return rows.map(({ child }) => child);
}

/** Once an agency has loaded from a system by its name, a file that does not say whose it is could be anybody's. */
async function expectNamedSource(format: Format<object>, { agency }: LoadDatabases, source: string): Promise<void> {
  if (source !== format.source) return;
  const { rows } = await agency.query(`select 1 from loads where starts_with(source, $1) limit 1`, [
    `${format.source}:`,
  ]);
  if (rows.length > 0)
    throw new LoadRefused(
      'this agency loads from several systems, and the files do not say which this is: name it with --source',
    );
}
