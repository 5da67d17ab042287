import type { FileRecord } from '@trellis/subgraph-child-protection';
import type { EpisodeSource } from './source-record.ts';

export type Care = Pick<FileRecord, 'status' | 'openedOn' | 'closedOn' | 'legalStatus' | 'legalStatusSince'>;

/** The state of the file by a child's episodes together: open while the last one has no end, since the child last started to be looked after. */
export function careOf(episodes: readonly Omit<EpisodeSource, 'of'>[]): Care {
  const inOrder = [...episodes].sort((one, other) =>
    one.from < other.from ? -1 : one.from > other.from ? 1 : endOrder(one, other),
  );
  let openedOn: string | null = null;
  let legalStatusSince: string | null = null;
  let before: (typeof inOrder)[number] | undefined;
  for (const episode of inOrder) {
    const isAnew = before === undefined || episode.reason === 'S' || (before.to !== null && before.to < episode.from);
    if (isAnew) openedOn = episode.from;
    if (isAnew || before?.legalStatus !== episode.legalStatus) legalStatusSince = episode.from;
    before = episode;
  }
  const isOpen = inOrder.some(({ to }) => to === null);
  const ends = inOrder.flatMap(({ to }) => to ?? []).sort();
  return isOpen
    ? {
        status: 'OPEN',
        openedOn,
        closedOn: null,
        legalStatus: before?.legalStatus ?? null,
        legalStatusSince: before?.legalStatus == null ? null : legalStatusSince,
      }
    : { status: 'CLOSED', openedOn, closedOn: ends.at(-1) ?? null, legalStatus: null, legalStatusSince: null };
}

function endOrder(one: { readonly to: string | null }, other: { readonly to: string | null }): number {
  if (one.to === other.to) return 0;
  return other.to === null || (one.to !== null && one.to < other.to) ? -1 : 1;
}
