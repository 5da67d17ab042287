/**
 * The way in which a value is read: as a day alone; as the day of either; as the instant of either; as the day on which somebody was born; as a day
 * that may be written `31/12/2013`; as one without hyphens, `20131231`.
 */
export type ValueKind = 'day' | 'dayOrInstant' | 'instant' | 'birthday' | 'dayMonthYear' | 'plainDay';

/**
 * The mapping of one element or resource of a format to what it becomes. The readers pick by these tables, the account counts by them what is left
 * over, and `docs/loading.md` prints them: one source for all three.
 */
export interface Mapping<Fields extends Readonly<Record<string, string>> = Readonly<Record<string, string>>> {
  readonly element: string;
  /** The record it becomes, in the agency's words. */
  readonly becomes: string;
  /** field of the source record → path inside the element; a path covers all that lies under it */
  readonly fields: Fields;
  /** The ways in which the values of these fields are read; a value that cannot be is said in the account. */
  readonly reads?: Readonly<Partial<Record<keyof Fields & string, ValueKind>>>;
  /** The elements that are mapped, where only some of them are. The others are unmapped. */
  readonly only?: string;
}

/** The paths of `present` that no field of the mapping covers, each once. */
export function unmappedFields(mapping: Mapping, present: Iterable<string>, separator: string): readonly string[] {
  const covered = Object.values(mapping.fields);
  const left = new Set<string>();
  for (const path of present) {
    if (!covered.some((by) => path === by || path.startsWith(by + separator))) left.add(path);
  }
  return [...left];
}
