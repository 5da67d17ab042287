import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { z } from 'zod';
import { createVocabulary } from './create-vocabulary.ts';
import { NetworkFolderError } from './network-folder-error.ts';
import type { AgencyFolder, NetworkFolder } from './network-folder.ts';
import { supervisorRolesOf, wordsOf, type AgencyWords } from './agency-words.ts';
import { sharedWords } from './shared-words.ts';
import { readYamlFile } from './read-yaml-file.ts';
import { agencyShape, code, networkShape } from './shapes.ts';

type NetworkFile = z.output<typeof networkShape>;
type AgencyFile = z.output<typeof agencyShape>;

/** Names that are not an agency's to take: recipients of the network's own, and the gateway's private subgraph. */
const reserved: ReadonlySet<string> = new Set(['network', 'family', 'entry', 'identity', 'register']);

/** Checks whether an agency may be called so. */
export function isAgencyName(name: string): boolean {
  return code.safeParse(name).success && !reserved.has(name);
}

/**
 * Reads a network's folder. The order in which agencies or categories are written never matters.
 *
 * @throws {NetworkFolderError} naming every file and line that does not fit.
 */
export function readNetwork(path: string): NetworkFolder {
  const folder = resolve(path);
  const faults: string[] = [];
  const read = <Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape> | undefined => {
    const result = readYamlFile(file, shape);
    if ('value' in result) return result.value;
    faults.push(...result.faults.map((fault) => `${relative(folder, file)}:${fault}`));
    return undefined;
  };
  const network = read(join(folder, 'network.yaml'), networkShape);
  const agencies = new Map<string, AgencyFile>();
  for (const name of agencyNames(folder)) {
    const file = read(join(folder, 'agencies', name, 'agency.yaml'), agencyShape);
    const fault = nameFault(name, network);
    if (fault !== undefined) faults.push(`agencies/${name}: ${fault}`);
    if (file !== undefined) agencies.set(name, file);
  }
  faults.push(...missingSentences(network, agencies));
  if (network === undefined || faults.length > 0) throw new NetworkFolderError(folder, faults);
  return createNetwork({ folder, network, files: agencies }, new Map());
}

/** A network's files, read and found to fit. */
interface Files {
  readonly folder: string;
  readonly network: NetworkFile;
  readonly files: ReadonlyMap<string, AgencyFile>;
}

/** The same network with what agencies published in the place of their own files. */
function withPublished(
  { folder, network, files }: Files,
  published: ReadonlyMap<string, AgencyWords>,
  bits: ReadonlyMap<string, number>,
): NetworkFolder {
  const faults: string[] = [];
  const merged = new Map(files);
  for (const [name, words] of published) {
    const fault = nameFault(name, network);
    if (fault !== undefined) faults.push(`agencies/${name}: ${fault}`);
    const read = agencyShape.safeParse(words);
    if (!read.success)
      faults.push(...read.error.issues.map(({ path, message }) => `agencies/${name}: ${path.join('.')}: ${message}`));
    else {
      // What starts an agency here, and what the law charges it with, is the folder's to say, and no publication's.
      const { package: runs, url, mandates = [] } = files.get(name) ?? {};
      merged.set(name, { ...read.data, package: runs, url, mandates });
    }
  }
  faults.push(...missingSentences(network, merged));
  if (faults.length > 0) throw new NetworkFolderError(folder, faults);
  return createNetwork({ folder, network, files: merged }, bits);
}

function agencyNames(folder: string): string[] {
  const agencies = join(folder, 'agencies');
  if (!existsSync(agencies)) return [];
  const entries = readdirSync(agencies, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

function nameFault(name: string, network: NetworkFile | undefined): string | undefined {
  if (!code.safeParse(name).success)
    return 'the name of the folder is the name of the agency: lower-case words joined by hyphens';
  if (reserved.has(name)) return `\`${name}\` is a name of the network's own: give the agency another`;
  if (network?.categories[name] !== undefined)
    return `network.yaml declares categories of \`${name}\` as well: keep them in agencies/${name}/agency.yaml alone`;
  return undefined;
}

/** A category that cannot be explained in a language of the network is not declared. */
function missingSentences(network: NetworkFile | undefined, agencies: ReadonlyMap<string, AgencyFile>): string[] {
  const { languages = [], categories = {} } = network ?? {};
  const declared = [
    ...Object.entries(categories).map(([domain, entries]) => ({
      file: 'network.yaml',
      place: `categories.${domain}`,
      entries,
    })),
    ...[...agencies].map(([name, file]) => ({
      file: `agencies/${name}/agency.yaml`,
      place: 'categories',
      entries: file.categories,
    })),
  ];
  return declared.flatMap(({ file, place, entries }) =>
    Object.entries(entries).flatMap(([name, { sentences }]) =>
      languages
        .filter((language) => sentences[language] === undefined)
        .map((language) => `${file}: ${place}.${name}: add a sentence in \`${language}\` that says what this data is`),
    ),
  );
}

function createNetwork(read: Files, bits: ReadonlyMap<string, number>): NetworkFolder {
  const { folder, network, files } = read;
  const {
    roles,
    roleTitles = {},
    purposes,
    limits,
    categories,
    services: described,
    rules,
    protocols,
    ...about
  } = network;
  const { identity, register } = described;
  const own = new Map([...(identity ? [['identity', identity] as const] : []), ['register', register] as const]);
  const services = [...own.keys()];
  const all = [...files, ...own];
  const agencies = [...files].map(([name, file]): AgencyFolder => {
    const own = join(folder, 'agencies', name);
    const { dutyContact, package: runs, url } = file;
    return { name, folder: own, schemaFile: join(own, 'schema.graphql'), dutyContact, package: runs, url };
  });
  return {
    ...about,
    folder,
    rules: join(folder, rules),
    protocols: protocols === undefined ? undefined : join(folder, protocols),
    services,
    agencies,
    words: Object.fromEntries([...files].map(([name, file]) => [name, wordsOf(file)])),
    with: (published, given) => withPublished(read, published, given),
    dutyContacts: Object.fromEntries(all.map(([name, { dutyContact }]) => [name, dutyContact])),
    vocabulary: createVocabulary({
      agencies: [...files.keys(), ...services],
      languages: network.languages,
      titles: Object.fromEntries(all.map(([name, { title }]) => [name, title])),
      roles: {
        ...Object.fromEntries([...files].map(([name, file]) => [name, file.roles])),
        network: [...new Set([...sharedWords.officerRoles, ...roles.network])],
        family: roles.family,
      },
      roleTitles: {
        ...Object.fromEntries([...files].map(([name, file]) => [name, file.roleTitles ?? {}])),
        network: { ...sharedWords.officerTitles, ...only(roles.network, roleTitles) },
        family: only(roles.family, roleTitles),
      },
      purposes: { ...purposes, ...sharedWords.purposes },
      involvementKinds: [...new Set([...files.values()].flatMap((file) => file.involvementKinds))].sort(),
      mandates: Object.fromEntries([...files].map(([name, file]) => [name, file.mandates])),
      intakeRoles: Object.fromEntries([...files].map(([name, file]) => [name, file.intakeRoles])),
      supervisorRoles: Object.fromEntries([...files].map(([name, file]) => [name, supervisorRolesOf(file)])),
      limits,
      bits,
      categories: {
        ...categories,
        ...Object.fromEntries([...files].map(([name, file]) => [name, file.categories])),
      },
    }),
  };
}

/** The titles of these roles: what one role of that code is called elsewhere is not theirs. */
function only<T>(roles: readonly string[], titles: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(titles).filter(([role]) => roles.includes(role)));
}
