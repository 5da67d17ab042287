import type { ChildFacts, Instant, NetworkFacts } from './facts.ts';
import { localDay } from '@trellis/vocabulary';

/** The span of instants, half-open, over which nothing that a child's facts say can change. */
export interface Unchanging {
  readonly from: Instant;
  readonly to: Instant;
}

/** The widest such span around now that we know: from the last boundary of any period to the next, and never past midnight. */
export function unchangingAround(timeZone: string, network: NetworkFacts, facts: ChildFacts, now: Instant): Unchanging {
  const today = localDay(timeZone, now);
  let from = today.start;
  let to = today.end;
  const mark = (boundary: Instant | null) => {
    if (boundary === null) return;
    if (boundary > now) to = Math.min(to, boundary);
    else if (boundary > from) from = boundary;
  };
  for (const each of facts.consents) {
    mark(each.from);
    mark(each.to);
  }
  for (const each of facts.orders) {
    mark(each.from);
    mark(each.to);
  }
  for (const each of facts.involvements) {
    mark(each.from);
    mark(each.to);
  }
  for (const each of facts.approvals) mark(each.until);
  for (const each of facts.emergencies) {
    mark(each.openedAt);
    mark(each.until);
    mark(each.closedAt);
  }
  for (const each of [...(facts.relations ?? []), ...(facts.harmRefusals ?? [])]) {
    mark(each.from);
    mark(each.to);
  }
  for (const each of network.standingApprovals) mark(each.from);
  return { from, to };
}
