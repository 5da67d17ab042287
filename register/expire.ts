import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import { appendEvents, lockForWriting } from './append.ts';
import type { RecordEvent } from './record-event.ts';
import { noticesOf } from './notices.ts';
import { databaseInstant } from './database-instant.ts';
import type { Dependencies } from './dependencies.ts';
import { isKind } from './record-kind.ts';
import { recordsAbout } from './records-about.ts';
import type { Actor, Recorded } from './records.ts';
import { reviewByOf, reviewWithinMs } from './review-by-of.ts';

const timekeeper: Actor = {
  agency: 'network',
  role: 'system',
  user: 'expiry',
  kind: 'system',
  purpose: 'privacy-administration',
};

/**
 * Records what time has already done: consents whose period is over become EXPIRED, approvals whose time is over LAPSED, and of an emergency
 * access that nobody reviewed in time somebody is told. Decisions do not wait for it, they compare the instants themselves; lists and inboxes
 * then say so too. Child by child, each in a transaction of its own. Returns
 * how many records were changed; fewer than `most` children means that nothing is left.
 */
export async function expire(
  dependencies: Dependencies,
  { most = 100 }: { readonly most?: number } = {},
): Promise<number> {
  const { database, clock } = dependencies;
  const now = await databaseInstant(database, clock);
  const { rows } = await database.query<{ about: string }>(
    `(select about from register.record
      where kind = 'consent' and state in ('ACTIVE', 'NEEDS_CONFIRMATION', 'PROPOSED') and body->>'to' is not null
        and (body->>'to')::float8 <= $1::float8 limit $2::int)
     union
     (select about from register.record
      where kind = 'approval' and state = 'APPROVED' and body->>'until' is not null
        and (body->>'until')::float8 <= $1::float8 limit $2::int)
     union
     (select about from register.record
      where kind = 'emergency' and state = 'UNREVIEWED' and detail->>'overdueAt' is null
        and coalesce((detail->>'reviewBy')::float8, (body->>'openedAt')::float8 + $3::float8) <= $1::float8 limit $2::int)
     order by about limit $2::int`,
    [now, most, reviewWithinMs],
  );
  let expired = 0;
  for (const { about } of rows) expired += await database.transaction((tx) => expireOf(tx, dependencies, about));
  return expired;
}

async function expireOf(tx: Queryable, { clock, vocabulary }: Dependencies, about: string): Promise<number> {
  await lockForWriting(tx, [about]);
  const at = await databaseInstant(tx, clock);
  const events = (await recordsAbout(tx, about)).flatMap((record) => expiredAt(record, at) ?? []);
  const notices = events.flatMap((event) => noticesOf(event, vocabulary));
  await appendEvents(tx, at, timekeeper, events, notices);
  return events.length;
}

function expiredAt(record: Recorded, at: Instant): RecordEvent | undefined {
  if (isKind(record, 'consent')) {
    const { state, to } = record.body;
    if (to === null || to > at || !['ACTIVE', 'NEEDS_CONFIRMATION', 'PROPOSED'].includes(state)) return undefined;
    return { ...record, act: 'EXPIRED', state: 'EXPIRED', body: { ...record.body, state: 'EXPIRED' } };
  }
  if (isKind(record, 'approval')) {
    const { state, until } = record.body;
    if (state !== 'APPROVED' || until === null || until > at) return undefined;
    return { ...record, act: 'LAPSED', state: 'LAPSED', body: { ...record.body, state: 'LAPSED' } };
  }
  if (isKind(record, 'emergency')) {
    if (record.state !== 'UNREVIEWED' || record.detail['overdueAt'] !== undefined || reviewByOf(record) > at)
      return undefined;
    return { ...record, act: 'OVERDUE', detail: { ...record.detail, overdueAt: at } };
  }
  return undefined;
}
