/** One reason why a graph is refused: where, which rule, and what to write instead. */
export interface CompositionProblem {
  /** The rule's name: its file under `rules/`; `syntax` and `composition` for what is not ours. */
  readonly rule: string;
  readonly subgraph: string;
  readonly line?: number;
  readonly column?: number;
  readonly coordinate?: string;
  readonly message: string;
  readonly fix: string;
}
