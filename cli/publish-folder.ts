import { askCatalogue, type CatalogueOptions, type PublicationAnswer } from './ask-catalogue.ts';
import { readAgencyFolder } from './read-agency-folder.ts';

interface Publishing {
  /** In the place of what the folder says. */
  readonly address?: string | undefined;
  readonly keyId?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/** Publishes what stands in an agency's folder through a running gateway; what is found stands at the folder's own files. */
export async function publishFolder(
  agency: string,
  folder: string,
  options: CatalogueOptions,
  { address, keyId, dryRun }: Publishing,
): Promise<PublicationAnswer> {
  const { schema, schemaFile, words, url } = readAgencyFolder(folder);
  const body = { schema, words, address: address ?? url, keyId, dryRun };
  const told = await askCatalogue<PublicationAnswer>(
    options,
    'publish',
    { agency, role: 'system', kind: 'system' },
    body,
  );
  const found = told.report.found.map((each) =>
    each.agency === agency && each.line !== undefined ? { ...each, file: schemaFile } : each,
  );
  return { ...told, report: { ...told.report, found } };
}
