import { conditions, type ConditionContext } from './conditions.ts';
import { forbidden } from './error.ts';
import { idsOf } from './ids-of.ts';
import { grantsFor, type Mutation } from './permissions/mutation-table.ts';
import { recordsAbout } from './records-about.ts';
import type { CommandContext } from './run-command.ts';

/** Another child that a command touches: the id under which its records lie, and those records. */
export interface OtherChild extends ConditionContext {
  readonly about: string;
}

/** The other children of a command. Whoever may not do it for one of them may do it for none. */
export async function alsoAllowed(
  context: CommandContext,
  mutation: Mutation,
  others: readonly string[],
): Promise<readonly OtherChild[]> {
  const { actor, at, rules, tx } = context;
  const grants = grantsFor(mutation, actor, rules.vocabulary);
  const found: OtherChild[] = [];
  for (const other of others) {
    const { kept: about } = await idsOf(tx, other);
    const child = { about, actor, at, rules, records: await recordsAbout(tx, about) };
    if (!grants.some(({ when }) => when.every((name) => conditions[name](child)))) throw forbidden();
    found.push(child);
  }
  return found;
}
