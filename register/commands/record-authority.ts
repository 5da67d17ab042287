import type { Authority } from '@trellis/decision';
import { isDayPeriodFrom } from '../days.ts';
import { decidesWith } from '../decides-with.ts';
import type { Dependencies } from '../dependencies.ts';
import { misfit } from '../error.ts';
import { readInput } from '../inputs.ts';
import { isByCourt } from '../is-by-court.ts';
import type { PendingChange } from '../pending-change.ts';
import { ofKind } from '../record-kind.ts';
import type { Actor, Recorded } from '../records.ts';
import { requireNotSuspended } from '../require-not-suspended.ts';
import { type CommandContext, runCommand } from '../run-command.ts';

/**
 * Proposes who may decide for this child, about what, from when to when. The kind must be one of the live rule set's. It is no fact until a
 * second person has confirmed it. It decides jointly with those of its rank that stand, unless a court order that is named says otherwise.
 */
export async function recordAuthority(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'authority'>> {
  const input = readInput(dependencies.inputs.authority, given);
  if (!isDayPeriodFrom(input.from, input.to ?? null)) {
    throw misfit('to', 'WRONG_ORDER', 'must come after `from`');
  }
  return runCommand(dependencies, actor, { mutation: 'recordAuthority', about: input.child }, (context) => {
    if (!context.rules.authorityKinds.has(input.kind)) throw misfit('kind', 'UNKNOWN_CODE', 'does not fit');
    const unknown = (input.domains ?? []).some((domain) => !context.rules.domains.has(domain));
    if (unknown) throw misfit('domains', 'UNKNOWN_CODE', 'does not fit');
    requireNotSuspended(context, input.holder, { proposer: actor.agency, order: input.order });
    const id = dependencies.newId();
    const proposed: Authority = {
      id,
      holder: input.holder,
      kind: input.kind,
      domains: input.domains ?? null,
      jointWith: [],
      from: input.from,
      to: input.to ?? null,
      suspended: false,
    };
    const pending: PendingChange = { act: 'RECORD', by: actor.user, byAgency: actor.agency };
    return context.write({
      act: 'PROPOSED',
      kind: 'authority',
      id,
      state: 'PROPOSED',
      body: {
        ...proposed,
        jointWith: partnersFor(context, input, proposed),
        confirmed: false,
      },
      detail: { recordedBy: actor.user, recordedByAgency: actor.agency, order: input.order ?? null, pending },
    });
  });
}

interface AuthorityInput {
  readonly jointWith?: readonly string[] | null | undefined;
  readonly order?: string | null | undefined;
}

/** Whom a new authority decides with: those named, and those that the register joins it with, unless an order in force says otherwise. */
function partnersFor(
  context: CommandContext,
  { jointWith, order }: AuthorityInput,
  proposed: Authority,
): readonly string[] {
  const standing = ofKind(context.records, 'authority').filter(({ body }) => body.confirmed !== false);
  const known = new Set(standing.map(({ id }) => id));
  const named = jointWith ?? [];
  if (named.some((id) => !known.has(id))) throw misfit('jointWith', 'MALFORMED', 'does not fit');
  if (order != null) {
    const court = ofKind(context.records, 'order').find((each) => each.id === order && isByCourt(each));
    const stands = court?.body.confirmed === true && court.state !== 'UNCONFIRMED' && court.state !== 'ENDED';
    if (!stands) throw misfit('order', 'MALFORMED', 'does not fit');
    return named;
  }
  return [...new Set([...named, ...decidesWith(context, proposed, standing)])];
}
