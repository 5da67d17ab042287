import type { ASTNode } from 'graphql';
import type { Network } from '../model/network.ts';

/** One place that breaks a rule. */
export interface RuleFinding {
  readonly subgraph: string;
  /** The node to point at; undefined for a schema as a whole. */
  readonly node: ASTNode | undefined;
  readonly coordinate?: string;
  readonly message: string;
  readonly fix: string;
  /** Something that a person must answer, where the schema cannot show it: it does not stop composition. */
  readonly isQuestion?: boolean;
}

/** A sentence about a network's schemas, and the places where it does not hold. */
export interface Rule {
  /** The rule's file name. */
  readonly name: string;
  /** True where a supergraph that others composed is refused for it too: it still shows, and the gateway could not decide without it. */
  readonly onSupergraph: boolean;
  check(network: Network): Iterable<RuleFinding>;
}
