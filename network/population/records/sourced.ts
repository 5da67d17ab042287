import { recordId } from '@trellis/subgraph-kit';

/** The name by which invented records are told from loaded ones. */
export const source = 'synthetic';

/** The head of an invented record: its id follows from its own key, so that seeding again finds the same rows. */
export function sourced(sourceId: string): { id: string; source: string; sourceId: string } {
  return { id: recordId(source, sourceId), source, sourceId };
}

/** Only the id: what another record refers to it by. */
export function idOf(sourceId: string): string {
  return recordId(source, sourceId);
}
