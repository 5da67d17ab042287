import type { ChildFacts, CompiledRules, Instant, NetworkFacts } from '@trellis/decision';
import { codesOf, decide } from '@trellis/decision';
import type { Actor } from '@trellis/register';
import type { Extent } from '@trellis/register';

/** The state that a decision rests on, at a moment. */
export interface Standing {
  readonly rules: CompiledRules;
  readonly network: NetworkFacts;
  readonly facts: ChildFacts;
  readonly now: Instant;
}

/**
 * The facts about a child as an officer may know them. That an agency works with a child is a fact about the child: whether its people
 * could read something tells it, so another agency's involvement counts only where the officer may be told of it.
 */
export function knownTo(actor: Actor, extent: Extent, { rules, network, facts, now }: Standing): ChildFacts {
  if (extent === 'ALL') return facts;
  const { yes } = decide(rules, network, facts, { requester: actor, purpose: actor.purpose, now });
  const readable = new Set(codesOf(rules.vocabulary, yes.SUMMARY));
  const isKnown = (agency: string): boolean => agency === actor.agency || readable.has(`${agency}.involvement`);
  return {
    ...facts,
    involvements: facts.involvements.filter(({ agency }) => isKnown(agency)),
    emergencies: facts.emergencies.filter(({ agency }) => isKnown(agency)),
    // What another custodian approved is between it and whom it approved.
    approvals: facts.approvals.filter(
      ({ custodian, recipient }) => custodian === actor.agency || isKnown(recipient.agency),
    ),
  };
}
