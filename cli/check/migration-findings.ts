import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Found } from '@trellis/catalogue';
import type { Database } from '@trellis/platform';
import type { AgencyFolder, NetworkFolder } from '@trellis/vocabulary';

/** The migrations of agencies under check that do not run: each agency's, on a database in memory that is thrown away. */
export async function migrationFindings(
  { agencies }: NetworkFolder,
  checked: readonly string[],
): Promise<readonly Found[]> {
  const having = agencies.filter(
    ({ name, folder }) => checked.includes(name) && existsSync(join(folder, 'migrations')),
  );
  if (having.length === 0) return [];
  const { openEmbedded } = await import('@trellis/platform');
  const server = await openEmbedded({ directory: undefined });
  try {
    const found: Found[] = [];
    for (const agency of having)
      found.push(...(await findingsOf(agency, await server.database(agency.name.replaceAll('-', '_')))));
    return found;
  } finally {
    await server.close();
  }
}

async function findingsOf({ name: agency, folder }: AgencyFolder, database: Database): Promise<readonly Found[]> {
  const { migrate } = await import('@trellis/platform');
  const directory = join(folder, 'migrations');
  try {
    await migrate(database, pathToFileURL(directory));
    return [];
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'MigrationError') throw error;
    const [, file, line] = /([^/\s]+\.sql)(?::(\d+))?/.exec(error.message) ?? [];
    return [
      {
        // What the text itself has wrong is wrong everywhere; a server of its own may have what this one has not.
        severity: /\(SQLSTATE (?!42)/.test(error.message) ? 'warning' : 'error',
        rule: 'migrations-run',
        agency,
        ...(file !== undefined && { file: join(directory, file), line: Number(line ?? 1), column: 1 }),
        message: error.message,
        fix: 'Put this file right; one that ran anywhere is never changed: add another.',
        link: 'docs/guides/agency.md#what-you-write',
      },
    ];
  }
}
