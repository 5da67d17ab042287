import type { Level } from '@trellis/vocabulary';
import { hasBit } from './bits.ts';
import type { CompiledRules } from './compile-rules.ts';
import { decide } from './decide.ts';
import type { Ground, Question, Route } from './decision.ts';
import type { ChildFacts, NetworkFacts } from './facts.ts';

/** One category of a child as one requester has it: at which level and on which grounds, or by which routes it could. */
export interface SeenCategory {
  readonly category: string;
  readonly level: Level | null;
  readonly grounds: readonly Ground[];
  readonly routes: readonly Route[];
}

/** Every category of the vocabulary, as this requester has it for this child now. */
export function whatCanSee(
  rules: CompiledRules,
  network: NetworkFacts,
  facts: ChildFacts,
  question: Question,
): readonly SeenCategory[] {
  const decision = decide(rules, network, facts, question);
  return rules.vocabulary.categories.map(({ code }, bit) => {
    const level = hasBit(decision.yes.FULL, bit) ? 'FULL' : hasBit(decision.yes.SUMMARY, bit) ? 'SUMMARY' : null;
    return {
      category: code,
      level,
      grounds: level ? decision.grounds(bit, level) : [],
      routes: level === 'FULL' ? [] : decision.routes(bit, 'FULL'),
    };
  });
}
