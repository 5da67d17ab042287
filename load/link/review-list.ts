import { writeFile } from 'node:fs/promises';
import type { SourcePerson } from '../source-item.ts';
import type { KnownChild } from './known-children.ts';

/** Something a person must look at: who, why, and the child it may be. */
export interface ReviewEntry {
  readonly agency: string;
  readonly issuer: string;
  readonly number: string;
  /** `WHO`: nothing is loaded of this number until it is settled. `DIFFERENCE`: two sources differ, and the first is kept. */
  readonly kind: 'WHO' | 'DIFFERENCE';
  readonly reason: string;
  readonly person?: SourcePerson;
  readonly child?: string;
  readonly known?: KnownChild;
}

const header = ['agency', 'number', 'reason', 'name', 'birth_date', 'child', 'known_name', 'known_birth_date'];

/** Writes the review list, readable by its owner alone. Throws where there is a file already: it may be one that somebody is working through. */
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
  await writeFile(path, [header, ...rows].map((row) => `${row.map(field).join(',')}\n`).join(''), {
    mode: 0o600,
    flag: 'wx',
  });
}

/** Quoted where CSV asks for it; and a spreadsheet must not take a name for a formula. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
