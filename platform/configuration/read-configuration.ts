import type { z } from 'zod';
import { ConfigurationError } from './configuration-error.ts';

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a configuration out of the environment. An empty variable, as compose files make them, is one that is not set.
 *
 * @throws {ConfigurationError} that says at once everything that is missing or wrong.
 * @example
 * const { PORT } = readConfiguration('The agency police', z.object({ PORT: port(4100) }), process.env);
 */
export function readConfiguration<Shape extends z.ZodType>(
  process: string,
  shape: Shape,
  env: Environment,
): z.output<Shape> {
  const read = tryReading(shape, env);
  if ('faults' in read) throw new ConfigurationError(process, read.faults);
  return read.value;
}

/** The same, with the faults in the place of an error: for a configuration of several parts, whose faults are said together. */
export function tryReading<Shape extends z.ZodType>(
  shape: Shape,
  env: Environment,
): { readonly value: z.output<Shape> } | { readonly faults: readonly string[] } {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = shape.safeParse(set);
  if (read.success) return { value: read.data };
  return { faults: read.error.issues.map(({ path, message }) => `${path.join('.') || 'The environment'} ${message}`) };
}
