/** Milliseconds since the epoch. Decisions take their time from the database; this is for everything else. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still, for development (`TRELLIS_NOW`) and tests. Throws on what is not a moment. */
export function fixedClock(moment: string | number): Clock {
  const now = typeof moment === 'number' ? moment : Date.parse(moment);
  if (!Number.isFinite(now))
    throw new Error(`\`${moment}\` is not a moment in time (TRELLIS_NOW takes an ISO 8601 date and time).`);
  return { now: () => now };
}
