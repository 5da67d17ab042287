import type { ChildFacts, CompiledRules, Instant, NetworkFacts } from '@trellis/decision';
import { childFactsOf, networkFactsOf, type StoredBody } from './facts-of.ts';
import { databaseInstant } from './database-instant.ts';
import type { Dependencies } from './dependencies.ts';
import { idsOf } from './ids-of.ts';
import type { Queryable } from '@trellis/platform';
import { misfit } from './error.ts';
import { liveAt } from './network-reader.ts';
import type { Linkage, RulePublication, Recorded, RecordKind } from './records.ts';

/** A rule set with its text. */
export type RuleSetWithText = Recorded<'rule-set'> & { readonly yaml: string };

/** The facts and rules as they stood at a past moment, by which can be decided for it. */
export interface PastReading {
  readonly now: Instant;
  readonly network: NetworkFacts;
  readonly rules: CompiledRules;
  readonly facts: ChildFacts;
}

/** The questions that people ask of the register. Who may see the answer is decided by its labels, at the gateway, or by its subgraph. */
export function registerQueries(dependencies: Dependencies) {
  const { database } = dependencies;
  const columns = 'id, about, kind, agency, state, body, detail';

  return {
    /** All ids of one child, its own first: what was told under any of them was told of this child. */
    async idsOf(child: string): Promise<readonly string[]> {
      const { ids } = await idsOf(database, child);
      return [child, ...ids.filter((each) => each !== child)];
    },

    /** Every record of these kinds about these children, by the id that was asked for. */
    async recordsOf<Kind extends RecordKind>(
      children: readonly string[],
      kinds: readonly Kind[],
    ): Promise<readonly Recorded<Kind>[]> {
      const { rows } = await database.query<Recorded<Kind>>(
        `select asked.child as about, r.id, r.kind, r.agency, r.state, r.body, r.detail
         from unnest($1::text[]) as asked(child) left join register.merged m using (child)
         join register.record r on r.about = coalesce(m.into_child, asked.child)
         where r.kind = any($2::text[]) order by asked.child, r.id`,
        [children, kinds],
      );
      return rows;
    },

    /** The requests in a custodian's inbox: those that wait first, the earliest first; then those that were decided, the latest first. */
    async approvalsFor(custodian: string, state?: string | null): Promise<readonly Recorded<'approval'>[]> {
      const { rows } = await database.query<Recorded<'approval'>>(
        `select ${columns} from register.record
         where kind = 'approval' and agency = $1 and ($2::text is null or state = $2)
         order by state <> 'PENDING', -coalesce((detail->>'decidedAt')::float8, 0), (detail->>'requestedAt')::float8, id`,
        [custodian, state ?? null],
      );
      return rows;
    },

    /** The approvals that a custodian gave in advance, withdrawn or not; of every custodian for the network's officers (`null`). */
    async protocolsOf(custodian: string | null): Promise<readonly Recorded<'standing-approval'>[]> {
      const { rows } = await database.query<Recorded<'standing-approval'>>(
        `select ${columns} from register.record where about = 'network' and kind = 'standing-approval' and ($1::text is null or agency = $1) order by id`,
        [custodian],
      );
      return rows;
    },

    /** The emergency accesses of one agency's users, or of all for the network's officers (`null`). */
    async emergencyAccesses(
      agency: string | null,
      reviewed?: boolean | null,
    ): Promise<readonly Recorded<'emergency'>[]> {
      const { rows } = await database.query<Recorded<'emergency'>>(
        `select ${columns} from register.record
         where kind = 'emergency' and ($1::text is null or agency = $1) and ($2::bool is null or (state = 'REVIEWED') = $2)
         order by (body->>'openedAt')::float8, id`,
        [agency, reviewed ?? null],
      );
      return rows;
    },

    /** The children a worker is assigned to, now. */
    async caseload(agency: string, user: string): Promise<readonly string[]> {
      const { rows } = await database.query<{ about: string }>(
        `select distinct about from register.record
         where kind = 'involvement' and agency = $1 and state = 'OPEN' and body->'assigned' ? $2 order by about`,
        [agency, user],
      );
      return rows.map(({ about }) => about);
    },

    /** The children for whom somebody holds an authority that is not suspended; whether it counts now is the engine's to say. */
    async childrenOf(holder: string): Promise<readonly string[]> {
      const { rows } = await database.query<{ about: string }>(
        `select distinct about from register.record
         where kind = 'authority' and body->>'holder' = $1 and not (body->>'suspended')::bool order by about`,
        [holder],
      );
      return rows.map(({ about }) => about);
    },

    /** One rule set, or the live one. Undefined where there is none of that number. */
    async ruleSet(number?: number | null): Promise<RuleSetWithText | undefined> {
      const wanted =
        number ??
        (await dependencies.network.read(await databaseInstant(database, dependencies.clock))).network.ruleSet;
      const { rows } = await database.query<RuleSetWithText>(
        `select ${columns}, yaml from register.record join register.rule_set_text on id = 'rule-set:' || number where number = $1`,
        [wanted],
      );
      return rows[0];
    },

    /** One rule set made ready to decide with, for what-if and impact. */
    compiledRules: (number: number): Promise<CompiledRules> => dependencies.network.compiled(number),

    /** The facts and rules that stood at a past moment, from the events alone: "what could they see on 3 March?" */
    async readAt(asked: string, at: Instant): Promise<PastReading> {
      const child = await keptIdThen(database, asked, at);
      const { rows } = await database.query<{ about: string; last: number; kind: RecordKind; body: unknown }>(
        `select distinct on (record) about, kind, body,
                (select coalesce(max(version), 0)::int from register.event earlier where earlier.about = event.about and earlier.at <= $2) as last
         from register.event where about in ($1, 'network') and at <= $2::timestamptz
         order by record, version desc, ordinal desc`,
        [child, new Date(at)],
      );
      const of = (about: string): StoredBody[] => rows.filter((row) => row.about === about && row.body !== null);
      const version = (about: string): number => rows.find((row) => row.about === about)?.last ?? 0;
      const publications = of('network').flatMap(({ kind, body }) =>
        kind === 'publication' ? [body as RulePublication] : [],
      );
      const live = liveAt(publications, at);
      if (live === undefined) throw misfit('at', 'OUT_OF_RANGE', 'comes before the first rule set was live');
      return {
        now: at,
        network: networkFactsOf(version('network'), live, of('network')),
        rules: await dependencies.network.compiled(live),
        facts: childFactsOf(
          asked,
          version(child),
          of(child).filter(({ kind }) => kind !== 'statement'),
        ),
      };
    },
  };
}

/** The id under which a child's records lay at a past moment. */
async function keptIdThen(database: Queryable, child: string, at: Instant): Promise<string> {
  const { rows } = await database.query<{ body: Linkage | null }>(
    `select body from register.event where kind = 'linkage' and state = 'DONE' and body->>'other' = $1 and at <= $2::timestamptz
     order by at desc, version desc limit 1`,
    [child, new Date(at)],
  );
  const last = rows[0]?.body;
  return last?.act === 'MERGE' ? last.kept : child;
}
