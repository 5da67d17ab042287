/**
 * The network's own subgraphs. They are always told who asks and decide by themselves what that person may see and do; every other
 * subgraph is an agency's, whose records the gateway decides on.
 */
export const ownSubgraphs: ReadonlySet<string> = new Set(['identity', 'register']);
