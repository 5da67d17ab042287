import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { isByCourt } from '../is-by-court.ts';
import { ofKind } from '../record-kind.ts';
import type { Actor, Recorded } from '../records.ts';
import { type CommandContext, runOnRecord } from '../run-command.ts';

/**
 * Suspends an authority, as of an alleged perpetrator's. It binds at once. A child's own authority is suspended by a court alone: the order
 * must be named, and have been confirmed.
 */
export async function suspendAuthority(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
  { order }: { readonly order?: string | null | undefined } = {},
): Promise<Recorded<'authority'>> {
  const why = readInput(dependencies.inputs.reason, reason);
  return runOnRecord(dependencies, actor, 'suspendAuthority', 'authority', id, (context, target) => {
    if (target.body.suspended) return target;
    if (isChildsOwn(context, target) && !isOrdered(context, order)) {
      throw new RegisterError(
        'CONFLICT',
        "a child's own authority is suspended by a court order alone: name it as `order`",
      );
    }
    return context.write({
      ...target,
      act: 'SUSPENDED',
      body: { ...target.body, suspended: true },
      detail: { ...target.detail, suspendedFor: why, suspendedBy: actor.user, suspendedByAgency: actor.agency },
    });
  });
}

/** One of a kind that the rules do not know counts as the child's. */
function isChildsOwn({ rules }: CommandContext, { body }: Recorded<'authority'>): boolean {
  return rules.authorityKinds.get(body.kind)?.self !== false;
}

function isOrdered({ records }: CommandContext, order: string | null | undefined): boolean {
  return ofKind(records, 'order').some((each) => each.id === order && each.state === 'CONFIRMED' && isByCourt(each));
}
