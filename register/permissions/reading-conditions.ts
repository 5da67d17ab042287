import {
  heldAuthorities,
  isHeldBy,
  openInvolvements,
  type ChildFacts,
  type CompiledRules,
  type Instant,
} from '@trellis/decision';
import type { Requester } from '@trellis/vocabulary';
import type { ReadingCondition } from './grant.ts';

/** Facts about one child at one instant, under the rules then live. */
export interface ChildStanding {
  readonly rules: CompiledRules;
  readonly facts: ChildFacts;
  readonly now: Instant;
}

type Condition = (standing: ChildStanding, requester: Pick<Requester, 'agency' | 'role' | 'user'>) => boolean;

/** The conditions that reading and acting share, each decided here alone. */
export const readingConditions: Readonly<Record<ReadingCondition, Condition>> = {
  'holds-an-authority': ({ rules, facts, now }, requester) =>
    heldAuthorities(rules, facts, now).some((held) => isHeldBy(held, requester)),
  'agency-is-involved': ({ facts, now }, { agency }) => openInvolvements(facts, agency, now).length > 0,
  'is-assigned': ({ facts, now }, { agency, user }) =>
    openInvolvements(facts, agency, now).some(({ assigned }) => assigned.includes(user)),
};
