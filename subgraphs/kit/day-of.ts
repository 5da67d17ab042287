import { dayIn } from '@trellis/vocabulary';
import { timeZone } from './time-zone.ts';

/** The calendar day of an instant where the network is, `YYYY-MM-DD`. */
export const dayOf = (instant: number): string => dayIn(timeZone, instant);
