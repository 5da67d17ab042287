/** The outcome of a matter against a young person, as far as the period of access depends on it (YCJA s. 119(2)). */
export type YouthDisposition =
  | 'PENDING'
  | 'EXTRAJUDICIAL_MEASURE'
  | 'EXTRAJUDICIAL_SANCTION'
  | 'ACQUITTED'
  | 'DISMISSED'
  | 'WITHDRAWN'
  | 'REPRIMAND'
  | 'STAYED'
  | 'PEACE_BOND'
  | 'ABSOLUTE_DISCHARGE'
  | 'CONDITIONAL_DISCHARGE'
  | 'SUMMARY_OFFENCE'
  | 'INDICTABLE_OFFENCE';

const months: Readonly<Record<Exclude<YouthDisposition, 'PENDING'>, number>> = {
  // s. 119(4): open to peace officers and the Attorney General for four purposes only, a category of its own; as a youth record it is over.
  EXTRAJUDICIAL_MEASURE: 0,
  EXTRAJUDICIAL_SANCTION: 24,
  ACQUITTED: 2,
  DISMISSED: 2,
  WITHDRAWN: 2,
  REPRIMAND: 2,
  STAYED: 12,
  PEACE_BOND: 6,
  ABSOLUTE_DISCHARGE: 12,
  CONDITIONAL_DISCHARGE: 36,
  SUMMARY_OFFENCE: 36,
  INDICTABLE_OFFENCE: 60,
};

/**
 * Checks whether a youth record may still be accessed on `today`, both days `YYYY-MM-DD`. On its last day's anniversary it is over: where
 * the statute can be read either way, and where a day is missing, the stricter reading holds. A later offence's extension (s. 119(2)(i),
 * (j)) is not worked out: leaving it out can only end access sooner.
 */
export function withinAccessPeriod(disposition: YouthDisposition | null, from: string | null, today: string): boolean {
  if (disposition === null || disposition === 'PENDING') return true;
  if (from === null) return false;
  return today < addMonths(from, months[disposition]);
}

/** The same day `count` months on; the month's last where it has no such day. */
function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}
