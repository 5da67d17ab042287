/** The end of a proposal that nobody agreed to: its proposer took it back, or somebody who could have agreed declined it. */
export type DropOutcome = 'TAKEN_BACK' | 'DECLINED';
