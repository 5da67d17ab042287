import type { Network } from './model/network.ts';
import type { CompositionProblem } from './problem.ts';
import type { Finding, Rule } from './rules/rule.ts';

/** What the rules find, in the order of the rules; one problem per place and rule. */
export function checkRules(network: Network, rules: readonly Rule[]): CompositionProblem[] {
  return rules.flatMap((rule) => [...rule.check(network)].map((finding) => toProblem(rule.name, finding)));
}

function toProblem(rule: string, { subgraph, node, coordinate, message, fix }: Finding): CompositionProblem {
  const token = node?.loc?.startToken;
  return {
    rule,
    subgraph,
    ...(token && { line: token.line, column: token.column }),
    ...(coordinate !== undefined && { coordinate }),
    message,
    fix,
  };
}
