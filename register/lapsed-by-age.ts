import {
  bitsOf,
  codesOf,
  heldAuthorities,
  intersect,
  minus,
  noBits,
  union,
  type Authority,
  type CompiledRules,
  type Instant,
} from '@trellis/decision';
import { expandCategories } from '@trellis/vocabulary';
import { childFactsOf } from './facts-of.ts';
import type { Recorded } from './records.ts';

/** The part of a permit that its giver decided on when it was recorded, and at a moment decides on no more, since the child has grown into it. */
export interface Lapse {
  readonly categories: readonly string[];
  /** Nothing that its giver decided on is left. */
  readonly whole: boolean;
}

/**
 * What of a permit has lapsed by age at a moment. Judged on the child's age, and on what it was found capable of, alone: a suspension, the end of an
 * authority and somebody who ranks before its giver take its effect too, and are told otherwise. With `findings` false as if nothing had been found
 * about the child: all that the rest of its family may know.
 */
export function lapsedByAge(
  { body }: Recorded<'consent'>,
  records: readonly Recorded[],
  rules: CompiledRules,
  moment: Instant,
  { findings }: { readonly findings: boolean },
): Lapse {
  const facts = childFactsOf('', 0, records);
  const isSelf = ({ kind }: Authority): boolean => rules.authorityKinds.get(kind)?.self === true;
  const giver = facts.authorities.find(({ id }) => id === body.by);
  if (giver === undefined || isSelf(giver)) return { categories: [], whole: false };
  const whole = { ...giver, suspended: false, to: null };
  const alone = [whole];
  const withFindings = [whole, ...facts.authorities.filter(isSelf)];
  const { vocabulary } = rules;
  const named = bitsOf(
    vocabulary,
    body.categories.filter((code) => expandCategories(vocabulary, code) !== undefined),
  );
  const decidedAt = (at: Instant, authorities: readonly Authority[]) => {
    const held = heldAuthorities(rules, { ...facts, authorities }, at).find(
      ({ authority }) => authority.id === body.by,
    );
    return held === undefined ? noBits(vocabulary) : intersect(named, held.mayPermit);
  };
  const before = decidedAt(body.recordedAt, findings ? withFindings : alone);
  // What was found may give a decision back to a parent as well: of a grown child who cannot decide nothing lapses.
  const real = decidedAt(moment, withFindings);
  const left = findings ? real : union(real, decidedAt(moment, alone));
  const categories = codesOf(vocabulary, minus(before, left));
  return { categories, whole: categories.length > 0 && codesOf(vocabulary, left).length === 0 };
}
