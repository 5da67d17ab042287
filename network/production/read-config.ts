import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A process's configuration does not fit: the message names each variable and what is wrong with it, never a value. */
export class ConfigurationError extends Error {
  constructor(process: string, faults: readonly string[]) {
    super(`${process} cannot start:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

/** Reads a configuration out of the environment, or says at once everything that is missing or wrong. */
export function readConfig<Shape extends z.ZodType>(
  process: string,
  shape: Shape,
  env: Readonly<Record<string, string | undefined>>,
): z.output<Shape> {
  // An empty variable, as compose files make them, is one that is not set.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = shape.safeParse(set);
  if (read.success) return read.data;
  throw new ConfigurationError(
    process,
    read.error.issues.map(({ path, message }) => `${path.join('.') || 'environment'}: ${message}`),
  );
}

/** A port number. */
export const portVariable = z.coerce.number({ error: 'a port number, such as 4101' }).int().min(0).max(65_535);

/** The path of a file that holds a secret; what is read is the secret, without a newline at its end. */
export const secretFile = z.string({ error: 'the path of a file that holds the secret' }).transform((path, context) => {
  try {
    const secret = readFileSync(path, 'utf8').trimEnd();
    if (secret !== '') return secret;
    context.addIssue({ code: 'custom', message: 'the file is empty' });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    context.addIssue({ code: 'custom', message: `the file cannot be read (${why})` });
  }
  return z.NEVER;
});

/** Where a process finds its database, and the file its password is in. */
export function databaseVariables(whose: string) {
  return {
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: `a Postgres URL: ${whose}` }),
    DATABASE_PASSWORD_FILE: secretFile.optional(),
  };
}

export function withPassword(address: string, password: string | undefined): string {
  const url = new URL(address);
  if (password !== undefined) url.password = encodeURIComponent(password);
  return url.href;
}

/** A variable that holds JSON of this shape. */
export function jsonVariable<Shape extends z.ZodType>(shape: Shape, example: string) {
  return z
    .string({ error: `JSON, such as ${example}` })
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: `not JSON, such as ${example}` });
        return z.NEVER;
      }
    })
    .pipe(shape);
}
