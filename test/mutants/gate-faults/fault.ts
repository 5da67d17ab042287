/** One way the gate could be wrong: in `file`, the text `was`, which stands there once, becomes another. */
export interface Fault {
  readonly says: string;
  readonly file: string;
  readonly was: string;
  readonly becomes: string;
  /** The tests that must notice it, without their ending; those of the gate where none are named. */
  readonly tests?: readonly string[];
}

/** Begins what is said of a test that notices nothing, because it never starts. */
export const unsound = 'UNSOUND:';

/** Faults of one file that these tests must notice. */
export function faultsNoticedBy(
  tests: readonly string[],
  file: string,
  ...each: readonly [says: string, was: string, becomes: string][]
): readonly Fault[] {
  return faultsOf(file, ...each).map((fault) => ({ ...fault, tests }));
}

/** Faults of one file: what each says, the text that stands there, what it becomes. */
export function faultsOf(
  file: string,
  ...each: readonly [says: string, was: string, becomes: string][]
): readonly Fault[] {
  return each.map(([says, was, becomes]) => ({ says, file, was, becomes }));
}
