import type { SourceItem } from './source-item.ts';

const note = 'is dated after the moment of loading: it counts as of now';

/**
 * The moments that a file says of itself, none that lies ahead: what a wrong clock dates so would stand against every correction until that
 * day. `now` is the network's moment, which in development may be one of the past, where files are later than it.
 */
export function notAhead(now: number): {
  moment(said: string): string;
  items<Records>(items: AsyncIterable<SourceItem<Records>>): AsyncGenerator<SourceItem<Records>>;
} {
  const latest = Math.max(now, Date.now());
  const isAhead = (said: string): boolean => Date.parse(said) > latest;
  const moment = (said: string): string => (isAhead(said) ? new Date(now).toISOString() : said);
  return {
    moment,
    async *items(items) {
      for await (const item of items)
        yield item.asOf !== undefined && isAhead(item.asOf)
          ? { ...item, asOf: moment(item.asOf), notes: [...(item.notes ?? []), note] }
          : item;
    },
  };
}
