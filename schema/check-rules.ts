import type { Network } from './model/network.ts';
import type { CompositionProblem } from './problem.ts';
import type { RuleFinding, Rule } from './rules/rule.ts';
import { startOf } from './start-of.ts';

/** The findings of the rules, in the order of the rules; one finding per place and rule. */
export interface RulesFound {
  readonly problems: readonly CompositionProblem[];
  /** Questions to a person, where the schemas cannot show it. */
  readonly questions: readonly CompositionProblem[];
}

/** Checks schemas against the rules. */
export function checkRules(network: Network, rules: readonly Rule[]): RulesFound {
  const found = rules.flatMap((rule) =>
    [...rule.check(network)].map((finding) => ({
      isQuestion: finding.isQuestion === true,
      problem: toProblem(rule.name, finding),
    })),
  );
  const where = (isQuestion: boolean): CompositionProblem[] =>
    found.filter((each) => each.isQuestion === isQuestion).map(({ problem }) => problem);
  return { problems: where(false), questions: where(true) };
}

function toProblem(rule: string, { subgraph, node, coordinate, message, fix }: RuleFinding): CompositionProblem {
  return {
    rule,
    subgraph,
    ...startOf(node),
    ...(coordinate !== undefined && { coordinate }),
    message,
    fix,
  };
}
