import { sqlState, type Queryable } from '@trellis/platform';
import { appendEvents, lockForWriting } from './append.ts';
import type { RecordEvent } from './record-event.ts';
import { conditions, type ConditionContext } from './conditions.ts';
import { databaseInstant } from './database-instant.ts';
import type { Dependencies } from './dependencies.ts';
import { forbidden, RegisterError } from './error.ts';
import { idsOf } from './ids-of.ts';
import { liveRules } from './live-rules.ts';
import { grantsFor, type Mutation } from './permissions/mutation-table.ts';
import { madeAlready } from './made-already.ts';
import { isKind } from './record-kind.ts';
import { requireWithinBudget } from './require-within-budget.ts';
import { noticesFor } from './notices-for.ts';
import { recordsAbout } from './records-about.ts';
import type { Actor, Bodies, Detail, Recorded, RecordKind } from './records.ts';

/** The context of one command: its transaction, under its child's lock, and what stands there. */
export interface CommandContext extends ConditionContext {
  readonly tx: Queryable;
  /** Makes or changes a record; appended when the command is done. What this person made just so, and stands, is returned instead. */
  write<Kind extends RecordKind>(event: NewEvent<Kind>): Recorded<Kind>;
}

interface NewEvent<Kind extends RecordKind> {
  readonly act: string;
  readonly kind: Kind;
  readonly id: string;
  readonly body: Bodies[Kind];
  readonly detail?: Detail;
  readonly agency?: string | null;
  readonly state?: string | null;
  /** The subject of the event, where it is about something other than the child at hand. */
  readonly about?: string;
}

interface CommandScope {
  readonly mutation: Mutation;
  readonly about: string;
  readonly target?: string;
  readonly authority?: string;
  /** Other children that it touches. */
  readonly with?: readonly string[];
}

/** Acts that only take away, or open an emergency access: nobody who needs them is told to wait. */
const protective: ReadonlySet<Mutation> = new Set<Mutation>([
  'withdrawConsent',
  'suspendAuthority',
  'hideWhereabouts',
  'recordRelation',
  'recordHarmRefusal',
  'openEmergencyAccess',
  'closeEmergencyAccess',
]);

/**
 * Runs one command about one child: who asks is looked up in the permission table, the child is locked, the conditions are judged on what
 * stands under the lock, and its events are appended. Resolves after the commit: what it returns is binding everywhere.
 */
export async function runCommand<Result>(
  dependencies: Dependencies,
  actor: Actor,
  { mutation, about: asked, target: targetId, authority, with: others = [] }: CommandScope,
  run: (context: CommandContext) => Promise<Result> | Result,
): Promise<Result> {
  const grants = grantsFor(mutation, actor, dependencies.vocabulary);
  if (grants.length === 0) throw forbidden();
  const rules = await liveRules(dependencies);
  return retried(() =>
    dependencies.database.transaction(async (tx) => {
      const { kept: about, ids } = await idsOf(tx, asked);
      await lockForWriting(tx, [...ids, ...others]);
      const locked = await idsOf(tx, asked);
      if (locked.ids.join() !== ids.join()) throw new IdsMoved();
      const at = await databaseInstant(tx, dependencies.clock);
      const records = await recordsAbout(tx, about);
      const target = targetId === undefined ? undefined : records.find(({ id }) => id === targetId);
      const conditionContext: ConditionContext = { actor, at, rules, records, target, authority };
      const allowed = grants.some(({ when }) => when.every((name) => conditions[name](conditionContext)));
      if (!allowed || (targetId !== undefined && target === undefined)) throw forbidden();
      if (!protective.has(mutation)) await requireWithinBudget(tx, actor, about, at);
      const events: RecordEvent[] = [];
      const result = await run({
        ...conditionContext,
        tx,
        write({ act, kind, id, body, detail = {}, agency = null, state = null, about: elsewhere = about }) {
          const recorded = { id, about: elsewhere, kind, agency, state, body, detail };
          const isNew = elsewhere === about && !records.some((each) => each.id === id);
          const already = isNew ? madeAlready(records, recorded, at) : undefined;
          if (isKind(already, kind)) return already;
          events.push({ ...recorded, act });
          return recorded;
        },
      });
      const notices = noticesFor(conditionContext, events).filter((notice) => dependencies.mayTell(notice));
      await appendEvents(tx, at, actor, events, notices);
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
async function retried<Result>(run: () => Promise<Result>): Promise<Result> {
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
export async function runOnRecord<Kind extends RecordKind, Result>(
  dependencies: Dependencies,
  actor: Actor,
  mutation: Mutation,
  kind: Kind,
  id: string,
  run: (context: CommandContext, target: Recorded<Kind>) => Promise<Result> | Result,
  others: readonly string[] = [],
): Promise<Result> {
  if (grantsFor(mutation, actor, dependencies.vocabulary).length === 0) throw forbidden();
  const { rows } = await dependencies.database.query<{ about: string }>(
    'select about from register.record where id = $1 and kind = $2',
    [id, kind],
  );
  const [found] = rows;
  if (found === undefined) throw forbidden();
  return runCommand(dependencies, actor, { mutation, about: found.about, target: id, with: others }, (context) => {
    if (!isKind(context.target, kind)) throw forbidden();
    return run(context, context.target);
  });
}
