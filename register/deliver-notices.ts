import type { Instant } from '@trellis/decision';
import type { Database } from '@trellis/platform';
import type { NewNotice } from './notices.ts';

/** Something to tell. Its id is the same each time it is delivered, so that a receiver tells it once; it counts nothing. */
export interface Notice extends NewNotice {
  readonly id: string;
  readonly at: Instant;
}

interface Row extends Omit<Notice, 'at' | 'user' | 'role'> {
  readonly place: string;
  readonly role: string | null;
  readonly at: Date;
  readonly recipient: string | null;
  readonly attempts: number;
}

const columns = 'notice.id::text as place, key::text as id, at, kind, about, record, agency, recipient, role, attempts';
/** Nobody else takes a notice for so long after it was taken, longer than any `send` may take; a deliverer that died is then replaced. */
const leaseMs = 60_000;
const longestWaitMs = 3_600_000;
const mostInPage = 500;

export interface DeliverOptions {
  readonly most?: number | undefined;
  /** Only what is for these: the others have nowhere that it could be sent, and read it where they ask. */
  readonly agencies?: readonly string[] | undefined;
}

/**
 * Delivers what is due, at least once: taken for a while, sent outside any transaction, marked as delivered only when `send` resolved. What
 * fails is tried again, later each time. Several processes may deliver at once. Returns how many were delivered and how many failed.
 */
export async function deliverNotices(
  database: Database,
  send: (notice: Notice) => Promise<void>,
  { most = 50, agencies }: DeliverOptions = {},
): Promise<{ readonly delivered: number; readonly failed: number }> {
  const { rows } = await database.query<Row>(
    `update register.notice set attempts = attempts + 1, next_attempt = clock_timestamp() + $2::float8 * interval '1 millisecond'
     where id in (select id from register.notice
                  where delivered_at is null and next_attempt <= clock_timestamp() and ($3::text[] is null or agency = any($3::text[]))
                  order by next_attempt, id limit $1::int for update skip locked)
     returning ${columns}`,
    [most, leaseMs, agencies ?? null],
  );
  let delivered = 0;
  const deliver = async (row: Row): Promise<void> => {
    // A receiver that fails, or is slow, holds up none of the others: its notice waits for its next turn.
    const sent = await send(noticeOf(row)).then(
      () => true,
      () => false,
    );
    if (sent) delivered++;
    await database.query(
      sent
        ? 'update register.notice set delivered_at = clock_timestamp() where id = $1::bigint and $2::float8 >= 0'
        : "update register.notice set next_attempt = clock_timestamp() + $2::float8 * interval '1 millisecond' where id = $1::bigint",
      [row.place, Math.min(1_000 * 2 ** row.attempts, longestWaitMs)],
    );
  };
  await Promise.all(rows.map(deliver));
  return { delivered, failed: rows.length - delivered };
}

export interface NoticesQuery {
  readonly agency: string;
  /** One of its users; its officers unless given. */
  readonly user?: string | undefined;
  /** The role of that user: it is told what is for everybody of this role too. */
  readonly role?: string | undefined;
  readonly first?: number | undefined;
  /** Those before the notice of this id. */
  readonly after?: string | undefined;
}

/** The notices told to an agency's officers, or to one of its users; newest first. */
export async function listNotices(
  database: Database,
  { agency, user, role, first = 100, after }: NoticesQuery,
): Promise<readonly Notice[]> {
  const { rows } = await database.query<Row>(
    `select ${columns} from register.notice
     where agency = $1 and ((recipient is not distinct from $2::text and role is null) or (role = $5::text and recipient is null)) and ($4::uuid is null or notice.id < (select id from register.notice where key = $4::uuid))
     order by notice.id desc limit $3::int`,
    [agency, user ?? null, Math.max(0, Math.min(first, mostInPage)), after ?? null, role ?? null],
  );
  return rows.map(noticeOf);
}

function noticeOf({ id, at, kind, about, record, agency, recipient, role }: Row): Notice {
  return { id, at: at.getTime(), kind, about, record, agency, user: recipient ?? undefined, role: role ?? undefined };
}
