import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { completeSdl } from '@trellis/schema/complete-sdl';
import { NetworkFolderError, type NetworkFolder } from '@trellis/vocabulary';

const { resolve } = createRequire(import.meta.url);

/** An agency's schema, complete, with the file that it stands in. */
export interface SubgraphFile {
  readonly name: string;
  readonly sdl: string;
  readonly file: string;
}

/** The schemas of a network: each agency's out of its folder, and those of the network's own services. */
export function readSubgraphs(network: NetworkFolder): readonly SubgraphFile[] {
  const own = network.services.map((name) => ({ name, file: serviceSchema(name) }));
  const agencies = network.agencies.map(({ name, schemaFile }) => ({ name, file: schemaFile }));
  return [...agencies, ...own].map(({ name, file }) => {
    if (!existsSync(file))
      throw new NetworkFolderError(network.folder, [
        `${relative(network.folder, file)} is not there: write the schema of ${name}.`,
      ]);
    return { name, file, sdl: completeSdl(readFileSync(file, 'utf8')) };
  });
}

/** The path of the schema of one of the network's own services: beside its package's entry point. */
function serviceSchema(name: string): string {
  return join(dirname(resolve(`@trellis/subgraph-${name}`)), 'schema.graphql');
}
