import type { Queryable } from '@trellis/platform';
import type { DisclosureEntry, RecordedDisclosure } from './entry.ts';

/** Which disclosures; all that is said must hold. Newest first. */
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
  readonly entries: readonly (RecordedDisclosure & { readonly cursor: string })[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** A cursor that is none of ours. */
export class BadCursor extends Error {}

export async function disclosures(database: Queryable, query: DisclosureQuery): Promise<DisclosurePage> {
  const first = Math.max(0, Math.min(query.first, mostInPage));
  const { rows } = await database.query<{ index: string; at: Date; body: string; child: string | null }>(
    `select entry.index::text as index, entry.at, entry.body, salt.child
     from ledger.entry left join ledger.salt using (child_hash)
     where ($1::text is null or salt.child = $1) and ($2::text is null or entry.requester = $2)
       and ($3::text is null or entry.agency = $3) and ($4::timestamptz is null or entry.at >= $4)
       and ($5::timestamptz is null or entry.at < $5) and ($6::bigint is null or entry.index < $6)
     order by entry.index desc limit $7`,
    [
      query.child ?? null,
      query.user ?? null,
      query.agency ?? null,
      instant(query.from),
      instant(query.to),
      query.after === undefined ? null : readCursor(query.after),
      first + 1,
    ],
  );
  const entries = rows.slice(0, first).map(({ index, at, body, child }) => {
    const said = JSON.parse(body) as DisclosureEntry;
    return { ...said, child, index: Number(index), at: at.getTime(), cursor: writeCursor(index) };
  });
  return { entries, hasNextPage: rows.length > first, endCursor: entries.at(-1)?.cursor ?? null };
}

const mostInPage = 500;

function instant(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}

function writeCursor(index: string): string {
  return Buffer.from(`entry:${index}`).toString('base64url');
}

function readCursor(cursor: string): string {
  const [, index] = /^entry:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (index === undefined) throw new BadCursor('The cursor is none that a page ended with.');
  return index;
}
