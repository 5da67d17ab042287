import { Buffer } from 'node:buffer';
import type { Queryable } from '@trellis/platform';
import type { Log } from './entry.ts';

/** Which entries to list; all that is given must fit. */
export interface DisclosureQuery {
  readonly log?: Log | undefined;
  readonly child?: string | undefined;
  /** The agency that asked. */
  readonly agency?: string | undefined;
  /** The user who asked. */
  readonly user?: string | undefined;
  readonly disclosure?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly first?: number | undefined;
  readonly after?: string | undefined;
}

/** An entry as it was written, with its child where its salt still stands. */
export interface ListedEntry {
  readonly log: Log;
  readonly index: number;
  readonly at: number;
  readonly disclosure: string;
  readonly requester: { readonly agency: string; readonly role: string; readonly user: string; readonly kind: string };
  readonly purpose: string;
  /** Null once the child was erased. */
  readonly child: string | null;
  readonly categories: { readonly FULL: readonly string[]; readonly SUMMARY: readonly string[] };
  readonly grounds: readonly { readonly category: string; readonly kind: string; readonly id: string }[];
  readonly ruleSet: number;
  readonly operation: string;
  readonly obligations: readonly string[];
  readonly to: string | null;
}

export interface DisclosurePage {
  readonly entries: readonly ListedEntry[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

const mostAtOnce = 200;

/** Lists entries, newest first. A cursor that was not given out lists nothing more. */
export async function disclosures(database: Queryable, query: DisclosureQuery): Promise<DisclosurePage> {
  const log = query.log ?? 'disclosure';
  const first = Math.min(Math.max(query.first ?? 50, 0), mostAtOnce);
  const before = query.after === undefined ? null : readCursor(query.after, log);
  if (before === undefined || first === 0) return { entries: [], next: null };
  const { rows } = await database.query<{ index: number; body: string; child: string | null }>(
    `select e.index::float8 as index, e.body, s.child
     from ledger.entry e left join ledger.salt s on s.hash = e.child
     where e.log = $1 and ($2::float8 is null or e.index < $2)
       and ($3::text is null or e.child = (select hash from ledger.salt where child = $3))
       and ($4::text is null or e.agency = $4) and ($5::text is null or e.requester = $5)
       and ($6::timestamptz is null or e.at >= $6) and ($7::timestamptz is null or e.at < $7)
       and ($8::text is null or e.body::json->>'disclosure' = $8)
     order by e.index desc limit $9::int`,
    [
      log,
      before,
      query.child ?? null,
      query.agency ?? null,
      query.user ?? null,
      momentOf(query.from),
      momentOf(query.to),
      query.disclosure ?? null,
      first + 1,
    ],
  );
  const page = rows.slice(0, first);
  const last = page.at(-1);
  return {
    entries: page.map((row) => listed(log, row)),
    next: rows.length > first && last !== undefined ? writeCursor(log, last.index) : null,
  };
}

interface Body {
  readonly at: string;
  readonly disclosure: string;
  readonly requester: ListedEntry['requester'];
  readonly purpose: string;
  readonly full?: readonly string[];
  readonly summary?: readonly string[];
  readonly categories?: readonly string[];
  readonly grounds?: readonly (readonly [string, string, string])[];
  readonly ruleSet: number;
  readonly operation: string;
  readonly obligations?: readonly string[];
  readonly to?: string;
}

function listed(log: Log, row: { index: number; body: string; child: string | null }): ListedEntry {
  const body = JSON.parse(row.body) as Body;
  return {
    log,
    index: row.index,
    at: Date.parse(body.at),
    disclosure: body.disclosure,
    requester: body.requester,
    purpose: body.purpose,
    child: row.child,
    categories: { FULL: body.full ?? body.categories ?? [], SUMMARY: body.summary ?? [] },
    grounds: (body.grounds ?? []).map(([category, kind, id]) => ({ category, kind, id })),
    ruleSet: body.ruleSet,
    operation: body.operation,
    obligations: body.obligations ?? [],
    to: body.to ?? null,
  };
}

function momentOf(instant: number | undefined): string | null {
  return instant === undefined ? null : new Date(instant).toISOString();
}

function writeCursor(log: Log, index: number): string {
  return Buffer.from(`${log}:${index}`).toString('base64url');
}

function readCursor(cursor: string, log: Log): number | undefined {
  const match = /^([a-z]+):(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString());
  return match?.[1] === log ? Number(match[2]) : undefined;
}
