import type { Queryable } from '@trellis/platform';
import { agreedBy, type ProposedKind } from './agreed-by.ts';
import { conditions } from './conditions.ts';
import { databaseInstant } from './database-instant.ts';
import type { Dependencies } from './dependencies.ts';
import { liveRules } from './live-rules.ts';
import { grantsFor } from './permissions/mutation-table.ts';
import { recordsAbout } from './records-about.ts';
import type { Actor, Recorded } from './records.ts';

/** The kinds of record that are listed: requests for disclosure have an inbox of their own. */
export type ConfirmedKind = Exclude<ProposedKind, 'approval'>;

/** A record that waits for a second person, and when the first one acted. */
export type Waiting = Recorded<ConfirmedKind> & { readonly askedAt: Date };

const listed = (Object.keys(agreedBy) as ProposedKind[]).filter((kind): kind is ConfirmedKind => kind !== 'approval');

/** A query must say the same condition for the index of pending records to serve it: see the migration. */
const pending = `((r.kind in ('authority', 'order', 'relation', 'harm-refusal') and r.detail ? 'pending') or (kind = 'order' and state = 'UNCONFIRMED')
  or (kind = 'consent' and state = 'PROPOSED') or (kind = 'standing-approval' and state = 'PROPOSED')
  or (kind = 'linkage' and state = 'PROPOSED') or (kind = 'erasure' and state = 'REQUESTED') or (kind = 'rule-set' and state = 'DRAFT'))`;

/** Read at once: most inboxes hold fewer. */
const batch = 200;

export interface ConfirmationsQuery {
  /** What this person asked for, instead. */
  readonly own?: boolean;
  /** Those behind the record of this id, also where it was confirmed or dropped since. */
  readonly after?: string | null | undefined;
  /** Whether this person may also read a record; every one, unless said. */
  readonly isShown?: (record: Waiting) => boolean;
}

/**
 * The records that another person asked for and this one may confirm, the earliest first, as the permission table and its conditions say at this
 * moment; or those that this person asked for. Other people's records, however many wait, keep none off the list.
 */
export async function confirmations(
  dependencies: Dependencies,
  actor: Actor,
  most: number,
  { own = false, after, isShown = () => true }: ConfirmationsQuery = {},
): Promise<readonly Waiting[]> {
  const { database, vocabulary, clock } = dependencies;
  const kinds = own ? listed : listed.filter((kind) => grantsFor(agreedBy[kind], actor, vocabulary).length > 0);
  const rules = await liveRules(dependencies);
  const at = await databaseInstant(database, clock);
  const asks = conditions[own ? 'is-own-proposal' : 'may-agree'];
  const found: Waiting[] = [];
  let last = after == null ? undefined : await placeOf(database, kinds, actor, after);
  if (after != null && last === undefined) return [];
  while (found.length < most) {
    const rows = await readBatch(database, kinds, actor, last);
    const about = await aboutEach(database, rows);
    const waiting = rows.filter((target) => asks({ actor, at, rules, records: about.get(target.about) ?? [], target }));
    found.push(...waiting.filter(isShown));
    last = rows.at(-1);
    if (rows.length < batch) break;
  }
  return found.slice(0, most);
}

/** A place in the list, with the moment to the last digit, to go on from. */
interface Place {
  readonly id: string;
  readonly askedAtExactly: string;
}
type Row = Waiting & Place;

/** Those that an agency may be asked about at all, the network about all. */
const isNear = `($2 = 'network' or r.agency = $2 or exists (
  select 1 from register.record i where i.about = r.about and i.kind = 'involvement' and i.state = 'OPEN' and i.agency = $2))`;

/** The place of a record in the list; of one that waits no longer the one that it had until somebody decided on it. */
async function placeOf(
  database: Queryable,
  kinds: readonly ConfirmedKind[],
  { agency }: Actor,
  id: string,
): Promise<Place | undefined> {
  const { rows } = await database.query<{ id: string; askedAtExactly: string | null }>(
    `select id, (select max(e.at) from register.event e where e.record = r.id and (${pending} or e.at < (
         select max(l.at) from register.event l where l.record = r.id)))::text as "askedAtExactly"
     from register.record r where id = $3 and kind = any($1::text[]) and ${isNear}`,
    [kinds, agency, id],
  );
  return rows.flatMap(({ askedAtExactly, ...row }) => (askedAtExactly === null ? [] : { ...row, askedAtExactly }))[0];
}

async function readBatch(
  database: Queryable,
  kinds: readonly ConfirmedKind[],
  { agency }: Actor,
  last: Place | undefined,
): Promise<readonly Row[]> {
  const { rows } = await database.query<Row>(
    `select *, "askedAt"::text as "askedAtExactly" from (
       select id, about, kind, agency, state, body, detail,
              (select max(e.at) from register.event e where e.record = r.id) as "askedAt"
       from register.record r
       where ${pending} and kind = any($1::text[]) and ${isNear}
     ) as waiting
     where $3::timestamptz is null or ("askedAt", id) > ($3::timestamptz, $4)
     order by "askedAt", id limit $5::int`,
    [kinds, agency, last?.askedAtExactly ?? null, last?.id ?? '', batch],
  );
  return rows;
}

async function aboutEach(database: Queryable, rows: readonly Row[]): Promise<ReadonlyMap<string, readonly Recorded[]>> {
  const children = [...new Set(rows.map((row) => row.about))];
  return new Map(await Promise.all(children.map(async (each) => [each, await recordsAbout(database, each)] as const)));
}
