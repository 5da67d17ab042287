/** The number of acts of one person about one child that are taken within `actWindowMs`: far more than any work needs. */
export const mostActs = 60;
export const actWindowMs = 10 * 60_000;
