import type { Instant } from './facts.ts';

interface Period {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Checks whether the period can be read: it begins at an instant, and ends later or never. */
export function isPeriod({ from, to }: Period): boolean {
  return Number.isFinite(from) && (to === null || (Number.isFinite(to) && from < to));
}

/** Checks whether a period can be read and holds now. Half-open: `from` counts, `to` does not. */
export function isWithin(period: Period, now: Instant): boolean {
  return isPeriod(period) && period.from <= now && (period.to === null || now < period.to);
}

/** For what withholds: a period that cannot be read always holds. */
export function mayBeWithin(period: Period, now: Instant): boolean {
  return !isPeriod(period) || isWithin(period, now);
}
