import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import { noticesOf, type NewNotice } from './notices.ts';
import type { Actor, Recorded } from './records.ts';

/** An event of one record, with the record as it stands afterwards. */
export type RecordEvent = Recorded & { readonly act: string };

/**
 * Locks what the acts of this transaction are about, in one order everywhere, and returns the versions: also of the other ids of these
 * children, which are read through them. What has no version yet gets version 0, under a lock that a release on the unknown child waits
 * for (`unmoved`).
 */
export async function lockForWriting(tx: Queryable, about: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const known = await tx.query<{ about: string }>(
    `select about from register.version where about = any($1::text[])
     union select child from register.merged where into_child = any($1::text[])`,
    [[...new Set(about)]],
  );
  const there = new Set(known.rows.map((row) => row.about));
  const wanted = [...new Set([...about, ...there])];
  const missing = wanted.filter((each) => !there.has(each));
  if (missing.length > 0) {
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended(about, 0)) from unnest($1::text[]) as about
       order by hashtextextended(about, 0)`,
      [missing],
    );
    await tx.query(
      `insert into register.version (about, version, changed_at) select about, 0, 'epoch' from unnest($1::text[]) as about
       order by about on conflict do nothing`,
      [missing],
    );
  }
  const { rows } = await tx.query<{ about: string; version: number }>(
    'select about, version from register.version where about = any($1::text[]) order by about for update',
    [wanted],
  );
  return new Map(rows.map((row) => [row.about, row.version]));
}

/**
 * Appends events and brings the records up to date; raises the version of whatever a decision may rest on by one, and that of every id read through it.
 * The caller holds the locks. With it goes whatever somebody must be told of. The whole is a few statements, however many events.
 */
export async function append(
  tx: Queryable,
  at: Instant,
  actor: Actor,
  events: readonly RecordEvent[],
  notices: readonly NewNotice[] = events.flatMap(noticesOf),
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ id, about, kind, agency, state, body, detail, act }, ordinal) => ({
    ordinal,
    id,
    about,
    kind,
    agency,
    state,
    body,
    detail,
    act,
  }));
  const values = [JSON.stringify(rows), new Date(at), JSON.stringify(actor)];
  const shape = `jsonb_to_recordset($1::jsonb) as r
    (ordinal int, id text, about text, kind text, agency text, state text, body jsonb, detail jsonb, act text)`;
  await tx.query(
    `insert into register.event (about, version, ordinal, at, act, actor, kind, record, agency, state, body, detail)
     select r.about, v.version + 1,
            r.ordinal + coalesce((select max(e.ordinal) + 1 from register.event e where e.about = r.about and e.version = v.version + 1), 0), greatest($2::timestamptz, v.changed_at), r.act, $3::jsonb, r.kind, r.id, r.agency,
            r.state, r.body, r.detail
     from ${shape} join register.version v using (about)`,
    values,
  );
  await tx.query(
    `insert into register.record (id, about, kind, agency, state, body, detail)
     select distinct on (r.id) r.id, r.about, r.kind, r.agency, r.state, r.body, r.detail from ${shape} order by r.id, r.ordinal desc
     on conflict (id) do update set about = excluded.about, kind = excluded.kind, agency = excluded.agency, state = excluded.state,
       body = excluded.body, detail = excluded.detail`,
    [values[0]],
  );
  await tx.query(
    `update register.version set version = version + 1, changed_at = greatest($2::timestamptz, changed_at)
     where about in (select unnest($1::text[]) union select child from register.merged where into_child = any($1::text[]))`,
    [[...new Set(events.filter(movesADecision).map(({ about }) => about))], values[1]],
  );
  if (notices.length === 0) return;
  await tx.query(
    `insert into register.notice (at, kind, about, record, agency, recipient, role, next_attempt)
     select $2::timestamptz, kind, about, record, agency, "user", role, clock_timestamp()
     from jsonb_to_recordset($1::jsonb) as n(kind text, about text, record text, agency text, "user" text, role text)`,
    [JSON.stringify(notices), values[1]],
  );
}

/** Whether an event may change some decision. A request that nobody answered, and what is said, change none: whoever writes them moves nothing. */
function movesADecision({ act, kind }: RecordEvent): boolean {
  if (kind === 'approval') return act !== 'REQUESTED' && act !== 'DECLINED';
  return !quietKinds.has(kind);
}

const quietKinds: ReadonlySet<RecordEvent['kind']> = new Set(['statement', 'search']);
