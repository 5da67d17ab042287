import type { Level, Vocabulary } from '@trellis/vocabulary';
import { intersect, minus, noBits, union } from './bits.ts';
import type { Bits, LevelSets } from './decision.ts';
import type { ReadConsent, ReadConsents } from './read-consents.ts';

/** What the consents of a child come to: the categories consented to, refused and locked, and the consents behind each. */
export interface WeighedConsents {
  readonly consented: LevelSets;
  readonly refused: LevelSets;
  readonly locked: LevelSets;
  readonly permitting: readonly WeighedConsent[];
  readonly refusing: readonly WeighedConsent[];
  readonly locking: readonly WeighedConsent[];
}

export interface WeighedConsent {
  readonly id: string;
  readonly sets: LevelSets;
}

type Part = Record<Level, Bits>;
type Pick = (consent: ReadConsent) => LevelSets;

/**
 * Weighs what was decided. The child's own decision sets aside everybody else's, either way; a permit by one of several who decide
 * jointly needs the others'; a refusal that only stays holds until somebody now entitled has decided; any refusal beats any permit.
 * What cannot be read sets nothing aside, and nothing sets it aside; its lock is as anybody's.
 */
export function weighConsents(
  { consents, reach, authorities }: ReadConsents,
  lockable: ReadonlyMap<string, Bits>,
  vocabulary: Vocabulary,
): WeighedConsents {
  const none = noBits(vocabulary);
  const perLevel = (make: (level: Level) => Bits): Part => ({ SUMMARY: make('SUMMARY'), FULL: make('FULL') });
  const sum = (which: (consent: ReadConsent) => boolean, pick: Pick): Part =>
    perLevel((level) => consents.filter(which).reduce((all, each) => union(all, pick(each)[level]), none));

  /** What the partners of an authority leave of its permits: everything they do not reach, and what they permit too. */
  const agreed = (id: string): Part => {
    const partners = partnersOf(id, authorities);
    return perLevel((level) =>
      partners.reduce((left, partner) => {
        const given = sum(
          (each) => each.by?.fact.id === partner,
          (each) => each.permits,
        )[level];
        return minus(left, minus(reach.get(partner)?.joins ?? (authorities.has(partner) ? none : full(none)), given));
      }, full(none)),
    );
  };
  const agreements = new Map([...authorities.keys()].map((id) => [id, agreed(id)]));
  const joined = ({ by, permits }: ReadConsent): Part =>
    perLevel((level) => intersect(permits[level], (by && agreements.get(by.fact.id)?.[level]) ?? none));

  const own = (consent: ReadConsent) => consent.by?.kind.self === true;
  const refusals: Pick = (consent) => consent.refuses;
  const decides = (consent: ReadConsent) => consent.decides;
  const decidedByChild = both(
    sum(own, joined),
    sum((consent) => own(consent) && decides(consent), refusals),
  );
  const decided = both(
    sum(() => true, joined),
    sum(decides, refusals),
  );

  const permitting = consents.map((consent) => ({
    id: consent.id,
    sets: own(consent) ? joined(consent) : without(joined(consent), decidedByChild),
  }));
  const refusing = consents.map((consent) => {
    if (!decides(consent)) return { id: consent.id, sets: both(consent.refuses, consent.stays) };
    const counts = own(consent) ? consent.refuses : without(consent.refuses, decidedByChild);
    return { id: consent.id, sets: both(counts, without(consent.stays, decided)) };
  });
  const anyones = [...lockable.values()].reduce(union, none);
  const locking = consents.flatMap(({ id, by, notEvenInEmergency }, index) => {
    const mask = by ? lockable.get(by.kind.kind) : anyones;
    const refusal = refusing[index];
    if (!notEvenInEmergency || !mask || !refusal) return [];
    const sets = perLevel((level) => intersect(refusal.sets[level], mask));
    // A refusal that was replaced in full alone still locks the summary, and so must lock what the summary is part of.
    return [{ id, sets: { SUMMARY: sets.SUMMARY, FULL: union(sets.FULL, sets.SUMMARY) } }];
  });
  const total = (parts: readonly WeighedConsent[]) =>
    perLevel((level) => parts.reduce((all, { sets }) => union(all, sets[level]), none));
  return {
    consented: total(permitting),
    refused: total(refusing),
    locked: total(locking),
    permitting,
    refusing,
    locking,
  };
}

/** Those with whom an authority decides jointly, whichever of the two records says so. */
function partnersOf(id: string, authorities: ReadConsents['authorities']): readonly string[] {
  const named = authorities.get(id)?.fact.jointWith ?? [];
  const naming = [...authorities.values()].filter(({ fact }) => fact.jointWith.includes(id)).map(({ fact }) => fact.id);
  return [...new Set([...named, ...naming])];
}

function full(none: Bits): Bits {
  return new Uint32Array(none.length).fill(~0);
}

function both(a: LevelSets, b: LevelSets): Part {
  return { SUMMARY: union(a.SUMMARY, b.SUMMARY), FULL: union(a.FULL, b.FULL) };
}

function without(a: LevelSets, b: LevelSets): Part {
  return { SUMMARY: minus(a.SUMMARY, b.SUMMARY), FULL: minus(a.FULL, b.FULL) };
}
