import { dayIn } from '@trellis/vocabulary';
import { isReadable, permittedScope, withheldScope, type Asked } from './asked.ts';
import { include, noBits } from './bits.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { Bits, Question } from './decision.ts';
import type { ApprovalSource, FactSource } from './fact-source.ts';
import { openApprovals } from './open-approvals.ts';
import type { ChildFacts, EmergencyAccess, Instant, NetworkFacts, Order } from './facts.ts';
import { involvementMask, type InvolvementMask } from './involvement-mask.ts';
import { isWithin, mayBeWithin } from './period.ts';
import { readConsents } from './read-consents.ts';
import { conditionFacts, type ConditionFacts } from './rule-conditions.ts';
import type { RuleMasks } from './recipient-rules.ts';
import { safetyRulesFor, type HeldSafetyRule } from './safety/withheld-from-family.ts';
import { weighConsents, type WeighedConsents } from './weigh-consents.ts';

/** All that rules and facts come to for one child and question: what the expression and the ladder are made of. */
export interface CompiledChild {
  readonly masks: RuleMasks;
  readonly involvement: InvolvementMask;
  readonly conditions: ConditionFacts;
  /** The rules as if conditions were met: what the requester may learn of routes. */
  readonly routeMasks: RuleMasks;
  /** True where it is asked for as an emergency that is not open: only duties, orders and approvals of this request then open anything. */
  readonly closed: boolean;
  readonly forbidden: Bits;
  readonly ordered: Bits;
  readonly approved: Bits;
  readonly open: boolean;
  readonly consents: WeighedConsents;
  readonly forbidding: readonly FactSource[];
  readonly ordering: readonly FactSource[];
  readonly approving: readonly ApprovalSource[];
  /** The emergency accesses that are open. */
  readonly emergencies: readonly string[];
  /** The pack's safety rules that withhold something from a family member. */
  readonly safety: readonly HeldSafetyRule[];
}

/** Compiles a child's facts for a question; undefined where the requester or purpose is unknown, or is no family of this child. */
export function compileChild(
  rules: CompiledRules,
  network: NetworkFacts,
  facts: ChildFacts,
  question: Question,
): CompiledChild | undefined {
  const { requester, purpose, now } = question;
  const { vocabulary, domains, involvementBit } = rules;
  const recipientRules = rules.rulesFor(requester, purpose);
  if (!recipientRules) return undefined;
  const asked: Asked = { requester, purpose, vocabulary, domains };
  const readable = readConsents(rules, facts, question, asked);
  const day = dayIn(rules.ruleSet.timeZone, now);
  const conditions = conditionFacts(rules, facts, asked, { day, now });
  if (!conditions) return undefined;

  const involvement = involvementMask(facts.involvements, requester, now, involvementBit);
  const masks = recipientRules.masks(involvement, conditions);
  const forbidding = facts.orders
    .filter((order) => order.confirmed && order.decision !== 'PERMIT' && mayBeWithin(order, now))
    .map((order) => ({ id: order.id, bits: withheldScope(scopeOf(order), asked) }));
  const ordering = facts.orders
    .filter((order) => order.confirmed && order.decision === 'PERMIT' && isWithin(order, now))
    .filter((order) => isReadable(scopeOf(order), asked))
    .map((order) => ({ id: order.id, bits: permittedScope(scopeOf(order), asked) }));
  const emergencies = facts.emergencies.filter(
    (each) => each.agency === requester.agency && each.user === requester.user && isOpen(each, now),
  );
  const closed = rules.emergencyPurposes.has(purpose) && emergencies.length === 0;
  const approving = openApprovals(rules, network, facts, asked, now, involvement.agency).filter(
    ({ kind }) => !closed || kind === 'APPROVAL',
  );
  const total = (sources: readonly FactSource[]) => {
    const bits = noBits(vocabulary);
    for (const source of sources) include(bits, source.bits);
    return bits;
  };
  return {
    masks,
    involvement,
    conditions,
    routeMasks: recipientRules.routeMasks(involvement),
    closed,
    forbidden: total(forbidding),
    ordered: total(ordering),
    approved: total(approving),
    open: emergencies.length > 0,
    consents: weighConsents(readable, masks, vocabulary),
    forbidding,
    ordering,
    approving,
    emergencies: emergencies.map(({ id }) => id),
    safety: safetyRulesFor(rules, facts, question),
  };
}

/** An order's null purposes are every purpose. */
function scopeOf({ recipients, purposes, categories }: Order) {
  return { recipients, purposes: purposes ?? undefined, categories };
}

/** Checks whether an emergency access is open: in its time box, and not closed before its end. */
function isOpen({ openedAt, until, closedAt }: EmergencyAccess, now: Instant): boolean {
  return isWithin({ from: openedAt, to: until }, now) && (closedAt === null || now < closedAt);
}
