import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { network } from '@trellis/vocabulary';
import { catalogueCommand, type CatalogueOptions } from '../ask-catalogue.ts';
import { publishFolder } from '../publish-folder.ts';
import { printPublication } from '../print-publication.ts';

interface Options extends CatalogueOptions {
  readonly folder?: string;
  readonly address?: string;
  readonly keyId?: string;
}

const help = `
Examples:
  npx trellis publish youth-shelter                   what stands in the network's folder
  npx trellis publish legal-aid --folder legal-aid     an agency's own folder, with agency.yaml and schema.graphql
  npx trellis publish youth-shelter --dry-run         what would come of it, and nothing more

Exit code 0: published, or nothing to change. 1: refused, and why. 2: the command line or a file does not fit.`;

/** `trellis publish`: puts an agency's schema, words and address on the graph, while it runs. */
export function publishCommand(): Command {
  return catalogueCommand(
    'publish',
    "publish an agency's schema, words and address: checked, then live on every gateway",
  )
    .argument('<agency>', 'which; a token of its own system publishes it, and of nobody else')
    .option(
      '--folder <folder>',
      "where its agency.yaml and schema.graphql are; its folder in the network's unless given",
    )
    .option('--address <url>', 'where it answers; `url` of its agency.yaml unless given')
    .option('--key-id <id>', 'the id of the key that its requests are sealed with; its name unless given')
    .option('--dry-run', 'say what would come of it, and publish nothing')
    .addHelpText('after', help)
    .action(async (agency: string, options: Options) => {
      const folder = resolve(options.folder ?? join(network.folder, 'agencies', agency));
      const { address, keyId, dryRun } = options;
      printPublication(agency, await publishFolder(agency, folder, options, { address, keyId, dryRun }), options);
    });
}
