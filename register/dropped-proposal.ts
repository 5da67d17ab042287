import type { Instant } from '@trellis/decision';
import type { DropOutcome } from './drop-outcome.ts';
import type { ProposedAct } from './proposal-of.ts';
import type { Proposer } from './proposer.ts';
import type { Recorded } from './records.ts';

/** The end of a proposal that nobody agreed to: by who made it, or by somebody who could have agreed. */
export interface DroppedProposal {
  readonly act: ProposedAct;
  readonly outcome: DropOutcome;
  readonly by: string;
  readonly byAgency: string;
  readonly reason: string;
  readonly at: Instant;
  readonly proposer: Proposer | null;
}

/** The last proposal about a record that was dropped, if any was. */
export function droppedOf({ detail }: Pick<Recorded, 'detail'>): DroppedProposal | undefined {
  const { dropped } = detail;
  return typeof dropped === 'object' && dropped !== null ? (dropped as DroppedProposal) : undefined;
}
