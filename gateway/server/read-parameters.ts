import { TrellisError } from '../errors.ts';

/** The parameters of one GraphQL request, as its body holds them. */
export interface Parameters {
  readonly query?: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The sha256 that names a registered operation. */
  readonly registered?: string;
}

/** Reads a parsed body (GraphQL over HTTP). A list is a batch, and refused; so is any parameter of another type than its own. */
export function readParameters(body: unknown): Parameters {
  if (Array.isArray(body)) throw new TrellisError('BAD_REQUEST', { reason: 'BATCHING' });
  if (!isObject(body)) throw new TrellisError('BAD_REQUEST', { reason: 'JSON' });
  const { query = null, operationName = null, variables = null, extensions = null } = body;
  const registered = readHash(extensions);
  if (query === null ? registered === undefined : typeof query !== 'string' || query === '') throw wrong();
  if (operationName !== null && typeof operationName !== 'string') throw wrong();
  if (variables !== null && !isObject(variables)) throw wrong();
  return {
    variables: variables ?? {},
    ...(typeof query === 'string' && { query }),
    // An empty name is how some clients say that they have none.
    ...(operationName !== null && operationName !== '' && { operationName }),
    ...(registered !== undefined && { registered }),
  };
}

function readHash(extensions: unknown): string | undefined {
  if (extensions === null) return undefined;
  if (!isObject(extensions)) throw wrong();
  const { persistedQuery } = extensions;
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  const hash = isObject(persistedQuery) ? persistedQuery['sha256Hash'] : undefined;
  if (typeof hash !== 'string') throw wrong();
  return hash.toLowerCase();
}

function wrong(): TrellisError {
  return new TrellisError('BAD_REQUEST', { reason: 'PARAMETERS' });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
