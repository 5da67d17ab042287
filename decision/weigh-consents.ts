import type { Vocabulary } from '@trellis/vocabulary';
import { allBits, include, intersect, isEmpty, minus, noBits, union } from './bits.ts';
import type { Bits, LevelSets } from './decision.ts';
import { levels, noLevelSets } from './level-sets.ts';
import type { ReadConsents } from './read-consents.ts';
import type { RuleMasks } from './recipient-rules.ts';

/** The result of weighing a child's consents: the categories consented to, refused and locked, and the consents behind each. */
export interface WeighedConsents {
  readonly consented: LevelSets;
  readonly refused: LevelSets;
  readonly locked: LevelSets;
  /** The categories that a lock takes out of the BY_LAW rules that a lock binds. */
  readonly bound: LevelSets;
  readonly permitting: readonly PermittingConsent[];
  readonly refusing: readonly WeighedConsent[];
  readonly locking: readonly WeighedConsent[];
  readonly binding: readonly WeighedConsent[];
}

export interface WeighedConsent {
  readonly id: string;
  readonly sets: LevelSets;
}

export interface PermittingConsent extends WeighedConsent {
  /** The kind of authority it was given under; undefined where its giver is unknown, and then it permits nothing. */
  readonly kind: string | undefined;
}

/**
 * Weighs what was decided. The child's own decision sets aside everybody else's, either way; a permit by one of several who decide
 * jointly needs the others'; a refusal that only stays holds until somebody now entitled has decided; any refusal beats any permit.
 * What cannot be read sets nothing aside, and nothing sets it aside; its lock is as anybody's. A refusal that somebody recorded for its
 * holder sets nothing aside either, until the holder confirms it.
 */
export function weighConsents(
  { consents, reach, authorities }: ReadConsents,
  { lockable, binding: bindable }: Pick<RuleMasks, 'lockable' | 'binding'>,
  vocabulary: Vocabulary,
): WeighedConsents {
  const none = noBits(vocabulary);
  const nothing: LevelSets = { SUMMARY: none, FULL: none };
  const total = (parts: readonly LevelSets[]): LevelSets => {
    const sum = noLevelSets(vocabulary);
    for (const part of parts) for (const level of levels) include(sum[level], part[level]);
    return sum;
  };
  const given = (authority: string) =>
    total(consents.filter(({ by }) => by?.fact.id === authority).map(({ permits }) => permits));
  /** The categories that the partners of an authority keep back from its permits: all that they reach and have not permitted too. */
  const keptByPartners = (id: string) =>
    total(
      partnersOf(id, authorities).map((partner) => {
        const joins = reach().get(partner)?.joins ?? (authorities.has(partner) ? none : allBits(vocabulary));
        return without({ SUMMARY: joins, FULL: joins }, given(partner));
      }),
    );

  const weighed = consents.map((consent) => {
    const { by, permits, refuses, decides, unconfirmed } = consent;
    const joined = by && !isEmpty(permits.SUMMARY) ? without(permits, keptByPartners(by.fact.id)) : nothing;
    return {
      consent,
      own: by?.kind.self === true,
      joined,
      decided: decides && !unconfirmed ? both(joined, refuses) : joined,
    };
  });
  const decidedByChild = total(weighed.filter(({ own }) => own).map(({ decided }) => decided));
  const decided = total(weighed.map((each) => each.decided));

  const permitting = weighed.map(({ consent, own, joined }) => ({
    id: consent.id,
    kind: consent.by?.kind.kind,
    sets: own ? joined : without(joined, decidedByChild),
  }));
  const standing = (refuses: LevelSets, stays: LevelSets, own: boolean, decides: boolean): LevelSets =>
    decides ? both(own ? refuses : without(refuses, decidedByChild), without(stays, decided)) : both(refuses, stays);
  const refusing = weighed.map(({ consent: { id, decides, refuses, stays }, own }) => ({
    id,
    sets: standing(refuses, stays, own, decides),
  }));
  const locks = weighed.flatMap(({ consent: { by, id, decides, locks: all, locksStay }, own }) =>
    isEmpty(all.FULL) && isEmpty(locksStay.FULL)
      ? []
      : [{ id, kind: by?.kind.kind, sets: standing(all, locksStay, own, decides) }],
  );
  /** The locks of those kinds of authority that a rule lets lock; one whose giver is unknown locks as anybody's. */
  const against = (kinds: ReadonlyMap<string, Bits>): WeighedConsent[] => {
    if (kinds.size === 0) return [];
    const anyones = [...kinds.values()].reduce(union, none);
    return locks.flatMap(({ id, kind, sets }) => {
      const mask = kind === undefined ? anyones : kinds.get(kind);
      if (!mask) return [];
      const summary = intersect(sets.SUMMARY, mask);
      // A lock that was replaced in full alone still locks the summary, and so must lock what the summary is part of.
      return [{ id, sets: { SUMMARY: summary, FULL: union(intersect(sets.FULL, mask), summary) } }];
    });
  };
  const [locking, binding] = [against(lockable), against(bindable)];
  const sum = (parts: readonly WeighedConsent[]) => total(parts.map(({ sets }) => sets));
  return {
    consented: sum(permitting),
    refused: sum(refusing),
    locked: sum(locking),
    bound: sum(binding),
    permitting,
    refusing,
    locking,
    binding,
  };
}

/** Those with whom an authority decides jointly, whichever of the two records says so. */
function partnersOf(id: string, authorities: ReadConsents['authorities']): readonly string[] {
  const named = authorities.get(id)?.fact.jointWith ?? [];
  const naming = [...authorities.values()].filter(({ fact }) => fact.jointWith.includes(id)).map(({ fact }) => fact.id);
  return [...new Set([...named, ...naming])];
}

function both(a: LevelSets, b: LevelSets): LevelSets {
  return { SUMMARY: union(a.SUMMARY, b.SUMMARY), FULL: union(a.FULL, b.FULL) };
}

function without(a: LevelSets, b: LevelSets): LevelSets {
  return { SUMMARY: minus(a.SUMMARY, b.SUMMARY), FULL: minus(a.FULL, b.FULL) };
}
