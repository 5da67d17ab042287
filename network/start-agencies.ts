import type { Clock } from '@trellis/platform';
import type { SealKey } from '@trellis/seal';
import { startAgency, type Agency, type Logger, type RunningAgency } from '@trellis/subgraph-kit';
import { databaseOf, type Databases } from './agencies.ts';
import { openCloser } from './closer.ts';

/** The agencies at work, each on its own port. */
export interface StartedAgencies {
  /** The address of each agency's graph, by its name. */
  readonly urls: Readonly<Record<string, string>>;
  /** Serves this in the place of the agency of its name, at the same address. */
  serve(agency: Agency): Promise<void>;
  close(): Promise<void>;
}

export interface StartAgenciesOptions {
  readonly agencies: readonly Agency[];
  readonly databases: Databases;
  /** 0 is any free one. */
  readonly ports: Readonly<Record<string, number>>;
  /** The key that each agency's requests are sealed with. */
  readonly keys: Readonly<Record<string, SealKey>>;
  readonly clock?: Clock | undefined;
  readonly logger?: Logger | undefined;
}

/** Serves agencies over real HTTP, each by itself, so that something can be put between them and the gateway. */
export async function startAgencies({
  agencies,
  databases,
  ports,
  keys,
  clock,
  logger,
}: StartAgenciesOptions): Promise<StartedAgencies> {
  const closer = openCloser();
  const running = new Map<string, RunningAgency>();
  try {
    for (const agency of agencies) {
      const one = await startAgency(agency, {
        database: databaseOf(databases, agency.name),
        port: ports[agency.name] ?? 0,
        keys: (id) => (id === keys[agency.name]?.id ? keys[agency.name] : undefined),
        countStatements: true,
        explainFailures: true,
        ...(clock && { clock }),
        ...(logger && { logger }),
      });
      running.set(agency.name, one);
      closer.add(one.close);
    }
  } catch (error) {
    await closer.close();
    throw error;
  }
  return {
    urls: Object.fromEntries([...running].map(([name, { url }]) => [name, url])),
    serve: async (agency) => running.get(agency.name)?.serve(agency),
    close: closer.close,
  };
}
