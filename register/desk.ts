import type { CompiledRules, Instant } from '@trellis/decision';
import { sqlState, type Clock, type Database, type Queryable } from '@trellis/platform';
import type { Vocabulary } from '@trellis/vocabulary';
import { append, lockForWriting, type Happening } from './append.ts';
import { conditions, isKind, type Circumstances } from './conditions.ts';
import { forbidden, RegisterError } from './error.ts';
import type { Inputs } from './inputs.ts';
import type { NetworkReader } from './network-reader.ts';
import { grantsFor, type Mutation } from './permissions.ts';
import type { Actor, Bodies, Detail, Recorded, RecordKind } from './records.ts';

/** What every command works with. */
export interface Tools {
  readonly database: Database;
  readonly vocabulary: Vocabulary;
  readonly inputs: Inputs;
  readonly network: NetworkReader;
  /** Only in development, where the clock may stand still. */
  readonly clock: Clock | undefined;
  readonly newId: () => string;
  /** How long an emergency access stays open. */
  readonly emergencyMs: number;
}

/** One command at work, in its transaction, under its child's lock. */
export interface Work extends Circumstances {
  readonly tx: Queryable;
  /** Makes or changes a record; appended when the command is done. */
  happen<Kind extends RecordKind>(happening: NewHappening<Kind>): Recorded<Kind>;
}

export interface NewHappening<Kind extends RecordKind> {
  readonly act: string;
  readonly kind: Kind;
  readonly id: string;
  readonly body: Bodies[Kind];
  readonly detail?: Detail;
  readonly agency?: string | null;
  readonly state?: string | null;
  /** Where it is about something other than the child at hand. */
  readonly about?: string;
}

interface Act {
  readonly mutation: Mutation;
  readonly about: string;
  readonly target?: string;
  readonly authority?: string;
  /** Other children that it touches. */
  readonly with?: readonly string[];
}

/**
 * Runs one command about one child: who asks is looked up in the permission table, the child is locked, the conditions are judged on what
 * stands under the lock, and what happened is appended. Resolves after the commit: what it returns is binding everywhere.
 */
export async function onRecordsOf<Result>(
  tools: Tools,
  actor: Actor,
  { mutation, about: asked, target: targetId, authority, with: others = [] }: Act,
  run: (work: Work) => Promise<Result> | Result,
): Promise<Result> {
  const grants = grantsFor(mutation, actor, tools.vocabulary);
  if (grants.length === 0) throw forbidden();
  const rules = await liveRules(tools);
  return again(() =>
    tools.database.transaction(async (tx) => {
      const { kept: about, ids } = await idsOf(tx, asked);
      await lockForWriting(tx, [...ids, ...others]);
      const locked = await idsOf(tx, asked);
      if (locked.ids.join() !== ids.join()) throw new IdsMoved();
      const at = await instant(tx, tools.clock);
      const records = await recordsAbout(tx, about);
      const target = targetId === undefined ? undefined : records.find(({ id }) => id === targetId);
      const circumstances: Circumstances = { actor, at, rules, records, target, authority };
      const allowed = grants.some(({ when }) => when.every((name) => conditions[name](circumstances)));
      if (!allowed || (targetId !== undefined && target === undefined)) throw forbidden();
      const happenings: Happening[] = [];
      const result = await run({
        ...circumstances,
        tx,
        happen({ act, kind, id, body, detail = {}, agency = null, state = null, about: elsewhere = about }) {
          const recorded = { id, about: elsewhere, kind, agency, state, body, detail };
          happenings.push({ ...recorded, act });
          return recorded;
        },
      });
      await append(tx, at, actor, happenings);
      return result;
    }),
  );
}

/** The child was merged or split between being looked up and being locked: nothing was done, and it is looked up again. */
class IdsMoved extends RegisterError {
  constructor() {
    super('CONFLICT', 'the ids of this child changed meanwhile');
  }
}

const mostAttempts = 3;
const deadlock = '40P01';

/** A transaction that was rolled back because of others, and not because of what it does, runs anew. */
async function again<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const isOthers = error instanceof IdsMoved || sqlState(error) === deadlock;
      if (!isOthers || attempt === mostAttempts) throw error;
    }
  }
}

/** The same for a command that names a record: what the record is about is looked up first. */
export async function onRecord<Kind extends RecordKind, Result>(
  tools: Tools,
  actor: Actor,
  mutation: Mutation,
  kind: Kind,
  id: string,
  run: (work: Work, target: Recorded<Kind>) => Promise<Result> | Result,
  others: readonly string[] = [],
): Promise<Result> {
  if (grantsFor(mutation, actor, tools.vocabulary).length === 0) throw forbidden();
  const { rows } = await tools.database.query<{ about: string }>(
    'select about from register.record where id = $1 and kind = $2',
    [id, kind],
  );
  const [found] = rows;
  if (found === undefined) throw forbidden();
  return onRecordsOf(tools, actor, { mutation, about: found.about, target: id, with: others }, (work) => {
    if (!isKind(work.target, kind)) throw forbidden();
    return run(work, work.target);
  });
}

/** The id under which a child's records lie, which is its own unless it was merged into another, and every id that is read through it. */
export async function idsOf(
  tx: Queryable,
  child: string,
): Promise<{ readonly kept: string; readonly ids: readonly string[] }> {
  const { rows } = await tx.query<{ kept: string; child: string | null }>(
    `select kept, merged.child from (select coalesce((select into_child from register.merged where child = $1), $1) as kept) k
     left join register.merged on into_child = kept order by merged.child`,
    [child],
  );
  const kept = rows[0]?.kept ?? child;
  return { kept, ids: [kept, ...rows.flatMap((row) => row.child ?? [])] };
}

export async function recordsAbout(tx: Queryable, about: string): Promise<readonly Recorded[]> {
  const { rows } = await tx.query<Recorded>(
    'select id, about, kind, agency, state, body, detail from register.record where about = $1 order by id',
    [about],
  );
  return rows;
}

/** The database's moment, to the millisecond; development may stop the clock. */
export async function instant(tx: Queryable, clock: Clock | undefined): Promise<Instant> {
  if (clock !== undefined) return clock.now();
  const { rows } = await tx.query<{ now: number }>(
    'select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now',
    [],
  );
  const [row] = rows;
  if (row === undefined) throw new RegisterError('REGISTER_UNAVAILABLE', 'the database did not tell the time');
  return row.now;
}

export async function liveRules({ network, clock, database }: Tools): Promise<CompiledRules> {
  const { rules } = await network.read(clock?.now() ?? (await instant(database, undefined)));
  return rules;
}
