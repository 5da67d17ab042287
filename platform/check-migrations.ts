import { MigrationError } from './migration-error.ts';

const numbered = /^(\d+)/;

/**
 * Refuses files that would not run in one order everywhere: two of one number, numbers whose names sort otherwise, and one below another that ran
 * already. Files whose names begin with no number run by name.
 *
 * @throws {MigrationError}
 */
export function checkMigrations(schema: string, names: readonly string[], ran: ReadonlySet<string>): void {
  const files = names.flatMap((name) => {
    const number = numbered.exec(name)?.[1];
    return number === undefined ? [] : [{ name, number: Number(number), digits: number.length }];
  });
  for (const [at, file] of files.entries()) {
    const before = files[at - 1];
    if (before === undefined) continue;
    if (before.number === file.number)
      throw new MigrationError(schema, `${before.name} and ${file.name} have one number: give the newer the next one.`);
    if (before.number > file.number)
      throw new MigrationError(
        schema,
        `${file.name} runs after ${before.name}, since files run by name: write numbers with as many digits, such as ${digitsOf(file.number, 4)}.`,
      );
  }
  const last = files.filter(({ name }) => ran.has(name)).at(-1);
  const late = files.find(({ name, number }) => !ran.has(name) && last !== undefined && number < last.number);
  if (last !== undefined && late !== undefined)
    throw new MigrationError(
      schema,
      `${late.name} was added below ${last.name}, which ran already: number it ${digitsOf(Math.max(...files.map(({ number }) => number)) + 1, last.digits)}.`,
    );
}

function digitsOf(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
