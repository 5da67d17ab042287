/** One acknowledged change of whether a child's data may be disclosed. By this process's clock, as all the times here. */
export interface Change {
  readonly child: string;
  readonly began: number;
  /** Infinity where it was never acknowledged: it may come to hold at any later time, or never. */
  readonly acknowledged: number;
  readonly allows: boolean;
}

/** One read, and what it was given: the number that the data had, or null where nothing was disclosed. */
export interface Read {
  readonly child: string;
  readonly began: number;
  readonly ended: number;
  readonly value: number | null;
  /** When the data got the number that was disclosed. */
  readonly writtenAt: number;
}

/**
 * The reads that no register could have permitted. A disclosure must have an instant, after it was asked for, after what it discloses was
 * written and before it was received, at which the child's register permitted it. So a read that began after an acknowledged withdrawal
 * discloses nothing; and what was written after the withdrawal is not disclosed by a decision from before it, whenever that read began.
 */
export function judge(changes: readonly Change[], reads: readonly Read[]): readonly Read[] {
  const byChild = new Map<string, Change[]>();
  for (const change of changes) byChild.set(change.child, [...(byChild.get(change.child) ?? []), change]);
  return reads.filter(
    (read) =>
      read.value !== null &&
      !couldBeAllowed(byChild.get(read.child) ?? [], Math.max(read.began, read.writtenAt), read.ended),
  );
}

/** Whether the register may have permitted it at some instant of a span. Changes of one child never overlap; it begins without permission. */
function couldBeAllowed(changes: readonly Change[], from: number, to: number): boolean {
  let before = false;
  let since = -Infinity;
  for (const change of changes) {
    // Until it is acknowledged, what was before may still hold; from when it began, the new may hold.
    if (before && since <= to && change.acknowledged >= from) return true;
    if (change.allows && change.began <= to && change.acknowledged >= from) return true;
    [before, since] = [change.allows, change.acknowledged];
  }
  return before && since <= to;
}
