import type { Queryable } from '@trellis/platform';
import { recordId } from '@trellis/subgraph-kit';
import type { ReviewEntry } from './review-list.ts';

/** Something that waits for a person, or that a person has settled. */
export interface Doubt {
  readonly id: string;
  readonly agency: string;
  readonly issuer: string;
  readonly number: string;
  readonly kind: 'WHO' | 'DIFFERENCE';
  readonly reason: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string | null;
  /** The children it may be, by network id. */
  readonly candidates: readonly string[];
  readonly load: string | null;
  readonly raisedAt: string;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  readonly decision: string | null;
  readonly child: string | null;
}

const columns = `id, agency, issuer, number, kind, reason, given_name as "givenName", family_name as "familyName", birth_date::text as "birthDate",
  candidates, load, to_json(raised_at)#>>'{}' as "raisedAt", to_json(settled_at)#>>'{}' as "settledAt", settled_by as "settledBy", decision, child`;

/** Keeps what a load found doubtful until somebody settles it. What was settled is not asked again for the same reason. */
export async function raiseDoubts(
  identity: Queryable,
  { load, at }: { readonly load: string; readonly at: string },
  review: readonly ReviewEntry[],
): Promise<void> {
  const doubts = new Map<string, { candidates: string[]; entry: ReviewEntry }>();
  for (const entry of review) {
    const { agency, issuer, number, reason, child } = entry;
    const id = recordId('identity', 'doubts', agency, issuer, number, reason).slice(0, 10);
    const doubt = doubts.get(id) ?? { candidates: [], entry };
    if (child !== undefined) doubt.candidates.push(child);
    doubts.set(id, doubt);
  }
  const rows = [...doubts].map(([id, { candidates, entry }]) => ({
    id,
    agency: entry.agency,
    issuer: entry.issuer,
    number: entry.number,
    kind: entry.kind,
    reason: entry.reason,
    given_name: entry.person?.given ?? '',
    family_name: entry.person?.family ?? '',
    birth_date: entry.person?.birthDate ?? null,
    candidates,
    load,
    raised_at: at,
  }));
  await identity.query(
    `insert into doubts (id, agency, issuer, number, kind, reason, given_name, family_name, birth_date, candidates, load, raised_at)
     select id, agency, issuer, number, kind, reason, given_name, family_name, birth_date, candidates, load, raised_at
     from jsonb_populate_recordset(null::doubts, $1::jsonb)
     on conflict (id) do update set given_name = excluded.given_name, family_name = excluded.family_name, birth_date = excluded.birth_date,
       candidates = excluded.candidates where doubts.settled_at is null`,
    [JSON.stringify(rows)],
  );
}

/** The doubts that wait, of one agency or of all, oldest first; with `all`, also those that were settled. */
export async function listDoubts(
  identity: Queryable,
  { agency, all = false }: { readonly agency?: string | undefined; readonly all?: boolean },
): Promise<readonly Doubt[]> {
  const { rows } = await identity.query<Doubt>(
    `select ${columns} from doubts where ($1::text is null or agency = $1) and ($2 or settled_at is null) order by raised_at, id`,
    [agency ?? null, all],
  );
  return rows;
}

export async function findDoubt(identity: Queryable, id: string): Promise<Doubt | undefined> {
  return (await identity.query<Doubt>(`select ${columns} from doubts where id = $1`, [id])).rows[0];
}
