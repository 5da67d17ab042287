import type { Network } from './model/network.ts';
import type { CompositionProblem } from './problem.ts';
import type { RuleFinding, Rule } from './rules/rule.ts';
import { startOf } from './start-of.ts';

/** The problems that the rules find, in the order of the rules; one problem per place and rule. Questions are not among them. */
export function checkRules(network: Network, rules: readonly Rule[]): CompositionProblem[] {
  return found(network, rules, false);
}

/** The questions that the rules ask a person, where the schemas cannot show it. */
export function questionsOf(network: Network, rules: readonly Rule[]): CompositionProblem[] {
  return found(network, rules, true);
}

function found(network: Network, rules: readonly Rule[], questions: boolean): CompositionProblem[] {
  return rules.flatMap((rule) =>
    [...rule.check(network)]
      .filter(({ isQuestion = false }) => isQuestion === questions)
      .map((finding) => toProblem(rule.name, finding)),
  );
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
