import { network } from '@trellis/vocabulary';

/** The IANA time zone in which the network's days begin, for a query that compares days: `at time zone $1`. */
export const timeZone = network.timeZone;
