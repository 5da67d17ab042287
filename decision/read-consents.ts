import { ageOn } from './age.ts';
import type { Asked } from './asked.ts';
import { authorityReach, type AuthorityReach } from './authority-reach.ts';
import { intersect, isEmpty, minus, noBits } from './bits.ts';
import type { CompiledRules } from './compile-rules.ts';
import { isReadableConsent, readConsent } from './consent-tree.ts';
import type { Bits, LevelSets, Question } from './decision.ts';
import type { ChildFacts, Consent, ConsentState, Day } from './facts.ts';
import { includeNegative, includePositive, levels, noLevelSets } from './level-sets.ts';
import { isDay, isDayPeriod, isDayWithin, isInstant, localDay } from '@trellis/vocabulary';
import { isPeriod, mayBeWithin } from './period.ts';
import { readAuthorities, type ReadAuthority } from './read-authorities.ts';

/** One consent that speaks to this question, cut to what its giver may decide. */
export interface ReadConsent {
  readonly id: string;
  /** The authority that decided; undefined where it cannot be read. */
  readonly by: ReadAuthority | undefined;
  /** Whether its refusals set aside what others decided. One that cannot be read whole, or may not apply, refuses and no more. */
  readonly decides: boolean;
  readonly permits: LevelSets;
  readonly refuses: LevelSets;
  /** Refusals its giver could decide when they were recorded and no longer can: they stay until replaced. */
  readonly stays: LevelSets;
  readonly notEvenInEmergency: boolean;
}

export interface ReadConsents {
  readonly consents: readonly ReadConsent[];
  /** What each authority reaches today; looked up where a consent speaks, and not before. */
  readonly reach: () => ReadonlyMap<string, AuthorityReach>;
  readonly authorities: ReadonlyMap<string, ReadAuthority>;
}

const withoutEffect: ReadonlySet<ConsentState> = new Set(['PROPOSED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED']);

/** Every consent of a child that speaks to this question now. */
export function readConsents(rules: CompiledRules, facts: ChildFacts, question: Question, asked: Asked): ReadConsents {
  const zone = rules.ruleSet.timeZone;
  const authorities = readAuthorities(facts.authorities, rules);
  const reaches = new Map<Day, ReadonlyMap<string, AuthorityReach>>();
  const reachOn = (day: Day) => {
    let reach = reaches.get(day);
    if (!reach) {
      reach = authorityReach(authorities, day, facts.birthDate, rules);
      reaches.set(day, reach);
    }
    return reach;
  };
  const today = localDay(zone, question.now).day;
  const nothing = noBits(rules.vocabulary);
  // An authority that cannot be read might outrank any other, or be joint with it: until it can, nobody's permit counts.
  const legible = facts.authorities.every(({ id }) => authorities.has(id));
  const { least, most } = ageOn(today, facts.birthDate, rules.ruleSet.ageUnknownBelow);

  const consents = facts.consents.flatMap((consent): ReadConsent[] => {
    const says = saysNow(consent, question, asked);
    const by = authorities.get(consent.by);
    if (!says || by?.fact.suspended) return [];
    if (isEmpty(says.permits) && isEmpty(says.refuses)) return [];
    const sets = {
      permits: noLevelSets(rules.vocabulary),
      refuses: noLevelSets(rules.vocabulary),
      stays: noLevelSets(rules.vocabulary),
    };
    // Only a refusal says its level; what a permit, or who knows what, refuses, it refuses at both.
    const refusedLevel = consent.decision === 'REFUSE' ? consent.level : 'SUMMARY';
    const read = { id: consent.id, by, decides: false, ...sets, notEvenInEmergency: consent.notEvenInEmergency };
    if (!by || !isInstant(consent.recordedAt)) {
      includeNegative(sets.refuses, refusedLevel, says.refuses);
      return [read];
    }
    const now = reachOn(today).get(by.fact.id);
    const refuses = intersect(says.refuses, now?.refuses ?? nothing);
    if (legible) includePositive(sets.permits, consent.level, intersect(says.permits, now?.permits ?? nothing));
    includeNegative(sets.refuses, refusedLevel, refuses);
    const left = minus(says.refuses, refuses);
    if (!isEmpty(left)) {
      const then = reachOn(localDay(zone, consent.recordedAt).day).get(by.fact.id);
      includeNegative(sets.stays, refusedLevel, intersect(left, then?.refuses ?? nothing));
    }
    return [{ ...read, decides: says.sure && least === most }];
  });
  return { consents, reach: () => reachOn(today), authorities };
}

interface SaysNow {
  readonly permits: Bits;
  readonly refuses: Bits;
  /** Whether all of it could be read, and it surely is about what was asked. */
  readonly sure: boolean;
}

/** What a consent says now, whoever gave it: its state, its period and the days of the records it is about applied. */
function saysNow(consent: Consent, { now, recordedOn }: Question, asked: Asked): SaysNow | undefined {
  const nothing = noBits(asked.vocabulary);
  if (withoutEffect.has(consent.state)) return undefined;
  const readable = isPeriod(consent) && isDayPeriod(consent.recordsFrom, consent.recordsTo);
  if (!mayBeWithin(consent, now)) return undefined;
  const someDays = consent.recordsFrom !== null || consent.recordsTo !== null;
  const dayKnown = isDay(recordedOn);
  if (readable && someDays && dayKnown && !isDayWithin(recordedOn, consent.recordsFrom, consent.recordsTo)) {
    return undefined;
  }
  const { permits, refuses } = readConsent(consent, asked);
  const sure =
    readable &&
    (!someDays || dayKnown) &&
    (consent.state === 'ACTIVE' || consent.state === 'NEEDS_CONFIRMATION') &&
    levels.includes(consent.level) &&
    isReadableConsent(consent, asked);
  return { permits: sure && consent.state === 'ACTIVE' ? permits : nothing, refuses, sure };
}
