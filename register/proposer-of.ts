import { droppedOf } from './dropped-proposal.ts';
import { firstPersonOf } from './first-person-of.ts';
import { proposalOf } from './proposal-of.ts';
import type { Proposer } from './proposer.ts';
import { isKind } from './record-kind.ts';
import type { Recorded } from './records.ts';

/** The person who proposed what waits of a record; where nothing does, who proposed what was dropped last, or made the record. */
export function proposerOf(record: Recorded | undefined): Proposer | undefined {
  if (record === undefined) return undefined;
  const dropped = proposalOf(record) === undefined ? droppedOf(record)?.proposer : undefined;
  if (dropped) return dropped;
  if (isKind(record, 'approval')) {
    const { agency, user } = record.body.recipient;
    return user === undefined ? undefined : { agency, user };
  }
  const first = firstPersonOf(record);
  // What is of no agency only the network's officers propose.
  return first && { user: first.user, agency: first.agency ?? 'network' };
}
