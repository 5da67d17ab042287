import type { RequestQuery } from '../../generated/graph.ts';

/** A request that waits for a custodian. */
export type DisclosureRequest = RequestQuery['approvals'][number];
