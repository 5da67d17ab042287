import { conditions, type ConditionContext } from './conditions.ts';
import { databaseInstant } from './database-instant.ts';
import type { Dependencies } from './dependencies.ts';
import { liveRules } from './live-rules.ts';
import { grantsFor, type Mutation } from './permissions/mutation-table.ts';
import { recordsAbout } from './records-about.ts';
import type { Actor, Recorded, RecordKind } from './records.ts';

/** The kinds of record that a second person confirms, and by which mutation. */
const confirmedBy = {
  authority: 'confirmAuthority',
  order: 'confirmOrder',
  relation: 'confirmRelation',
  'harm-refusal': 'confirmHarmRefusal',
  consent: 'attestConsent',
  'standing-approval': 'confirmStandingApproval',
  linkage: 'confirmLinkage',
  erasure: 'confirmErasure',
  'rule-set': 'approveRules',
} as const satisfies Partial<Record<RecordKind, Mutation>>;

export type ConfirmedKind = keyof typeof confirmedBy;

/** A record that waits for a second person, and when the first one acted. */
export type Waiting = Recorded<ConfirmedKind> & { readonly askedAt: Date };

/** A query must say the same condition for the index of pending records to serve it: see the migration. */
const pending = `((kind in ('authority', 'order', 'relation', 'harm-refusal') and detail ? 'pending') or (kind = 'order' and state = 'UNCONFIRMED')
  or (kind = 'consent' and state = 'PROPOSED') or (kind = 'standing-approval' and state = 'PROPOSED')
  or (kind = 'linkage' and state = 'PROPOSED') or (kind = 'erasure' and state = 'REQUESTED') or (kind = 'rule-set' and state = 'DRAFT'))`;

/**
 * The records that another person asked for and this one may confirm, the earliest first, as the permission table and its conditions say at this
 * moment. The caller judges whether this one may also read the record.
 */
export async function confirmations(
  dependencies: Dependencies,
  actor: Actor,
  most: number,
): Promise<readonly Waiting[]> {
  const { database, vocabulary, clock } = dependencies;
  const grants = new Map(
    (Object.keys(confirmedBy) as ConfirmedKind[]).map((kind) => [
      kind,
      grantsFor(confirmedBy[kind], actor, vocabulary),
    ]),
  );
  const kinds = [...grants].filter(([, granted]) => granted.length > 0).map(([kind]) => kind);
  const { rows } = await database.query<Waiting>(
    `select id, about, kind, agency, state, body, detail,
            (select max(e.at) from register.event e where e.record = r.id) as "askedAt"
     from register.record r
     where ${pending} and kind = any($1::text[])
       and ($2 = 'network' or agency = $2 or exists (
         select 1 from register.record i where i.about = r.about and i.kind = 'involvement' and i.state = 'OPEN' and i.agency = $2))
     order by "askedAt", id limit $3::int`,
    [kinds, actor.agency, most],
  );
  const rules = await liveRules(dependencies);
  const at = await databaseInstant(database, clock);
  const about = new Map(
    await Promise.all(
      [...new Set(rows.map((row) => row.about))].map(
        async (each) => [each, await recordsAbout(database, each)] as const,
      ),
    ),
  );
  return rows.filter((target) => {
    const context: ConditionContext = { actor, at, rules, records: about.get(target.about) ?? [], target };
    return grants.get(target.kind)?.some(({ when }) => when.every((name) => conditions[name](context))) === true;
  });
}
