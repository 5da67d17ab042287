import type { Queryable } from '@trellis/platform';
import type { DisclosureEntry, RecordedDisclosure } from './entry.ts';
import type { EntryIds } from './entry-ids.ts';

/** The conditions on disclosures; all that are said must hold. Newest first. */
export interface DisclosureQuery {
  readonly child?: string | undefined;
  readonly user?: string | undefined;
  /** The recipient agency. */
  readonly agency?: string | undefined;
  /** Milliseconds since the epoch; half-open. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly first: number;
  /** A cursor that an earlier page ended with. */
  readonly after?: string | undefined;
}

export interface DisclosurePage {
  readonly entries: readonly (RecordedDisclosure & { readonly id: string; readonly cursor: string })[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

interface Row {
  readonly index: string;
  readonly at: Date;
  readonly body: string;
  readonly leaf: Uint8Array;
  readonly child: string | null;
}

/** A cursor that is none of ours. */
export class BadCursor extends Error {}

/**
 * A page of what was disclosed, latest first: in the ledger's order, or where a span of time is given in the order of time. A cursor names an entry,
 * so that pages stay the same whatever is appended meanwhile, and says nothing that the entry does not: its moment and its id.
 */
export async function disclosures(database: Queryable, ids: EntryIds, query: DisclosureQuery): Promise<DisclosurePage> {
  const idOf = await ids.namer();
  const first = Math.max(0, Math.min(query.first, mostInPage));
  // Only what is asked for is in the statement: the database then finds it by an index, however large the ledger.
  const values: unknown[] = [];
  const where: string[] = [];
  const add = (condition: (place: string) => string, value: unknown): void => {
    if (value !== undefined) where.push(condition(`$${String(values.push(value))}`));
  };
  add((place) => `entry.child_hash = (select child_hash from ledger.salt where child = ${place})`, query.child);
  add((place) => `entry.requester = ${place}`, query.user);
  add((place) => `entry.agency = ${place}`, query.agency);
  add((place) => `entry.at >= ${place}`, instant(query.from));
  add((place) => `entry.at < ${place}`, instant(query.to));
  const isSpan = query.from !== undefined || query.to !== undefined;
  add(
    (place) =>
      isSpan
        ? `(entry.at, entry.index) < (select at, index from ledger.entry where index = ${place})`
        : `entry.index < ${place}`,
    query.after === undefined ? undefined : await placeOf(database, query.after, idOf),
  );
  const { rows } = await database.query<Row>(
    `select entry.index::text as index, entry.at, entry.body, entry.leaf, salt.child
     from ledger.entry left join ledger.salt using (child_hash)
     ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by ${isSpan ? 'entry.at desc, ' : ''}entry.index desc limit $${String(values.push(first + 1))}`,
    values,
  );
  const entries = rows.slice(0, first).map(({ index, at, body, leaf, child }) => {
    const said = JSON.parse(body) as DisclosureEntry;
    const id = idOf(leaf);
    return { ...said, id, child, index: Number(index), at: at.getTime(), cursor: writeCursor(at, id) };
  });
  return { entries, hasNextPage: rows.length > first, endCursor: entries.at(-1)?.cursor ?? null };
}

const mostInPage = 500;

function instant(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

function writeCursor(at: Date, id: string): string {
  return Buffer.from(`${String(at.getTime())}.${id}`).toString('base64url');
}

/** The place of the entry that a cursor names. */
async function placeOf(database: Queryable, cursor: string, idOf: (leaf: Uint8Array) => string): Promise<string> {
  const [, at, id] = /^(\d{1,15})\.([\w-]{22})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at === undefined || id === undefined) throw new BadCursor(foreign);
  const { rows } = await database.query<Pick<Row, 'index' | 'leaf'>>(
    'select index::text as index, leaf from ledger.entry where at = $1',
    [new Date(Number(at)).toISOString()],
  );
  const found = rows.find(({ leaf }) => idOf(leaf) === id);
  if (found === undefined) throw new BadCursor(foreign);
  return found.index;
}

const foreign = 'The cursor is none that a page ended with.';
