import type { Database } from '@trellis/platform';
import type { Requester } from '@trellis/vocabulary';
import type { GraphQLResolveInfo } from 'graphql';

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
