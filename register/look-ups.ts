import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import type { Actor } from './records.ts';

/** An officer's look-up of what is held about a child, under one heading. Never what was found. */
export interface LookUp {
  readonly id: string;
  readonly at: Instant;
  readonly about: string;
  readonly by: Pick<Actor, 'agency' | 'role' | 'user'>;
  readonly purpose: string;
  readonly heading: string;
  /** The requester whose disclosures were looked up, where it began from one. */
  readonly of: string | null;
}

/** A look-up that is about to be answered. */
export interface NewLookUp {
  readonly actor: Actor;
  /** A child; or `network`, for a search that begins from no child. */
  readonly about: string;
  readonly heading: string;
  readonly of?: string | undefined;
}

/** Writes down look-ups; what is looked up is shown only once this has returned. */
export async function noteLookUps(database: Queryable, looked: readonly NewLookUp[], now?: Instant): Promise<void> {
  const rows = looked.map(({ actor: { agency, role, user, purpose }, about, heading, of }) => ({
    about,
    agency,
    role,
    user,
    purpose,
    heading,
    of: of ?? null,
  }));
  await database.query(
    `insert into register.look_up (at, about, agency, role, "user", purpose, heading, of)
     select coalesce($2::timestamptz, clock_timestamp()), about, agency, role, "user", purpose, heading, of
     from jsonb_to_recordset($1::jsonb) as l(about text, agency text, role text, "user" text, purpose text, heading text, of text)`,
    [JSON.stringify(rows), now === undefined ? null : new Date(now)],
  );
}

export interface LookUpsQuery {
  readonly child?: string | null | undefined;
  /** The officer who looked. */
  readonly by?: string | null | undefined;
  readonly first: number;
  /** Those before the look-up of this id. */
  readonly after?: string | null | undefined;
}

interface Row extends Omit<LookUp, 'at' | 'by'> {
  readonly at: Date;
  readonly agency: string;
  readonly role: string;
  readonly user: string;
}

const mostInPage = 500;

/** The look-ups about a child, by an officer, or all: latest first. */
export async function lookUps(
  database: Queryable,
  { child, by, first, after }: LookUpsQuery,
): Promise<readonly LookUp[]> {
  const { rows } = await database.query<Row>(
    `select id, at, about, agency, role, "user", purpose, heading, of from register.look_up as l
     where ($1::text is null or about = $1) and ($2::text is null or "user" = $2)
       and ($3::uuid is null or place < (select place from register.look_up where id = $3::uuid))
     order by place desc limit $4::int`,
    [child ?? null, by ?? null, after ?? null, Math.max(0, Math.min(first, mostInPage))],
  );
  return rows.map(({ at, agency, role, user, ...row }) => ({ ...row, at: at.getTime(), by: { agency, role, user } }));
}
