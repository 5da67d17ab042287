import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { network, readAgencyWords, type AgencyWords } from '@trellis/vocabulary';
import { parse } from 'yaml';
import { askCatalogue, catalogueCommand, type CatalogueOptions, type Told } from '../catalogue-door.ts';
import { Failure } from '../failure.ts';
import { tellPublication } from '../tell-publication.ts';

interface Options extends CatalogueOptions {
  readonly folder?: string;
  readonly address?: string;
  readonly keyId?: string;
}

const help = `
Examples:
  npx trellis publish police                          what stands in the network's folder
  npx trellis publish legal-aid --folder legal-aid    an agency's own folder, with agency.yaml and schema.graphql
  npx trellis publish police --dry-run                what would come of it, and nothing more

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
      const { words, url } = readWords(join(folder, 'agency.yaml'));
      const schemaFile = join(folder, 'schema.graphql');
      const told = await askCatalogue<Told>(
        options,
        'publish',
        { agency, role: 'system', kind: 'system' },
        {
          schema: textOf(schemaFile),
          words,
          address: options.address ?? url,
          keyId: options.keyId,
          dryRun: options.dryRun,
        },
      );
      const found = told.report.found.map((each) =>
        each.agency === agency && each.line !== undefined ? { ...each, file: schemaFile } : each,
      );
      tellPublication(agency, { ...told, report: { ...told.report, found } }, options);
    });
}

function readWords(file: string): { readonly words: AgencyWords; readonly url: string | undefined } {
  const value = parseYaml(file);
  const read = readAgencyWords(value);
  if ('faults' in read)
    throw new Failure(`${file} cannot be published:\n${read.faults.map((fault) => `  ${fault}`).join('\n')}`, {
      exitCode: 2,
    });
  const url: unknown = typeof value === 'object' && value !== null && 'url' in value ? value.url : undefined;
  return { words: read.words, url: typeof url === 'string' ? url : undefined };
}

function parseYaml(file: string): unknown {
  const text = textOf(file);
  try {
    return parse(text);
  } catch (error) {
    throw new Failure(`${file} is not YAML: ${error instanceof Error ? error.message : ''}`, { exitCode: 2 });
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Failure(`${file} cannot be read`, {
      fix: 'An agency is published from its folder: agency.yaml and schema.graphql. Name it with --folder.',
      exitCode: 2,
    });
  }
}
