/** Where the network's days begin: an Ontario day is not a UTC day. */
const zone = 'America/Toronto';
const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day of an instant, `YYYY-MM-DD`. */
export const dayOf = (instant: number): string => format.format(instant);
