import { GraphQLError } from 'graphql';
import { claimNames, errors, limitNames, messageOf, reasons, TrellisError } from './errors.ts';
import type { ErrorCode, ErrorDetails, Reason } from './errors.ts';
import { expectations } from './expectations.ts';
import type { InputFault } from './errors.ts';
import { safeValidationMessage } from './safe-validation-message.ts';

/** An error as a client reads it. */
export interface SafeError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: ErrorCode; readonly reason?: Reason };
}

/**
 * The one way an error reaches a client: built up from the closed table, never cut down from what was thrown.
 * No text of an agency, a database, a stack or a library passes; of GraphQL validation, only sentences made of names. Names of the schema
 * that are not the client's own are said only where it may read the schema (`introspection`).
 */
export function formatError(error: unknown, introspection = false): SafeError {
  const known = trellisErrorIn(error);
  if (known !== undefined) {
    const safe = fromTable(known.code, known.details);
    const { input } = known.details;
    const extensions = input ? { ...safe.extensions, ...inputOf(input, introspection) } : safe.extensions;
    return { ...safe, extensions, ...locationOf(known), ...placeOf(error, 'path') };
  }
  if (!(error instanceof GraphQLError)) return fromTable('INTERNAL', {});
  switch (error.extensions.code) {
    case 'GRAPHQL_PARSE_FAILED':
      return { ...fromTable('BAD_REQUEST', { reason: 'SYNTAX' }), ...placeOf(error, 'locations') };
    case 'GRAPHQL_VALIDATION_FAILED': {
      const safe = fromTable('BAD_REQUEST', { reason: 'VALIDATION' });
      const message = safeValidationMessage(error.message, introspection ? undefined : (error.source?.body ?? ''));
      return { ...safe, message: message ?? safe.message, ...placeOf(error, 'locations') };
    }
    case 'OPERATION_RESOLUTION_FAILURE':
      return fromTable('BAD_REQUEST', { reason: 'OPERATION_NAME' });
    case 'BAD_USER_INPUT':
      return fromTable('BAD_REQUEST', { reason: 'VARIABLES' });
    case 'BAD_REQUEST':
      return fromTable('BAD_REQUEST', { reason: 'PARAMETERS' });
    case 'PERSISTED_QUERY_NOT_SUPPORTED':
    case 'PERSISTED_QUERY_NOT_FOUND':
      return fromTable('UNKNOWN_OPERATION', {});
    default:
      return fromTable('INTERNAL', {});
  }
}

/** The TrellisError that this is or wraps. */
export function trellisErrorIn(error: unknown): TrellisError | undefined {
  if (error instanceof TrellisError) return error;
  if (error instanceof GraphQLError && error.originalError instanceof TrellisError) return error.originalError;
  return undefined;
}

function fromTable(code: ErrorCode, details: ErrorDetails): SafeError {
  const entry = Object.hasOwn(errors, code) ? errors[code] : undefined;
  if (entry === undefined) return { message: errors.INTERNAL.message, extensions: { code: 'INTERNAL' } };
  const reason = knownReason(details.reason);
  const extensions: Record<string, unknown> & { code: ErrorCode } = { code };
  if (reason !== undefined) extensions['reason'] = reason;
  if (details.claim !== undefined && claimNames.includes(details.claim)) extensions['claim'] = details.claim;
  if (details.limit !== undefined && limitNames.includes(details.limit)) extensions['limit'] = details.limit;
  if (Number.isSafeInteger(details.allowed)) extensions['allowed'] = details.allowed;
  if (details.contacts !== undefined) {
    extensions['contacts'] = details.contacts.map(({ agency, telephone }) => ({ agency, telephone }));
  }
  return { message: messageOf(code, reason), extensions };
}

/** The place where an input does not fit, and what was expected there. */
function inputOf({ place, expected, names = [] }: InputFault, introspection: boolean): Record<string, unknown> {
  const end = place.path.findIndex((step) => !isPathElement(step));
  const path = end < 0 ? [...place.path] : place.path.slice(0, end);
  const sentence = expectations[expected];
  if (!introspection || names.length === 0) return { in: place.in, path, expected: sentence };
  if (expected === 'ENUM') return { in: place.in, path, expected: `one of ${names.join(', ')}` };
  return { in: place.in, path: [...path, ...names], expected: sentence };
}

function locationOf({ details: { location } }: TrellisError): Pick<SafeError, 'locations'> {
  if (!Number.isSafeInteger(location?.line) || !Number.isSafeInteger(location?.column)) return {};
  return { locations: [{ line: location?.line ?? 0, column: location?.column ?? 0 }] };
}

function knownReason(reason: Reason | undefined): Reason | undefined {
  return reason !== undefined && Object.hasOwn(reasons, reason) ? reason : undefined;
}

/** The place in the client's own document: line and column, or a path of names and indices, as far as each is one. */
function placeOf(error: unknown, place: 'locations' | 'path'): Pick<SafeError, 'locations' | 'path'> {
  if (!(error instanceof GraphQLError)) return {};
  if (place === 'locations') {
    const locations = error.locations?.map(({ line, column }) => ({ line, column }));
    return locations === undefined ? {} : { locations };
  }
  return error.path !== undefined && error.path.every(isPathElement) ? { path: [...error.path] } : {};
}

/** A GraphQL name or an index: nothing that could carry a sentence. */
export function isPathElement(element: unknown): element is string | number {
  if (typeof element === 'number') return Number.isSafeInteger(element) && element >= 0;
  return typeof element === 'string' && element.length <= 200 && /^[_A-Za-z][_0-9A-Za-z]*$/.test(element);
}
