import { isDeepStrictEqual } from 'node:util';
import type { Queryable } from '@trellis/platform';
import { isKind } from './record-kind.ts';
import type { Recorded } from './records.ts';
import { emergencyName } from './version-names.ts';

/** A record as it stood before, as far as a decision may rest on it. */
type Before = Pick<Recorded, 'about' | 'kind' | 'body'>;

/**
 * The versions that events raise: of each event, that of what it changes for decisions, and none where no decision can rest on it. A request
 * that waits for its custodian, a statement, a review change nothing for anybody, so that no number of them delays an answer.
 */
export async function raisedBy(tx: Queryable, events: readonly Recorded[]): Promise<readonly string[]> {
  const { rows } = await tx.query<Before & { readonly id: string }>(
    'select id, about, kind, body from register.record where id = any($1::text[])',
    [events.map(({ id }) => id)],
  );
  const before = new Map<string, Before>(rows.map((row) => [row.id, row]));
  return events.flatMap((event) => {
    const earlier = before.get(event.id);
    before.set(event.id, event);
    if (earlier?.about === event.about && isDeepStrictEqual(factOf(earlier), factOf(event))) return [];
    return [...(earlier === undefined ? [] : versionsOf(earlier)), ...versionsOf(event)];
  });
}

/** The versions that stand on a record. */
function versionsOf(record: Before): readonly string[] {
  if (factOf(record) === undefined) return [];
  if (record.kind !== 'emergency') return [record.about];
  const { agency, user } = record.body as Recorded<'emergency'>['body'];
  return [emergencyName(record.about, { agency, user }), emergencyName(record.about, undefined)];
}

const never: ReadonlySet<Recorded['kind']> = new Set(['statement', 'search', 'legal-hold', 'rule-set', 'erasure']);

/**
 * The part of a record that a decision may rest on; undefined where there is none. A record counts unless it is known that no decision rests on it.
 */
export function factOf(record: Pick<Recorded, 'kind' | 'body'>): unknown {
  const { kind, body } = record;
  if (never.has(kind)) return undefined;
  if (isKind(record as Recorded, 'approval')) {
    const { state, until } = body as Recorded<'approval'>['body'];
    const wasNever = state === 'LAPSED' && until === null;
    return state === 'PENDING' || state === 'DECLINED' || wasNever ? undefined : body;
  }
  if (isKind(record as Recorded, 'consent')) {
    return (body as Recorded<'consent'>['body']).state === 'PROPOSED' ? undefined : body;
  }
  if (isKind(record as Recorded, 'authority') || isKind(record as Recorded, 'standing-approval')) {
    return (body as { readonly confirmed?: boolean }).confirmed === false ? undefined : body;
  }
  // What it means for the records of both children is written to each of them; the ids themselves are read through it once it is done.
  if (isKind(record as Recorded, 'linkage')) {
    return (body as Recorded<'linkage'>['body']).state === 'DONE' ? body : undefined;
  }
  return body;
}
