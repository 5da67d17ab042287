import type { Queryable } from '@trellis/platform';
import { ofKind } from './record-kind.ts';
import type { Recorded } from './records.ts';

/** One of two ids that may be one child, with what stands about it. */
export interface MergedId {
  readonly child: string;
  readonly records: readonly Recorded[];
}

/**
 * The reasons against two ids being one child: told before a second person confirms it. Nothing of what is recorded is in them. Twins have one birth date and one family:
 * their names tell them apart.
 */
export async function againstMerge(tx: Queryable, kept: MergedId, other: MergedId): Promise<readonly string[]> {
  const born = ({ records }: MergedId) => ofKind(records, 'child').flatMap(({ body }) => body.birthDate ?? []);
  const holders = ({ records }: MergedId) => ofKind(records, 'authority').map(({ body }) => body.holder);
  const [one, two] = [born(kept), born(other)];
  const isUnknown = [kept, other].some((each) => ofKind(each.records, 'child').length > 0 && born(each).length === 0);
  const [names, theirs] = await Promise.all([kept, other].map(({ child }) => nameKeysOf(tx, child)));
  return [
    ...(areStrange(one, two) ? ['BIRTH_DATES_DIFFER'] : []),
    ...(isUnknown ? ['BIRTH_DATE_UNKNOWN'] : []),
    ...(areStrange(names ?? [], theirs ?? []) ? ['NAMES_DIFFER'] : []),
    ...(areStrange(holders(kept), holders(other)) ? ['NO_HOLDER_IN_COMMON'] : []),
  ];
}

/** Both sides have some, and none in common. */
function areStrange(mine: readonly string[], others: readonly string[]): boolean {
  return mine.length > 0 && others.length > 0 && !mine.some((each) => others.includes(each));
}

async function nameKeysOf(tx: Queryable, child: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ key: string }>('select key from register.name_key where child = $1', [child]);
  return rows.map(({ key }) => key);
}
