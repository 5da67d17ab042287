/** The reason why a record of an earlier export is left. */
export const overtakenReason = 'overtaken by a later export, or taken back by one of the same time';
