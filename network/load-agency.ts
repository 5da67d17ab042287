import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Agency, Queryable } from '@trellis/subgraph-kit';
import type { AgencyFolder } from '@trellis/vocabulary';

/** An agency whose code this process runs. */
export interface LoadedAgency {
  readonly agency: Agency;
  /** Writes records by table and id; left out by an agency that offers none. */
  readonly saveRecords?: ((tx: Queryable, records: object) => Promise<Readonly<Record<string, number>>>) | undefined;
}

/**
 * Loads an agency's package: a name, or a path from the agency's folder that begins with `./`. It exports what `defineAgency` made, under
 * any name, and may export `saveRecords`.
 */
export async function loadAgency({ name, folder, package: runs }: AgencyFolder): Promise<LoadedAgency | undefined> {
  if (runs === undefined) return undefined;
  const from = runs.startsWith('./') ? pathToFileURL(join(folder, runs)).href : runs;
  const exported = (await import(from)) as Readonly<Record<string, unknown>>;
  const agency = Object.values(exported).find((value): value is Agency => isAgency(value) && value.name === name);
  if (agency === undefined)
    throw new Error(
      `${runs} exports no agency called ${name}: export what defineAgency({ name: '${name}', … }) returns`,
    );
  const { saveRecords } = exported;
  return {
    agency,
    saveRecords: typeof saveRecords === 'function' ? (saveRecords as LoadedAgency['saveRecords']) : undefined,
  };
}

function isAgency(value: unknown): value is Agency {
  return typeof value === 'object' && value !== null && 'name' in value && 'schema' in value && 'contextFor' in value;
}
