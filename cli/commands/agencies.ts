import type { Command } from 'commander';
import { askCatalogue, catalogueCommand, type CatalogueOptions } from '../ask-catalogue.ts';

interface Listed {
  readonly generation: number;
  readonly agencies: readonly {
    readonly name: string;
    readonly title: string;
    readonly version: number;
    readonly at: string | null;
    readonly publishedBy: string | null;
    readonly address: string | null;
  }[];
}

/** `trellis agencies`: who is on the network, and what is in force of each. */
export function agenciesCommand(): Command {
  return catalogueCommand('agencies', 'list the agencies of a running network, and what each has published').action(
    async (options: CatalogueOptions) => {
      const officer = { agency: 'network', role: 'privacy-officer', kind: 'officer' } as const;
      const listed = await askCatalogue<Listed>(options, 'agencies', officer);
      if (options.json === true) {
        console.log(JSON.stringify(listed));
        return;
      }
      for (const { name, title, version, at, publishedBy, address } of listed.agencies) {
        const published = version === 0 ? "as the network's folder has it" : `version ${String(version)}, ${at ?? ''}`;
        console.log(`${name.padEnd(20)} ${title}: ${[published, publishedBy, address].filter(Boolean).join(', ')}`);
      }
    },
  );
}
