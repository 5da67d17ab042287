import type { ChildFacts, Day, Instant } from '@trellis/decision';
import type { Requester } from '@trellis/vocabulary';
import type { TreatmentStory } from './population/life.ts';

export type RouteCode = 'CONSENT' | 'APPROVAL' | 'EMERGENCY';

/** One requester's question about a named child, and what the network must answer. Coordinates are fields of the query in `named-child-query.ts`. */
export interface Ask {
  readonly requester: Requester;
  readonly purpose: string;
  /** Fields that are answered with a value. */
  readonly answered: readonly string[];
  /** Fields that are null, with the routes that the requester is told of. */
  readonly withheld: Readonly<Record<string, readonly RouteCode[]>>;
}

/** A named child: who it is, who works with it, and what was decided about it. */
export interface NamedChild {
  /** The network identifier: stable, so that it can be written into a guide. */
  readonly id: string;
  readonly given: string;
  readonly surname: string;
  readonly sex: 'F' | 'M';
  /** Full years, on any day the network is seeded. */
  readonly age: number;
  /** The line of the decision (docs/decision.md) that the story tells. */
  readonly line: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
  readonly story: string;
  /** The `sub` of the society's caseworker, and the kind of its involvement. */
  readonly protection?: {
    readonly worker: string;
    readonly kind: 'investigation' | 'ongoing-service';
    readonly placed?: boolean;
  };
  readonly treatment?: { readonly worker: string; readonly concern: TreatmentStory['concern'] };
  readonly teacher?: string;
  /** The `sub` of the officer who attended an incident at the child's home. */
  readonly officer?: string;
  /** The decisions about the child; the family's authorities are given. */
  readonly decided?: (
    family: NamedFamily,
  ) => Partial<Pick<ChildFacts, 'consents' | 'orders' | 'approvals' | 'emergencies'>>;
  readonly asks: readonly Ask[];
}

/** The facts that a story needs to say who decided, and when. */
export interface NamedFamily {
  /** The authorities' ids. */
  readonly mother: string;
  readonly father: string;
  readonly self: string;
  readonly today: Day;
  readonly now: Instant;
}
