import type { SkippedCount } from '../account.ts';
import type { Scanned } from '../format.ts';
import type { PersonLinks } from './read-links.ts';

const placesKept = 3;

/** The lines of a links file of which no number is in any file: a number mistyped, or a file left out. */
export function linksUnused(
  { lines }: PersonLinks,
  scans: readonly Pick<Scanned<unknown>, 'persons' | 'numbers'>[],
): SkippedCount {
  const named = new Set<string>();
  for (const { persons, numbers } of scans) {
    for (const number of numbers) named.add(number);
    for (const { number, otherNumbers = [] } of persons) for (const each of [number, ...otherNumbers]) named.add(each);
  }
  const unused = [...lines].filter(([, numbers]) => !numbers.some((number) => named.has(number)));
  return { count: unused.length, places: unused.slice(0, placesKept).map(([line]) => `line ${line}`) };
}
