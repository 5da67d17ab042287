import type { Queryable } from '@trellis/platform';
import type { DisclosureEntry, LedgerRequester, WithholdingEntry } from './entry.ts';

/** The categories that one request asked for of one child for one of its purposes: those that were given and those that were not. */
export interface QuestionAsked {
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
  /** Milliseconds since the epoch; half-open. */
  readonly from: number;
  readonly to?: number | undefined;
  /** At most so many entries and so many withholdings are looked at, the latest. */
  readonly most: number;
}

export interface Questions {
  readonly questions: readonly QuestionAsked[];
  /** True where these are all of that time. */
  readonly complete: boolean;
}

interface Row {
  readonly complete: boolean;
  readonly child: string | null;
  readonly at: Date;
  readonly given: string | null;
  readonly withheld: string | null;
}

/** Real questions, latest first, to try a draft rule set on. Of children who were erased, none. What one agency told another is no question. */
export async function questions(database: Queryable, { from, to, most }: QuestionQuery): Promise<Questions> {
  const { rows } = await database.query<Row>(
    `with latest as (
       select disclosure, child_hash, at, body, body::jsonb->>'purpose' as purpose from ledger.entry
       where at >= $1 and at < $2 order by at desc, entry.index desc limit $3),
     given as (select * from latest where body::jsonb->'flow' is null),
     withheld as (
       select disclosure, child_hash, at, body, body::jsonb->>'purpose' as purpose from ledger.withholding
       where at >= $1 and at < $2 order by withholding.id desc limit $3),
     asked as (
       select salt.child, coalesce(given.at, withheld.at) as at, given.body as given, withheld.body as withheld,
              coalesce(given.disclosure, withheld.disclosure) as disclosure
       from given full join withheld using (disclosure, child_hash, purpose) join ledger.salt using (child_hash))
     select asked.*, (select count(*) < $3 from latest) and (select count(*) < $3 from withheld) as complete
     from (values (1)) as one left join asked on true
     order by asked.at desc, asked.disclosure, asked.child`,
    [new Date(from).toISOString(), to === undefined ? 'infinity' : new Date(to).toISOString(), Math.max(1, most)],
  );
  return {
    // A search that found nobody to ask about has no categories.
    questions: rows
      .flatMap((row) => (row.child === null ? [] : [questionOf(row, row.child)]))
      .filter(({ given, withheld }) => given.length + withheld.length > 0),
    complete: rows[0]?.complete === true,
  };
}

function questionOf({ at, given, withheld }: Row, child: string): QuestionAsked {
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
}

/** Removes what was withheld longer ago than it is kept; tells how many. The database refuses to remove anything younger. */
export async function forgetQuestions(database: Queryable): Promise<number> {
  const { rowCount } = await database.query(
    'delete from ledger.withholding where at < now() - ledger.questions_kept()',
  );
  return rowCount;
}
