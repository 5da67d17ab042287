import { sqlState } from '@trellis/platform';
import { failedAt } from './failed-at.ts';

/** The entry in an agency's own log for an error that a resolver threw. */
export interface ErrorAccount {
  readonly coordinate: string | undefined;
  readonly error: string;
  readonly sqlState?: string | undefined;
  readonly message?: string;
  readonly stack?: readonly string[];
}

/** Shorter texts are found in any message. */
const shortest = 3;

/**
 * Describes an error that a resolver threw, for the log of its own agency: its kind, its coordinate and where in the code it arose. Its message, which may
 * quote a record, only in development (`messages`), without what the request sent; a database's only where it is about the statement's own text, since
 * others quote rows.
 */
export function describeError(
  thrown: unknown,
  { variables, messages }: { readonly variables: Readonly<Record<string, unknown>>; readonly messages: boolean },
): ErrorAccount {
  const coordinate = failedAt(thrown);
  if (!(thrown instanceof Error)) return { coordinate, error: typeof thrown };
  const state = sqlState(thrown);
  const stack = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at \S.*:\d+:\d+\)?$/.test(line));
  const account = { coordinate, error: thrown.name, stack: stack.slice(0, 8).map((line) => line.trim()) };
  const told = state === undefined ? account : { ...account, sqlState: state };
  return messages && (state === undefined || isAboutText(state))
    ? { ...told, message: without(thrown.message, valuesIn(variables)) }
    : told;
}

/** A syntax error, or a table, column or type that is not there. */
function isAboutText(state: string): boolean {
  return state.startsWith('42');
}

function without(message: string, values: readonly string[]): string {
  return values.reduce((text, value) => text.replaceAll(value, '…'), message).slice(0, 1_000);
}

/** Every text and number that was sent, the longest first. */
function valuesIn(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number')
    return String(value).length < shortest ? [] : [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value)
    .flatMap(valuesIn)
    .sort((a, b) => b.length - a.length);
}
