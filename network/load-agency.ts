import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Agency, Queryable } from '@trellis/subgraph-kit';
import { NetworkFolderError, type AgencyFolder } from '@trellis/vocabulary';

const { resolve } = createRequire(import.meta.url);

/** An agency whose code this process runs. */
export interface LoadedAgency {
  readonly agency: Agency;
  /** Invents records about children, for the development network. */
  readonly syntheticRecords?: ((children: readonly { readonly id: string }[]) => object) | undefined;
  /** Writes records by table and id; left out by an agency that offers none. */
  readonly saveRecords?: ((tx: Queryable, records: object) => Promise<Readonly<Record<string, number>>>) | undefined;
}

/**
 * Loads an agency's package: a name, or a path from the agency's folder that begins with `./`. It exports what `defineAgency` made, under
 * any name, and may export `saveRecords` and `syntheticRecords`. `save` marks the URL, so that what was loaded before is loaded again.
 */
export async function loadAgency(
  { name, folder, package: runs }: AgencyFolder,
  save = '',
): Promise<LoadedAgency | undefined> {
  if (runs === undefined) return undefined;
  const file = runs.startsWith('./') ? join(folder, runs) : save === '' ? undefined : resolve(runs);
  if (file !== undefined && runs.startsWith('./') && !existsSync(file))
    throw new NetworkFolderError(folder, [
      `agency.yaml: package is ${runs}, which is not there: write it, or correct its name.`,
    ]);
  const from = file === undefined ? runs : `${pathToFileURL(file).href}${save}`;
  // Code in a network's folder imports `@trellis/…`, wherever the folder is.
  if (runs.startsWith('./')) await import('@trellis/network/register-packages');
  const exported = (await import(from).catch((error: unknown) => {
    throw atItsFile(error, folder);
  })) as Readonly<Record<string, unknown>>;
  const agency = Object.values(exported).find((value): value is Agency => isAgency(value) && value.name === name);
  if (agency === undefined)
    throw new NetworkFolderError(folder, [
      `${runs} exports no agency called ${name}: export what defineAgency({ name: '${name}', … }) returns.`,
    ]);
  const { saveRecords, syntheticRecords } = exported;
  const isFunction = (value: unknown): boolean => typeof value === 'function';
  return {
    agency,
    saveRecords: isFunction(saveRecords) ? (saveRecords as LoadedAgency['saveRecords']) : undefined,
    syntheticRecords: isFunction(syntheticRecords) ? (syntheticRecords as LoadedAgency['syntheticRecords']) : undefined,
  };
}

function isAgency(value: unknown): value is Agency {
  return typeof value === 'object' && value !== null && 'name' in value && 'schema' in value && 'contextFor' in value;
}

/**
 * A fault of an agency's files, told to its developer: the line that is no TypeScript or no schema, the import of what is not there, the resolvers that do
 * not fit. Anything else keeps its stack.
 */
function atItsFile(error: unknown, folder: string): unknown {
  if (typeof error !== 'object' || error === null) return error;
  const { filename, startLine, message, code, locations } = error as Readonly<Record<string, unknown>>;
  if (typeof message !== 'string') return error;
  if (code === 'ERR_MODULE_NOT_FOUND') {
    const [, what, from] = /^Cannot find \w+ '([^']+)' imported from (.+)$/.exec(message) ?? [];
    if (what !== undefined && from !== undefined)
      return new NetworkFolderError(folder, [
        `${relative(folder, from)}: imports ${isAbsolute(what) ? relative(folder, what) : what}, which is not there: write or install it, or correct the import.`,
      ]);
  }
  const line = Array.isArray(locations) ? (locations as { line?: unknown }[])[0]?.line : undefined;
  if (typeof line === 'number') return new NetworkFolderError(folder, [`schema.graphql:${String(line)}: ${message}`]);
  if (typeof filename === 'string' && typeof startLine === 'number')
    return new NetworkFolderError(folder, [`${relative(folder, filename)}:${String(startLine)}: ${message}.`]);
  if (/^Agency \S+ does not fit its schema/.test(message)) return new NetworkFolderError(folder, [message]);
  return error;
}
