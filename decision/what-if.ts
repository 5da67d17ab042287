import type { CompiledRules } from './compile-rules.ts';
import { decide } from './decide.ts';
import type { Decision, Question } from './decision.ts';
import { difference, type Difference } from './difference.ts';
import type { ChildFacts, NetworkFacts } from './facts.ts';

/** A supposition: other rules, or facts added to the child's own; a fact with an id it already has takes that one's place. */
export interface Supposition {
  readonly rules?: CompiledRules;
  readonly facts?: Partial<Omit<ChildFacts, 'child' | 'version'>>;
}

export interface WhatIf {
  readonly before: Decision;
  readonly after: Decision;
  readonly difference: Difference;
}

/** Decides as things are, and as they would be: under draft rules, or with a hypothetical consent. Nothing is recorded. */
export function whatIf(
  rules: CompiledRules,
  network: NetworkFacts,
  facts: ChildFacts,
  question: Question,
  supposed: Supposition,
): WhatIf {
  const before = decide(rules, network, facts, question);
  const after = decide(supposed.rules ?? rules, network, suppose(facts, supposed.facts ?? {}), question);
  return { before, after, difference: difference(rules, before, after) };
}

function suppose(facts: ChildFacts, more: NonNullable<Supposition['facts']>): ChildFacts {
  const join = <Fact extends { readonly id: string }>(own: readonly Fact[], added: readonly Fact[] = []) => [
    ...own.filter(({ id }) => !added.some((each) => each.id === id)),
    ...added,
  ];
  return {
    ...facts,
    birthDate: more.birthDate === undefined ? facts.birthDate : more.birthDate,
    consents: join(facts.consents, more.consents),
    authorities: join(facts.authorities, more.authorities),
    orders: join(facts.orders, more.orders),
    involvements: join(facts.involvements, more.involvements),
    approvals: join(facts.approvals, more.approvals),
    emergencies: join(facts.emergencies, more.emergencies),
    relations: join(facts.relations ?? [], more.relations),
    harmRefusals: join(facts.harmRefusals ?? [], more.harmRefusals),
  };
}
