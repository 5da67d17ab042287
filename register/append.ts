import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import { raisedBy } from './decision-facts.ts';
import type { NewNotice } from './notices.ts';
import { raiseVersions } from './raise-versions.ts';
import type { RecordEvent } from './record-event.ts';
import type { Actor } from './records.ts';

/**
 * Locks the histories that this transaction adds to, in one order everywhere, and returns the number of the last event of each: also of the
 * other ids of these children, which are read through them. Releases do not wait for it: they wait for what can change a decision
 * (`raiseVersions`).
 */
export async function lockForWriting(tx: Queryable, about: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const known = await tx.query<{ about: string }>(
    `select about from register.history where about = any($1::text[])
     union select child from register.merged where into_child = any($1::text[])`,
    [[...new Set(about)]],
  );
  const there = new Set(known.rows.map((row) => row.about));
  const wanted = [...new Set([...about, ...there])];
  const missing = wanted.filter((each) => !there.has(each));
  if (missing.length > 0) {
    await tx.query(
      `insert into register.history (about, last) select about, 0 from unnest($1::text[]) as about
       order by about on conflict do nothing`,
      [missing],
    );
  }
  const { rows } = await tx.query<{ about: string; last: number }>(
    'select about, last from register.history where about = any($1::text[]) order by about for update',
    [wanted],
  );
  return new Map(rows.map((row) => [row.about, row.last]));
}

/**
 * Appends events and brings the records up to date; raises the versions of what changes a decision. The caller holds the locks. With it goes
 * whatever somebody must be told of. The whole is a few statements, however many events.
 */
export async function appendEvents(
  tx: Queryable,
  at: Instant,
  actor: Actor,
  events: readonly RecordEvent[],
  notices: readonly NewNotice[],
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
     select r.about, h.last + 1, r.ordinal, greatest($2::timestamptz, (select max(e.at) from register.event e where e.about = r.about and e.version = h.last)),
            r.act, $3::jsonb, r.kind, r.id, r.agency, r.state, r.body, r.detail
     from ${shape} join register.history h using (about)`,
    values,
  );
  const raised = await raisedBy(tx, events);
  await tx.query(
    `insert into register.record (id, about, kind, agency, state, body, detail)
     select distinct on (r.id) r.id, r.about, r.kind, r.agency, r.state, r.body, r.detail from ${shape} order by r.id, r.ordinal desc
     on conflict (id) do update set about = excluded.about, kind = excluded.kind, agency = excluded.agency, state = excluded.state,
       body = excluded.body, detail = excluded.detail`,
    [values[0]],
  );
  await tx.query('update register.history set last = last + 1 where about = any($1::text[])', [
    [...new Set(events.map(({ about }) => about))],
  ]);
  await raiseVersions(tx, raised, at);
  if (notices.length === 0) return;
  await tx.query(
    `insert into register.notice (at, kind, about, record, agency, recipient, role, next_attempt)
     select $2::timestamptz, kind, about, record, agency, "user", role, clock_timestamp()
     from jsonb_to_recordset($1::jsonb) as n(kind text, about text, record text, agency text, "user" text, role text)`,
    [JSON.stringify(notices), values[1]],
  );
}
