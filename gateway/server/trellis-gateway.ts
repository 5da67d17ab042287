import { ApolloGateway } from '@apollo/gateway';
import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import type { Prepared } from '../execute/executor.ts';
import type { CheckedSupergraphs } from './supergraph-manager.ts';

type LoadOptions = Parameters<ApolloGateway['load']>[0];
type Loaded = Awaited<ReturnType<ApolloGateway['load']>>;
export type GatewayExecutor = Loaded['executor'];

/** The stock way to an agency, closed: what is asked of agencies has been decided by our own execution, or is not asked. */
const closed: GraphQLDataSource = {
  process: () => Promise.reject(new Error('Agencies are not reached through ApolloGateway.')),
};

/**
 * ApolloGateway for what it does well, loading supergraphs and swapping them while requests run; execution is ours.
 * A request held across a swap keeps what belongs to the schema it started with.
 */
export class TrellisGateway extends ApolloGateway {
  readonly #preparedOf = new WeakMap<GraphQLSchema, Prepared>();
  readonly #executor: GatewayExecutor;
  #latest: Prepared | undefined;

  constructor(
    supergraphs: CheckedSupergraphs,
    executor: (context: Parameters<GatewayExecutor>[0], prepared: Prepared) => ReturnType<GatewayExecutor>,
    logger: NonNullable<ConstructorParameters<typeof ApolloGateway>[0]>['logger'],
  ) {
    // Read by the constructor: without it, telemetry goes out before the first request comes in.
    process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
    super({ supergraphSdl: supergraphs, buildService: () => closed, ...(logger && { logger }) });
    this.#executor = (context) => executor(context, this.#preparedFor(context.schema));
    // Registered before Apollo Server's own listener, so that no request sees a schema before it is known here.
    this.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
      this.#latest = supergraphs.preparedFor(coreSupergraphSdl);
      this.#preparedOf.set(apiSchema, this.#latest);
    });
  }

  /** The functions that belong to the schema that new requests get. */
  get latest(): Prepared | undefined {
    return this.#latest;
  }

  override async load(options?: LoadOptions): Promise<Loaded> {
    return { ...(await super.load(options)), executor: this.#executor };
  }

  #preparedFor(schema: GraphQLSchema): Prepared {
    const prepared = this.#preparedOf.get(schema);
    if (prepared === undefined) throw new Error('A request came for a schema that was never loaded.');
    return prepared;
  }
}
