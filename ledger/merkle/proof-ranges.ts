/** Some neighbouring leaves, half-open. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** RFC 9162 §2.1.3.1: the ranges whose roots prove that a leaf is in the first `size`, leaf's neighbour first. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError('no such leaf in a tree of this size');
  const walk = (start: number, end: number): Range[] => {
    if (end - start === 1) return [];
    const middle = start + split(end - start);
    return index < middle
      ? [...walk(start, middle), { start: middle, end }]
      : [...walk(middle, end), { start, end: middle }];
  };
  return walk(0, size);
}

/** RFC 9162 §2.1.4.1: the ranges whose roots prove that the tree of `first` leaves is the beginning of that of `second`. */
export function consistencyRanges(first: number, second: number): Range[] {
  if (!(first >= 0 && first <= second)) throw new RangeError('a tree never shrinks');
  if (first === 0 || first === second) return [];
  const walk = (start: number, end: number, whole: boolean): Range[] => {
    if (first === end) return whole ? [] : [{ start, end }];
    const middle = start + split(end - start);
    return first <= middle
      ? [...walk(start, middle, whole), { start: middle, end }]
      : [...walk(middle, end, false), { start, end: middle }];
  };
  return walk(0, second, true);
}

/** The largest power of two smaller than a number. */
function split(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
