import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import type { Actor, RecordKind } from './records.ts';

/** One act on a record: who did it, and when. */
export interface RecordAct {
  readonly act: string;
  readonly at: Instant;
  readonly actor: Actor;
}

/** A record as it stood at a past moment, with all that had been done to it by then, the earliest first. */
export interface RecordThen {
  readonly id: string;
  readonly kind: RecordKind;
  readonly state: string | null;
  /** Null where the child was erased since. */
  readonly body: unknown;
  readonly acts: readonly RecordAct[];
}

interface Row {
  readonly id: string;
  readonly kind: RecordKind;
  readonly state: string | null;
  readonly body: unknown;
  readonly act: string;
  readonly at: Date;
  readonly actor: Actor;
}

/** These records as they stood at a moment; one that was not there yet is left out. */
export async function recordsThen(
  database: Queryable,
  ids: readonly string[],
  at: Instant,
): Promise<ReadonlyMap<string, RecordThen>> {
  const { rows } = await database.query<Row>(
    `select record as id, kind, state, body, act, at, actor from register.event
     where record = any($1::text[]) and at <= $2::timestamptz and kind <> 'moved' order by record, at, version, ordinal`,
    [ids, new Date(at)],
  );
  const found = new Map<string, RecordThen>();
  for (const { id, kind, state, body, act, at: then, actor } of rows) {
    const acts = [...(found.get(id)?.acts ?? []), { act, at: then.getTime(), actor }];
    found.set(id, { id, kind, state, body, acts });
  }
  return found;
}
