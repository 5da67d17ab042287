import { GraphQLError } from 'graphql';

/** The part of an unexpected error that may be logged: its kind, its code and where it arose. Not its message, which may quote a record. */
export interface ErrorDescription {
  readonly kind: string;
  readonly code?: string;
  readonly at: readonly string[];
  readonly cause?: ErrorDescription;
}

/** A line of a stack, down to line and column: a message may have lines of its own. */
const frame = /^\s+at \S.*:\d+:\d+\)?$/;

/** Describes an error for the log, following what it wraps, a few levels down. */
export function describeFault(error: unknown, levels = 3): ErrorDescription {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const code =
    'code' in error && typeof error.code === 'string' && /^\w{1,40}$/.test(error.code) ? error.code : undefined;
  const wrapped = error instanceof GraphQLError ? (error.originalError ?? error.cause) : error.cause;
  const frames = (error.stack ?? '').split('\n').filter((line) => frame.test(line));
  return {
    kind: error.constructor.name,
    at: frames.slice(0, 6).map((line) => line.trim()),
    ...(code !== undefined && { code }),
    ...(wrapped !== undefined && levels > 0 && { cause: describeFault(wrapped, levels - 1) }),
  };
}
