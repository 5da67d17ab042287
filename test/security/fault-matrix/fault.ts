/** What may be wrong with whatever the gateway depends on: gone, silent, failing, talking nonsense, answering for another, saying more than was asked. */
export const faults = ['down', 'hung', 'failing', 'garbage', 'wrong rows', 'extra rows'] as const;
export type Fault = (typeof faults)[number];

/** What stands for another child, where a system answers for one that was not asked about. */
export const stranger = 'aaaaaaaaaaaaaaaaaaaaaaaaaa';
/** What no answer may hold: a system said it without being asked. */
export const unasked = 'nobody asked for this';
