import { isReadable, permittedScope, type Asked } from './asked.ts';
import { intersect, noBits } from './bits.ts';
import type { ApprovalSource } from './fact-source.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { Bits } from './decision.ts';
import type { Approval, ChildFacts, Instant, NetworkFacts, StandingApproval } from './facts.ts';
import { involvementBitOf } from './involvement-mask.ts';
import { isDay, localDay } from '@trellis/vocabulary';

/** The approvals that hold for who asks now: this user's own for this child, and protocols whose involvement its agency has. */
export function openApprovals(
  rules: CompiledRules,
  network: NetworkFacts,
  facts: ChildFacts,
  asked: Asked,
  now: Instant,
  agencyInvolvement: number,
): readonly ApprovalSource[] {
  const { day } = localDay(rules.ruleSet.timeZone, now);
  return [
    ...facts.approvals
      .filter((approval) => isOpen(approval, asked, now))
      .map((each) => ({
        kind: 'APPROVAL' as const,
        id: each.id,
        bits: approvedBy(each, [each.purpose], rules, asked),
      })),
    ...network.standingApprovals
      .filter(({ from, reviewOn }) => from <= now && isDay(reviewOn) && day < reviewOn)
      .filter(({ involvement }) => (involvementBitOf(rules.involvementBit, involvement) & agencyInvolvement) !== 0)
      .map((each) => ({
        kind: 'STANDING_APPROVAL' as const,
        id: each.id,
        bits: approvedBy(each, each.purposes, rules, asked),
      })),
  ];
}

/** An approval is for one user: one that names none is nobody's. */
function isOpen({ state, until, recipient }: Approval, { requester }: Asked, now: Instant): boolean {
  return state === 'APPROVED' && until !== null && now < until && recipient.user === requester.user;
}

/** The part of the custodian's own categories that an approval covers; none, where a code in it is unknown. */
function approvedBy(
  { custodian, recipient, categories }: Approval | StandingApproval,
  purposes: readonly string[],
  rules: CompiledRules,
  asked: Asked,
): Bits {
  const scope = { recipients: [recipient], purposes, categories };
  const own = rules.approvable.get(custodian);
  if (!own || !isReadable(scope, asked)) return noBits(rules.vocabulary);
  return intersect(permittedScope(scope, asked), own);
}
