import { readFileSync } from 'node:fs';
import { completeSdl } from '@trellis/schema/complete-sdl';
import type { Database } from '@trellis/platform';
import { network, type Requester } from '@trellis/vocabulary';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { buildSchema } from './build-schema.ts';

/** The context that a resolver has. Requester and purpose only where the gateway sealed them in: an agency that may not know who asks does not. */
export interface AgencyContext<Loaders = unknown> {
  readonly database: Database;
  /** The ledger reference of the request. */
  readonly disclosure: string;
  readonly requester?: Requester;
  readonly purpose?: string;
  /** All of the purposes under which this part of a request was asked, where it is told; `purpose` is the first. */
  readonly purposes?: readonly string[];
  /** All purposes of the requester's token: told to the network's register alone. */
  readonly tokenPurposes?: readonly string[];
  /** The agency's clock, in milliseconds since the epoch. */
  readonly now: number;
  readonly loaders: Loaders;
}

/** Parents and arguments are typed by whoever writes the resolver. */
export type Resolver<Loaders> = (
  parent: never,
  args: never,
  context: AgencyContext<Loaders>,
  info: GraphQLResolveInfo,
) => unknown;

/** A record by its key; null where there is none. The id is well-formed; the rest is as the gateway sent it. */
export type ReferenceResolver<Loaders> = (
  reference: Readonly<Record<string, unknown>> & { readonly id: string },
  context: AgencyContext<Loaders>,
) => unknown;

export interface AgencyDefinition<Loaders> {
  readonly name: string;
  /** The schema, or where it is; `schema.graphql` of the agency's folder in the network unless given. The head may be left out. */
  readonly sdl?: URL | string;
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, Resolver<Loaders>>>>>;
  /** By type: how a record is found by its key. A type with a key that is not named here is its key alone, so each of its other fields needs a resolver. */
  readonly references?: Readonly<Record<string, ReferenceResolver<Loaders>>>;
  /** A directory of .sql files; left out by an agency that owns no tables. */
  readonly migrations?: URL;
  /** Made anew for each request, so that nothing read for one is kept for the next. */
  readonly loaders: (context: Omit<AgencyContext, 'loaders'>) => Loaders;
}

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
