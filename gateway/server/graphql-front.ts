import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { getOperationAST, GraphQLError, recommendedRules } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { agencyInputFault, errors, TrellisError } from '../errors.ts';
import type { Contact, ErrorCode } from '../errors.ts';
import { formatError, trellisErrorIn } from '../format-error.ts';
import type { SafeError } from '../format-error.ts';
import { WrongInput } from '../input/wrong-input.ts';
import type { CheckedDocuments } from '../operations/checked-documents.ts';
import type { ExecuteInput, Executed, Prepared } from '../execute/executor.ts';
import { GraphBehind } from '../execute/graph-behind.ts';
import { answerIntrospection } from './introspection.ts';
import { quietLogger } from './logger.ts';
import type { DescribeSchema } from './serve-schema.ts';
import { CheckedSupergraphs } from './supergraph-manager.ts';
import type { SupergraphManagerOptions } from './supergraph-manager.ts';
import { TrellisGateway } from './trellis-gateway.ts';
import { ValidatedDocuments } from './validated-documents.ts';

export interface FrontOptions extends SupergraphManagerOptions {
  readonly introspection: boolean;
  readonly documents: CheckedDocuments;
  /** The contacts to call, as the network says now. */
  readonly contacts: () => readonly Contact[];
  /** Told of what a client is only told is INTERNAL. */
  readonly onFault: (error: unknown) => void;
}

/** The answer that goes back: a GraphQL response, and the status it comes with. */
export interface FrontAnswer {
  readonly status: number;
  readonly body: {
    readonly errors?: readonly SafeError[];
    readonly data?: unknown;
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
}

/** Apollo Server with our gateway behind it: parsing and validation against the loaded schema, then our own execution. */
export interface Front {
  answer(input: ExecuteInput): Promise<FrontAnswer>;
  readonly describe: DescribeSchema;
  /** Serves what is new at the source of supergraphs, now; rejects where it is refused. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

/** Carried through Apollo Server's context; `status` comes back by it. */
interface Carried {
  readonly input: ExecuteInput;
  status?: number;
  /** The graph is older than what was published before the request began. */
  behind?: boolean;
}

/** The number of graphs on which a request is begun, the first included; agencies do not publish faster than that. */
const mostGraphs = 3;

/** Starts the front. Rejects where the first supergraph is refused. */
export async function openFront(options: FrontOptions): Promise<Front> {
  const { introspection, documents, contacts, logger, onFault } = options;
  const supergraphs = new CheckedSupergraphs(options);
  const gateway = new TrellisGateway(
    supergraphs,
    async ({ context, schema }, prepared) => {
      const { carried } = context as { carried: Carried };
      try {
        const { document, operationName, variables } = carried.input;
        checkOperation(schema, document, operationName);
        const asked = introspection && answerIntrospection(schema, document, operationName, variables);
        return asked || toResult(await execute(prepared, carried), contacts());
      } catch (error) {
        if (error instanceof GraphBehind) {
          carried.behind = true;
          throw carry(new TrellisError('REGISTER_UNAVAILABLE', {}, { cause: error }), contacts());
        }
        if (!(error instanceof WrongInput)) throw carry(error, contacts());
        carried.status = error.status;
        return { errors: error.faults.map((fault) => carry(fault, contacts())) };
      }
    },
    quietLogger(logger),
  );
  const server = new ApolloServer<{ carried: Carried }>({
    gateway,
    introspection,
    documentStore: new ValidatedDocuments(documents),
    formatError: (_formatted, error) => {
      const safe = formatError(error, introspection);
      if (safe.extensions.code === 'INTERNAL') onFault(error);
      return safe;
    },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    validationRules: [...recommendedRules],
    nodeEnv: 'production',
    logger: quietLogger(logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();

  return {
    async answer(input) {
      const { source: query, operationName, variables } = input;
      const request = { query, variables, ...(operationName !== undefined && { operationName }) };
      let carried: Carried = { input };
      let answered = await server.executeOperation(request, { contextValue: { carried } });
      for (let graphs = 1; carried.behind === true && graphs < mostGraphs; graphs += 1) {
        await supergraphs.catchUp().catch(onFault);
        carried = { input };
        answered = await server.executeOperation(request, { contextValue: { carried } });
      }
      const { body, http } = answered;
      if (body.kind !== 'single') throw new TrellisError('INTERNAL');
      const { errors: found, data, extensions } = body.singleResult;
      return {
        status: carried.status ?? http.status ?? 200,
        body: {
          ...(found && { errors: found.map(asSafe) }),
          ...(data !== undefined && { data }),
          ...(extensions && { extensions }),
        },
      };
    },
    async describe(requester, purposes) {
      const text = await gateway.latest?.describe?.(requester, purposes);
      if (text === undefined) throw new TrellisError('BAD_REQUEST', { reason: 'NOT_FOUND' });
      return text;
    },
    catchUp: () => supergraphs.catchUp(),
    stop: () => server.stop(),
  };
}

/** Validation passes over an operation that is not there, and over a kind of operation that the schema does not have. */
function checkOperation(schema: GraphQLSchema, document: DocumentNode, name: string | undefined): void {
  const operation = getOperationAST(document, name);
  if (!operation) throw new TrellisError('BAD_REQUEST', { reason: 'OPERATION_NAME' });
  if (!schema.getRootType(operation.operation)) throw new TrellisError('BAD_REQUEST', { reason: 'VALIDATION' });
}

async function execute(prepared: Prepared, carried: Carried): Promise<Executed> {
  const executed = await prepared.execute(carried.input);
  if (executed.httpStatus !== undefined) carried.status = executed.httpStatus;
  return executed;
}

type Data = Record<string, unknown>;

function toResult({ data, errors: found = [], extensions }: Executed, contacts: readonly Contact[]) {
  const result = { extensions, ...(data !== undefined && { data: data as Data }) };
  if (found.length === 0) return result;
  const errors = found.map(({ code, reason, path, input, contacts: own }) => {
    const fault = reason && input && agencyInputFault(reason, [...(path ?? []), ...input]);
    const details = { ...(reason && { reason }), ...(fault && { input: fault }), ...(own && { contacts: own }) };
    const originalError = withContacts(new TrellisError(code, details), contacts);
    return new GraphQLError(originalError.message, { originalError, ...(path && { path }) });
  });
  return { ...result, errors };
}

/** A refusal of the whole request, in the form Apollo Server carries it: with its status. */
function carry(error: unknown, contacts: readonly Contact[]): GraphQLError {
  const known = trellisErrorIn(error) ?? new TrellisError('INTERNAL', {}, { cause: error });
  const originalError = withContacts(known, contacts);
  return new GraphQLError(originalError.message, {
    originalError,
    extensions: { code: originalError.code, http: { status: originalError.status } },
  });
}

const emergencies: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['LEDGER_UNAVAILABLE', 'REGISTER_UNAVAILABLE']);

/** A child may be in danger now: who cannot be answered is told whom to call. */
function withContacts(error: TrellisError, contacts: readonly Contact[]): TrellisError {
  if (!emergencies.has(error.code) || error.details.contacts !== undefined) return error;
  return new TrellisError(error.code, { ...error.details, contacts }, { cause: error.cause });
}

/** Every error has been through `formatError`; one that Apollo Server put in its place has a code we do not know. */
function asSafe(error: { message: string; extensions?: Record<string, unknown> }): SafeError {
  const code = error.extensions?.['code'];
  if (typeof code !== 'string' || !Object.hasOwn(errors, code)) return formatError(undefined);
  return error as SafeError;
}
