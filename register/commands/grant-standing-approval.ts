import type { Day, Instant } from '@trellis/decision';
import { dayIn } from '@trellis/vocabulary';
import type { Dependencies } from '../dependencies.ts';
import { misfit } from '../error.ts';
import { readInput } from '../inputs.ts';
import { isCustodianOf } from '../is-custodian-of.ts';
import type { Actor, Recorded } from '../records.ts';
import { type CommandContext, runCommand } from '../run-command.ts';

/**
 * Proposes a protocol between agencies: what this custodian approves in advance, until its review date. It is in force once a second person,
 * of the custodian or of the network, has confirmed it. No protocol lasts longer than the live rules let any.
 */
export async function grantStandingApproval(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'standing-approval'>> {
  const { from, ...input } = readInput(dependencies.inputs.standingApproval, given);
  if (!isCustodianOf(dependencies.vocabulary, actor.agency, input.categories)) {
    throw misfit('categories', 'UNKNOWN_CODE', 'does not fit');
  }
  return runCommand(dependencies, actor, { mutation: 'grantStandingApproval', about: 'network' }, (context) => {
    requireBounded(context, input.reviewOn, from);
    const id = dependencies.newId();
    return context.write({
      act: 'PROPOSED',
      kind: 'standing-approval',
      id,
      agency: actor.agency,
      state: 'PROPOSED',
      body: { id, custodian: actor.agency, from, ...input, confirmed: false },
      detail: { by: actor.user },
    });
  });
}

const dayMs = 24 * 3_600_000;

/** Throws BAD_REQUEST where a protocol would last longer than any may, or not at all. */
function requireBounded({ rules, at }: CommandContext, reviewOn: Day, from: Instant): void {
  const { timeZone: zone, longestProtocolDays } = rules.ruleSet;
  const start = Math.max(from, at);
  if (reviewOn <= dayIn(zone, start)) throw misfit('reviewOn', 'WRONG_ORDER', 'must come after `from`');
  if (reviewOn > dayIn(zone, start + longestProtocolDays * dayMs)) {
    throw misfit('reviewOn', 'OUT_OF_RANGE', 'names a day after the longest period of a protocol');
  }
}
