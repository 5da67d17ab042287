import { relative } from 'node:path';
import type { CheckReport, Found } from '@trellis/catalogue';
import { codeFrame } from './code-frame.ts';

/** Prints what was found, for people: each with its place in the file, what to write instead, and where to read more. */
export function printFound(found: readonly Found[]): void {
  for (const each of found) printOne(each, codeFrame(each));
}

/** Prints who could come to see what. */
export function printNewlyVisible({ newlyVisible }: Pick<CheckReport, 'newlyVisible'>): void {
  if (newlyVisible.length === 0) return;
  console.log('Who could come to see what, and could not before (where consents, approvals and orders allow):');
  for (const { coordinate, agency, role, purposes } of newlyVisible)
    console.log(`  ${coordinate}: ${agency} ${role}, for ${purposes.join(', ')}`);
}

function printOne(
  { severity, rule, agency, file, line, column, coordinate, message, fix, link }: Found,
  frame: string,
): void {
  const where = file === undefined ? agency : relative(process.cwd(), file);
  const place = line === undefined ? where : `${where}:${String(line)}:${String(column ?? 1)}`;
  console.log(
    [
      `${severity} [${rule}] ${[place, coordinate].filter((each) => each !== undefined && each !== '').join(' ')}`,
      ...(frame === '' ? [] : [frame]),
      `  ${message}`,
      `  fix: ${fix}`,
      `  see: ${link}`,
      '',
    ].join('\n'),
  );
}
