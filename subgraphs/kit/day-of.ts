import { dayIn, network } from '@trellis/vocabulary';

/** The calendar day of an instant in the network's time zone, `YYYY-MM-DD`. */
export const dayOf = (instant: number): string => dayIn(network.timeZone, instant);
