import { existsSync, readFileSync } from 'node:fs';
import type { Found } from '@trellis/catalogue';

/** The lines around a place in a file, with a mark under it. Empty where the place is not in the file. */
export function codeFrame({ file, line, column = 1 }: Found): string {
  if (file === undefined || line === undefined || !existsSync(file)) return '';
  const lines = readFileSync(file, 'utf8').split('\n');
  if (line > lines.length) return '';
  const width = String(line + 1).length;
  const shown = [line - 1, line, line + 1].filter((number) => number >= 1 && number <= lines.length);
  return shown
    .flatMap((number) => [
      `  ${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${lines[number - 1] ?? ''}`,
      ...(number === line ? [`    ${' '.repeat(width)} | ${' '.repeat(column - 1)}^`] : []),
    ])
    .join('\n');
}
