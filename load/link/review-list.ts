import { writeFile } from 'node:fs/promises';
import type { SourcePerson } from '../source-item.ts';
import type { Demographics } from './compare-people.ts';

/** Something a person must look at: who, why, and the child it may be. The one place where a loader writes what a file says of a person. */
export interface ReviewEntry {
  readonly agency: string;
  readonly number: string;
  readonly reason: string;
  readonly person?: SourcePerson;
  readonly child?: string;
  readonly known?: Demographics;
}

const header = ['agency', 'number', 'reason', 'name', 'birth_date', 'child', 'known_name', 'known_birth_date'];

/** Writes the review list, readable by its owner alone. */
export async function writeReviewList(path: string, entries: readonly ReviewEntry[]): Promise<void> {
  const rows = entries.map(({ agency, number, reason, person, child, known }) => [
    agency,
    number,
    reason,
    [person?.given, person?.family].filter(Boolean).join(' '),
    person?.birthDate ?? '',
    child ?? '',
    known ? `${known.givenName} ${known.familyName}`.trim() : '',
    known?.birthDate ?? '',
  ]);
  await writeFile(path, [header, ...rows].map((row) => `${row.map(field).join(',')}\n`).join(''), { mode: 0o600 });
}

/** Quoted where CSV asks for it; and a spreadsheet must not take a name for a formula. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
