import type { Command } from 'commander';
import { askCatalogue, catalogueCommand, type CatalogueOptions, type PublicationAnswer } from '../ask-catalogue.ts';
import { Failure } from '../failure.ts';
import { printPublication } from '../print-publication.ts';

interface Options extends CatalogueOptions {
  readonly to?: number;
}

const help = `
Example:
  npx trellis rollback youth-shelter --to 12     what version 12 said, as a new version; 0 is what the network's folder has

Words are never taken back: consents, rules and the ledger may name them.`;

/** `trellis rollback`: publishes again what an agency published before. */
export function rollbackCommand(): Command {
  return catalogueCommand('rollback', 'publish again the schema and the address of an earlier version')
    .argument('<agency>', 'whose')
    .option('--to <version>', 'the version; the one before the current unless given', versionNumber)
    .option('--dry-run', 'say what would come of it, and publish nothing')
    .addHelpText('after', help)
    .action(async (agency: string, options: Options) => {
      const { to, dryRun } = options;
      const system = { agency, role: 'system', kind: 'system' } as const;
      printPublication(
        agency,
        await askCatalogue<PublicationAnswer>(options, 'rollback', system, { to, dryRun }),
        options,
      );
    });
}

function versionNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Failure(`\`${text}\` is not the number of a version`, {
    fix: '`npx trellis agencies` lists them.',
    exitCode: 2,
  });
}
