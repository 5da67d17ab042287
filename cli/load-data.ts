import { userInfo } from 'node:os';
import type { LoadData } from '@trellis/load';
import { defaultPorts } from '@trellis/network/development';
import { dataDirectory } from './data-directory.ts';
import { Failure } from './failure.ts';

/**
 * Runs something on the data that is loaded into: the embedded network's, beside a running one too; or where `DATABASE_URLS` is set, a
 * production network's databases, each over its own agency's role.
 */
export async function withLoadData<Result>(run: (data: LoadData) => Promise<Result>): Promise<Result> {
  const { openNetworkData, openProductionData } = await import('@trellis/network');
  const { LoadRefused } = await import('@trellis/load');
  const { readDevelopment } = await import('./read-development.ts');
  const { now } = readDevelopment(process.env, defaultPorts);
  const data =
    (process.env['DATABASE_URLS'] ?? '') === ''
      ? await openNetworkData({ directory: dataDirectory(), join: true, now })
      : openProductionData(process.env);
  try {
    return await run(data);
  } catch (error) {
    if (!(error instanceof LoadRefused)) throw error;
    throw new Failure(error.message, { fix: 'docs/loading.md shows how.', exitCode: 2 });
  } finally {
    await data.close();
  }
}

/** The person who acts: named by `--by`, or the account that runs the command. */
export function actingPerson(by: string | undefined): string {
  if (by !== undefined && by.trim() !== '') return by.trim();
  try {
    return userInfo().username;
  } catch {
    return 'unknown account';
  }
}
