import type { CompiledRules } from './compile-rules.ts';
import { decide } from './decide.ts';
import type { Question } from './decision.ts';
import { difference, isNoDifference, type Difference } from './difference.ts';
import type { ChildFacts, NetworkFacts } from './facts.ts';

/** A question as it was asked, with the facts it was decided on. */
export interface RecordedQuestion {
  readonly id: string;
  readonly question: Question;
  readonly network: NetworkFacts;
  readonly facts: ChildFacts;
}

export interface Impact {
  readonly asked: number;
  readonly changed: readonly { readonly recorded: RecordedQuestion; readonly difference: Difference }[];
}

/** The questions that another rule set would have answered otherwise, of those that were asked. */
export function impact(live: CompiledRules, draft: CompiledRules, questions: Iterable<RecordedQuestion>): Impact {
  let asked = 0;
  const changed: Impact['changed'][number][] = [];
  for (const recorded of questions) {
    asked += 1;
    const { network, facts, question } = recorded;
    const change = difference(live, decide(live, network, facts, question), decide(draft, network, facts, question));
    if (!isNoDifference(change)) changed.push({ recorded, difference: change });
  }
  return { asked, changed };
}
