import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { dayOf } from '@trellis/subgraph-kit';
import { sqlState, systemClock, type Clock } from '@trellis/platform';
import type { FileAccount } from './account.ts';
import type { Format, Scanned } from './format.ts';
import { formats, type LoadingAgency } from './formats.ts';
import { newNetworkId } from './link/new-network-id.ts';
import { noLinks, readLinks } from './link/read-links.ts';
import type { ReviewEntry } from './link/review-list.ts';
import { loadFile, type LoadContext, type LoadDatabases } from './load-file.ts';
import { LoadRefused } from './load-refused.ts';

export interface LoadOptions {
  readonly agency: LoadingAgency;
  readonly files: readonly string[];
  /** A links file: which child a number means. */
  readonly links?: string | undefined;
  readonly databases: LoadDatabases;
  /** Read and count, and write nothing. */
  readonly dryRun?: boolean;
  readonly clock?: Clock;
  /** Where the ids of new children come from. */
  readonly newId?: () => string;
  /** Told how much of all there is to read was read. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface LoadResult {
  /** One account per file, in the order given. */
  readonly files: readonly FileAccount[];
  /** What a person must look at. */
  readonly review: readonly ReviewEntry[];
}

/**
 * Loads what an agency's systems export into its database, with the children it is about into identity and the register. Files that say who
 * people are go first, whatever the order given; each is loaded whole or not at all, and loading it again changes nothing.
 */
export async function loadFiles(options: LoadOptions): Promise<LoadResult> {
  switch (options.agency) {
    case 'mental-health':
      return loadAll(formats['mental-health'], options);
    case 'education':
      return loadAll(formats.education, options);
    case 'police':
      return loadAll(formats.police, options);
    case 'child-protection':
      return loadAll(formats['child-protection'], options);
  }
}

async function loadAll<Records extends object>(format: Format<Records>, options: LoadOptions): Promise<LoadResult> {
  const { files, databases, clock = systemClock, newId = newNetworkId, dryRun = false } = options;
  const links = options.links === undefined ? noLinks : await readLinks(options.links, format.agency);
  const context: LoadContext = { databases, links, newId, dryRun, today: dayOf(clock.now()), earlier: new Map() };
  const progress = await progressOver(files, options.onProgress);
  const accounts: FileAccount[] = [];
  const review: ReviewEntry[] = [];

  const scans: { at: number; scanned: Scanned<Records> }[] = [];
  for (const [at, path] of files.entries()) {
    const scanned = await settled(format.scan(path, databases.agency, progress(at, 0)));
    if ('value' in scanned) scans.push({ at, scanned: scanned.value });
    else accounts[at] = nothing(nameOf(format, files, at), scanned);
  }
  scans.sort((one, other) => Number(other.scanned.persons.length > 0) - Number(one.scanned.persons.length > 0));
  for (const { at, scanned } of scans) {
    const file = nameOf(format, files, at);
    const loaded = await settled(loadFile(format, scanned, context, progress(at, 1)));
    if ('value' in loaded) {
      review.push(...loaded.value.linking.review);
      accounts[at] = { file, outcome: dryRun ? 'checked' : 'loaded', ...loaded.value.account };
    } else accounts[at] = nothing(file, loaded);
  }
  return { files: accounts, review };
}

type Settled<Value> = { readonly value: Value } | Pick<FileAccount, 'outcome' | 'reason'>;

/** What a file's own faults come to. Whatever else goes wrong is nobody's file's fault, and thrown. */
async function settled<Value>(running: Promise<Value>): Promise<Settled<Value>> {
  try {
    return { value: await running };
  } catch (error) {
    if (error instanceof LoadRefused) return { outcome: 'refused', reason: error.message };
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      return { outcome: 'refused', reason: `cannot be read (${code})` };
    // A database's own words may quote a value.
    if (sqlState(error) !== undefined)
      return { outcome: 'failed', reason: `the database refused a record (SQLSTATE ${sqlState(error) ?? ''})` };
    throw error;
  }
}

function nothing(file: string, { outcome, reason }: Pick<FileAccount, 'outcome' | 'reason'>): FileAccount {
  return {
    file,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    elements: {},
    notes: {},
    children: { linked: 0, known: 0, matched: 0, registered: 0, toReview: 0 },
  };
}

/** A file's name, or where that may be a person's, its place in the list. */
function nameOf(format: Pick<Format<unknown>, 'fileNamesArePersonal'>, files: readonly string[], at: number): string {
  const path = files[at] ?? '';
  return format.fileNamesArePersonal
    ? `file ${at + 1} of ${files.length} (${extname(path) || 'no extension'})`
    : basename(path);
}

/** Each file is read twice: to see who is in it, and to load it. */
async function progressOver(
  files: readonly string[],
  onProgress: LoadOptions['onProgress'],
): Promise<(at: number, reading: 0 | 1) => ((bytes: number) => void) | undefined> {
  if (!onProgress) return () => undefined;
  const sizes = await Promise.all(
    files.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const total = 2 * sizes.reduce((sum, size) => sum + size, 0);
  const done = new Map<string, number>();
  return (at, reading) => (bytes) => {
    done.set(`${at}/${reading}`, bytes);
    onProgress(
      [...done.values()].reduce((sum, one) => sum + one, 0),
      total,
    );
  };
}
