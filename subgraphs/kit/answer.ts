import { execute, GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { AgencyContext } from './agency-definition.ts';
import { CodedError, wireError, type AgencyErrorCode, type WireError } from './coded-error.ts';
import { coordinateOf } from './coordinate-of.ts';
import { describeError } from './describe-error.ts';
import type { Admission } from './documents.ts';
import type { Logger } from './logger.ts';

export interface AgencyQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The log that failures are told to, and whether with what they say: only where no record is real. */
export interface FailureLog {
  readonly logger: Logger;
  readonly explain: boolean;
}

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly WireError[];
}

/** The question in a request body; undefined where there is none. */
export function readQuestion(body: Buffer): AgencyQuestion | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { query, variables } = value as Record<string, unknown>;
  if (typeof query !== 'string') return undefined;
  if (variables === undefined || variables === null) return { query, variables: {} };
  if (typeof variables !== 'object' || Array.isArray(variables)) return undefined;
  return { query, variables: variables as Record<string, unknown> };
}

/** Runs an admitted document. Errors leave as codes with their place; what they say stays in the agency. */
export async function answerQuestion(
  schema: GraphQLSchema,
  admission: Admission,
  variables: AgencyQuestion['variables'],
  context: AgencyContext,
  log: FailureLog,
): Promise<Answer> {
  if ('refused' in admission) return { errors: [wireError(admission.refused)] };
  const result: ExecutionResult = await execute({
    schema,
    document: admission.document,
    variableValues: variables,
    contextValue: context,
  });
  if (result.errors === undefined) return { data: result.data };
  const errors = result.errors.map((error) => {
    const coordinate = () => coordinateOf(schema, admission.document, error);
    return mask(error, { disclosure: context.disclosure, variables, coordinate, ...log });
  });
  return result.data === undefined ? { errors } : { data: result.data, errors };
}

interface Masking extends FailureLog {
  readonly disclosure: string;
  readonly variables: AgencyQuestion['variables'];
  readonly coordinate: () => string | undefined;
}

/** The code of an error, and its reason and the place of an input where it has them, which is all that leaves the agency; what it says goes to the agency's own log. */
function mask(error: GraphQLError, { disclosure, variables, coordinate, logger, explain }: Masking): WireError {
  const code = codeOf(error);
  if (code === 'INTERNAL') {
    const account = describeError(error.originalError ?? error, { variables, messages: explain });
    // What did not fit its type was thrown by no resolver.
    logger.error({ disclosure, ...account, coordinate: account.coordinate ?? coordinate() }, 'a resolver failed');
  }
  const { reason, input } = codedIn(error) ?? {};
  return wireError(code, error.path, { ...(reason && { reason }), ...(input && { input }) });
}

function codeOf(error: GraphQLError): AgencyErrorCode {
  return codedIn(error)?.code ?? (error.path === undefined ? 'BAD_REQUEST' : 'INTERNAL');
}

/** The CodedError that this wraps. */
function codedIn({ originalError }: GraphQLError): CodedError | undefined {
  // graphql-js wraps what a scalar throws once more.
  const cause = originalError instanceof GraphQLError ? (originalError.originalError ?? originalError) : originalError;
  return cause instanceof CodedError ? cause : undefined;
}
