import type { Queryable } from '@trellis/platform';
import type { DisclosureEntry, LedgerRequester, WithholdingEntry } from './entry.ts';

/** What one request asked for of one child: what was given and what was not. */
export interface Question {
  readonly disclosure: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly requester: LedgerRequester;
  readonly purpose: string;
  readonly child: string;
  readonly ruleSet: number;
  readonly given: readonly string[];
  readonly withheld: readonly string[];
}

export interface QuestionQuery {
  /** Milliseconds since the epoch: those asked from then on. */
  readonly since: number;
  /** At most so many, the latest. */
  readonly most: number;
}

/** Real questions, latest first, to try a draft rule set on. Of children who were erased, none. What one agency told another is no question. */
export async function questions(database: Queryable, { since, most }: QuestionQuery): Promise<readonly Question[]> {
  const { rows } = await database.query<{ child: string; at: Date; given: string | null; withheld: string | null }>(
    `with latest as (
       select disclosure, child_hash, at, body from ledger.entry where at >= $1 order by entry.index desc limit $2),
     given as (select * from latest where body::jsonb->'flow' is null),
     withheld as (
       select disclosure, child_hash, at, body from ledger.withholding where at >= $1 order by withholding.id desc limit $2)
     select salt.child, coalesce(given.at, withheld.at) as at, given.body as given, withheld.body as withheld
     from given full join withheld using (disclosure, child_hash) join ledger.salt using (child_hash)
     order by at desc, disclosure, child limit $2`,
    [new Date(since).toISOString(), Math.max(0, Math.min(most, mostAtOnce))],
  );
  return rows.map(({ child, at, given, withheld }) => {
    const gave = given === null ? undefined : (JSON.parse(given) as DisclosureEntry);
    const kept = withheld === null ? undefined : (JSON.parse(withheld) as WithholdingEntry);
    const { disclosure, requester, purpose, ruleSet } = (gave ?? kept) as DisclosureEntry | WithholdingEntry;
    return {
      disclosure,
      at: at.getTime(),
      requester,
      purpose,
      child,
      ruleSet,
      given: gave === undefined ? [] : [...new Set([...gave.categories.FULL, ...gave.categories.SUMMARY])],
      withheld: kept?.categories ?? [],
    };
  });
}

const mostAtOnce = 100_000;

/** Removes what was withheld longer ago than it is kept; tells how many. The database refuses to remove anything younger. */
export async function forgetQuestions(database: Queryable): Promise<number> {
  const { rowCount } = await database.query(
    'delete from ledger.withholding where at < clock_timestamp() - ledger.questions_kept()',
  );
  return rowCount;
}
