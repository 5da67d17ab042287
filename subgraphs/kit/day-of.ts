import { dayIn } from '@trellis/vocabulary';

/** The time zone in which the network's days begin: an Ontario day is not a UTC day. */
const zone = 'America/Toronto';

/** The calendar day of an instant, `YYYY-MM-DD`. */
export const dayOf = (instant: number): string => dayIn(zone, instant);
