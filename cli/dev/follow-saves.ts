import { dirname } from 'node:path';
import type { Network } from '@trellis/network';
import { network as trellis, type AgencyFolder } from '@trellis/vocabulary';
import { printFound, printNewlyVisible } from '../check/print-report.ts';
import { Failure } from '../failure.ts';
import { publishFolder } from '../publish-folder.ts';
import { followRules } from './follow-rules.ts';
import { watchFolders, type FolderWatch } from './watch-folders.ts';

/**
 * Puts each save of an agency's files on the running graph: words and schema are checked with the whole graph, the code is loaded again, and then both are
 * served. What does not fit is said, and what ran before goes on.
 */
export async function followSaves(network: Network, agency: AgencyFolder): Promise<FolderWatch> {
  const { codeFolderOf, reloadAgency, seedNewcomers } = await import('@trellis/network');
  const code = codeFolderOf(trellis, agency.name);
  const folders = [...new Set([agency.folder, dirname(trellis.rules), ...(code === undefined ? [] : [code])])];
  const takeRules = await followRules(network);
  const { name, folder } = agency;
  const publish = async (dryRun: boolean) => publishFolder(name, folder, { gateway: network.urls.gateway }, { dryRun });
  return watchFolders(folders, async () => {
    try {
      const tried = await publish(true);
      printFound(tried.report.found);
      if (tried.outcome === 'REFUSED') {
        printNewlyVisible(tried.report);
        return console.log(`${name}: not taken; the last good graph is served.`);
      }
      const loaded = await reloadAgency(agency);
      if (loaded !== undefined) {
        // It migrates, and a table that is new gets its records.
        await network.serve(loaded.agency);
        await seedNewcomers(network.data.databases, [loaded], (line) => console.log(`${name}: ${line}`));
      }
      printNewlyVisible(tried.report);
      await publish(false);
      console.log(`${name}: taken, and on the graph.`);
      // After the words that they may name.
      await takeRules();
    } catch (error) {
      console.log(explained(error));
      console.log(`${name}: not taken; the last good graph is served.`);
    }
  });
}

/** Its own developer reads this: the message, and for code the place where it failed. */
function explained(error: unknown): string {
  if (error instanceof Failure) return [error.message, error.fix].filter((line) => line !== undefined).join('\n  ');
  // By name: to name a class here would load its whole room. Their place is in the message.
  if (error instanceof Error && error.name === 'MigrationError') return error.message;
  if (error instanceof Error && error.name === 'NetworkFolderError')
    return (error as Error & { readonly faults: readonly string[] }).faults.join('\n');
  return error instanceof Error ? (error.stack ?? error.message) : 'something that is no error was thrown';
}
