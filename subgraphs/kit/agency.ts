import { readFileSync } from 'node:fs';
import { completeSdl } from '@trellis/schema/complete-sdl';
import { network } from '@trellis/vocabulary';
import type { GraphQLSchema } from 'graphql';
import type { AgencyContext, AgencyDefinition } from './agency-definition.ts';
import { buildSchema } from './build-schema.ts';

/** An agency that can be started. */
export interface Agency {
  readonly name: string;
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  readonly migrations: URL | undefined;
  readonly contextFor: (base: Omit<AgencyContext, 'loaders'>) => AgencyContext;
}

/**
 * An agency from its schema, its resolvers and its tables. Throws, naming each, where they do not fit: a resolver for no field of the schema, a record
 * that nothing finds by its key, a name that is no agency of the network. Later it would be answered as absence.
 */
export function defineAgency<Loaders>(definition: AgencyDefinition<Loaders>): Agency {
  const sdl = completeSdl(readSdl(definition.name, definition.sdl));
  return {
    name: definition.name,
    sdl,
    schema: buildSchema(sdl, definition),
    migrations: definition.migrations,
    contextFor: (base) => ({ ...base, loaders: definition.loaders(base) }),
  };
}

function readSdl(name: string, sdl: URL | string | undefined): string {
  if (typeof sdl === 'string') return sdl;
  const file = sdl ?? network.agencies.find((agency) => agency.name === name)?.schemaFile;
  if (file === undefined)
    throw new Error(`agency ${name} has no folder in the network ${network.folder}: add agencies/${name}/`);
  return readFileSync(file, 'utf8');
}
