import { ageOn } from './age.ts';
import type { Asked } from './asked.ts';
import { authorityReach, type AuthorityReach } from './authority-reach.ts';
import { intersect, isEmpty, minus, noBits, union } from './bits.ts';
import type { CompiledRules } from './compile-rules.ts';
import { isReadableConsent, readConsent } from './consent-tree.ts';
import type { Bits, LevelSets, Question } from './decision.ts';
import type { ChildFacts, Consent, ConsentState, Day } from './facts.ts';
import { includeNegative, includePositive, levels, noLevelSets } from './level-sets.ts';
import { dayIn, isDay, isDayPeriod, isDayWithin, isInstant } from '@trellis/vocabulary';
import { isPeriod, mayBeWithin } from './period.ts';
import { readAuthorities, type ReadAuthority } from './read-authorities.ts';

/** One consent that speaks to this question, cut to what its giver may decide. */
interface ReadConsent {
  readonly id: string;
  /** The authority that decided; undefined where it cannot be read. */
  readonly by: ReadAuthority | undefined;
  /** True where its refusals set aside what others decided. One that cannot be read whole, or may not apply, refuses and no more. */
  readonly decides: boolean;
  /** True where its holder did not decide it: its refusals restrict, and set nothing aside. */
  readonly unconfirmed: boolean;
  readonly permits: LevelSets;
  readonly refuses: LevelSets;
  /** Refusals its giver could decide when they were recorded and no longer can: they stay until replaced. */
  readonly stays: LevelSets;
  /** The categories it locks, whatever purpose it names; empty for a refusal that holds only outside emergencies. */
  readonly locks: LevelSets;
  readonly locksStay: LevelSets;
}

export interface ReadConsents {
  readonly consents: readonly ReadConsent[];
  /** The reach of each authority today; looked up where a consent speaks, and not before. */
  readonly reach: () => ReadonlyMap<string, AuthorityReach>;
  readonly authorities: ReadonlyMap<string, ReadAuthority>;
}

const withoutEffect: ReadonlySet<ConsentState> = new Set(['PROPOSED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED']);

/** Every consent of a child that speaks to this question now. */
export function readConsents(rules: CompiledRules, facts: ChildFacts, question: Question, asked: Asked): ReadConsents {
  const authorities = readAuthorities(facts.authorities, rules);
  const reachOn = reachReader(rules, facts, authorities);
  const today = dayIn(rules.ruleSet.timeZone, question.now);
  // An authority that cannot be read might outrank any other, or be joint with it: until it can, nobody's permit counts.
  const legible = facts.authorities.every(({ id }) => authorities.has(id));
  const { least, most } = ageOn(today, facts.birthDate, rules.ruleSet.ageUnknownBelow);
  const consents = facts.consents.flatMap((consent): ReadConsent[] => {
    const says = saysNow(consent, question, asked, rules.emergencyPurposes);
    const by = authorities.get(consent.by);
    if (!says || [says.permits, says.refuses, says.locks].every(isEmpty)) return [];
    // Only a refusal says its level; what a permit, or who knows what, refuses, it refuses at both.
    const level = consent.decision === 'REFUSE' ? consent.level : 'SUMMARY';
    const atLevel = (bits: Bits): LevelSets => {
      const sets = noLevelSets(rules.vocabulary);
      includeNegative(sets, level, bits);
      return sets;
    };
    const permits = noLevelSets(rules.vocabulary);
    const nothing = noBits(rules.vocabulary);
    const unconfirmed = consent.unconfirmed !== undefined;
    const read = { id: consent.id, by, permits, unconfirmed };
    if (!by || !isInstant(consent.recordedAt)) {
      const [refuses, stays, locks] = [atLevel(says.refuses), atLevel(nothing), atLevel(says.locks)];
      return [{ ...read, decides: false, refuses, stays, locks, locksStay: stays }];
    }
    const now = reachOn(today).get(by.fact.id);
    // What its giver could refuse when it was recorded and no longer can: it stays until replaced, a suspended authority's too.
    const then = (bits: Bits): Bits => {
      if (isEmpty(bits)) return bits;
      const suspended = by.fact.suspended ? by.fact.id : undefined;
      const recordedOn = dayIn(rules.ruleSet.timeZone, consent.recordedAt);
      return intersect(bits, reachOn(recordedOn, suspended).get(by.fact.id)?.refuses ?? nothing);
    };
    const refuses = intersect(says.refuses, now?.refuses ?? nothing);
    const locks = intersect(says.locks, now?.refuses ?? nothing);
    if (legible) includePositive(permits, consent.level, intersect(says.permits, now?.permits ?? nothing));
    return [
      {
        ...read,
        decides: says.sure && least === most,
        refuses: atLevel(refuses),
        stays: atLevel(then(minus(says.refuses, refuses))),
        locks: atLevel(locks),
        locksStay: atLevel(then(minus(says.locks, locks))),
      },
    ];
  });
  return { consents, reach: () => reachOn(today), authorities };
}

type ReachOn = (day: Day, asIfHeld?: string) => ReadonlyMap<string, AuthorityReach>;

/** Looks up what each authority reaches on a day, once for each day and suspended authority asked for. */
function reachReader(rules: CompiledRules, facts: ChildFacts, authorities: ReadConsents['authorities']): ReachOn {
  const found = new Map<string, ReadonlyMap<string, AuthorityReach>>();
  return (day, asIfHeld) => {
    const key = `${day} ${asIfHeld ?? ''}`;
    const reach = found.get(key) ?? authorityReach(authorities, day, facts.birthDate, rules, asIfHeld);
    found.set(key, reach);
    return reach;
  };
}

interface SaysNow {
  readonly permits: Bits;
  readonly refuses: Bits;
  /** The categories it refuses whatever the purpose, where it holds even in an emergency. */
  readonly locks: Bits;
  /** True where all of it could be read, and it surely is about what was asked. */
  readonly sure: boolean;
}

/** The permits and the refusals of a consent now, whoever gave it: its state, its period and the days of the records it is about applied. */
function saysNow(
  consent: Consent,
  { now, purpose, recordedOn }: Question,
  asked: Asked,
  emergencyPurposes: ReadonlySet<string>,
): SaysNow | undefined {
  const nothing = noBits(asked.vocabulary);
  if (withoutEffect.has(consent.state)) return undefined;
  const readable = isPeriod(consent) && isDayPeriod(consent.recordsFrom, consent.recordsTo);
  if (!mayBeWithin(consent, now)) return undefined;
  const someDays = consent.recordsFrom !== null || consent.recordsTo !== null;
  const dayKnown = isDay(recordedOn);
  if (readable && someDays && dayKnown && !isDayWithin(recordedOn, consent.recordsFrom, consent.recordsTo)) {
    return undefined;
  }
  const said = readConsent(consent, asked);
  const locks = consent.notEvenInEmergency ? readConsent(consent, { ...asked, anyPurpose: true }).refuses : nothing;
  // What holds even in an emergency is refused where an emergency is the purpose, whatever purposes it names.
  const refuses = emergencyPurposes.has(purpose) ? union(said.refuses, locks) : said.refuses;
  const sure =
    readable &&
    (!someDays || dayKnown) &&
    (consent.state === 'ACTIVE' || consent.state === 'NEEDS_CONFIRMATION') &&
    levels.includes(consent.level) &&
    isReadableConsent(consent, asked);
  return { permits: sure && consent.state === 'ACTIVE' ? said.permits : nothing, refuses, locks, sure };
}
