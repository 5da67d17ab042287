import type { Sentence } from './sentence.ts';

/** One place in a pack that does not fit. */
export interface RuleSetProblem {
  /** `rules.3.recipients.0.agency` */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: Sentence;
}

/** A pack that was refused: every place that does not fit, in the order of the file. The rule set in force stays in force. */
export class RuleSetProblems extends Error {
  override readonly name = 'RuleSetProblems';
  readonly problems: readonly RuleSetProblem[];

  constructor(problems: readonly RuleSetProblem[]) {
    super(
      [
        'the rule set was refused',
        ...problems.map((each) => `${each.line}:${each.column} ${each.path}: ${each.message.en}`),
      ].join('\n'),
    );
    this.problems = problems;
  }
}
