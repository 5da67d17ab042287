import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The text of a file, without a newline at its end. What is wrong is said by the kind of failure, never by a content. */
function textOf(path: string, context: { addIssue: (message: string) => void }): string {
  try {
    const text = readFileSync(path, 'utf8').trimEnd();
    if (text !== '') return text;
    context.addIssue('the file is empty');
  } catch (error) {
    const why = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
    context.addIssue(`the file cannot be read (${why})`);
  }
  return z.NEVER;
}

/** The path of a file; what is read is its text. */
export const textFile = (what: string) =>
  z
    .string({ error: `is not set: the path of a file that holds ${what}` })
    .transform((path, context) => textOf(path, context));

function parsed(text: string, context: { addIssue: (message: string) => void }, example: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue(`is not JSON; for example ${example}`);
    return z.NEVER;
  }
}

/** A variable that holds JSON of this shape. */
export function json<Shape extends z.ZodType>(shape: Shape, example: string) {
  return z
    .string({ error: `is not set; for example ${example}` })
    .transform((text, context) => parsed(text, context, example))
    .pipe(shape);
}

/** A variable that names a file which holds JSON of this shape. */
export function jsonFile<Shape extends z.ZodType>(shape: Shape, what: string, example: string) {
  return textFile(what)
    .transform((text, context) => parsed(text, context, example))
    .pipe(shape);
}

/** The variables that say where a process finds its database, and the file that holds its password. */
export const databaseVariables = (whose: string) => ({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: `is not a Postgres URL: ${whose}` }),
  DATABASE_PASSWORD_FILE: textFile('the password of the database').optional(),
});

/** A database's address with its password in it. */
export function withPassword(address: string, password: string | undefined): string {
  const url = new URL(address);
  if (password !== undefined) url.password = encodeURIComponent(password);
  return url.href;
}

/** The text of each file that a JSON object of name and path names. */
export const textFiles = (example: string) =>
  json(z.record(z.string(), z.string()), example).transform((paths, context) =>
    Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, textOf(path, context)])),
  );

/** A port number. */
export const port = (standard: number) =>
  z.coerce
    .number({ error: `is not a port number, such as ${String(standard)}` })
    .int()
    .min(0)
    .max(65_535)
    .default(standard);

/** A whole number up to `most`. */
export const whole = (standard: number, most: number) =>
  z.coerce
    .number({ error: `is not a whole number from 0 to ${String(most)}` })
    .int()
    .min(0)
    .max(most)
    .default(standard);

/** An address of the web. */
export const webUrl = z.url({ protocol: /^https?$/, error: 'is not an http or https URL' });
