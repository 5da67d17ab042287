import { ofKind } from './record-kind.ts';
import type { Recorded } from './records.ts';

/** The reasons against two ids being one child: told before a second person confirms it. Nothing of what is recorded is in them. */
export function againstMerge(kept: readonly Recorded[], other: readonly Recorded[]): readonly string[] {
  const born = (records: readonly Recorded[]) => ofKind(records, 'child').flatMap(({ body }) => body.birthDate ?? []);
  const holders = (records: readonly Recorded[]) =>
    new Set(ofKind(records, 'authority').map(({ body }) => body.holder));
  const [one, two] = [born(kept), born(other)];
  const differ = one.length > 0 && two.length > 0 && !one.some((day) => two.includes(day));
  const [mine, theirs] = [holders(kept), holders(other)];
  const strangers = mine.size > 0 && theirs.size > 0 && ![...mine].some((holder) => theirs.has(holder));
  return [...(differ ? ['BIRTH_DATES_DIFFER'] : []), ...(strangers ? ['NO_HOLDER_IN_COMMON'] : [])];
}
