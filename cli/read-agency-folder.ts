import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAgencyWords, type AgencyWords } from '@trellis/vocabulary';
import { parse } from 'yaml';
import { Failure } from './failure.ts';

/** The content of an agency's folder, as it is published. */
export interface AgencyFiles {
  readonly schemaFile: string;
  readonly schema: string;
  readonly words: AgencyWords;
  /** The address at which it says that it answers. */
  readonly url: string | undefined;
}

/** Reads `agency.yaml` and `schema.graphql`. Throws a failure that names file and fault. */
export function readAgencyFolder(folder: string): AgencyFiles {
  const schemaFile = join(folder, 'schema.graphql');
  return { ...readWords(join(folder, 'agency.yaml')), schemaFile, schema: textOf(schemaFile) };
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
