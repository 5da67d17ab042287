import type { Basis, Vocabulary } from '@trellis/vocabulary';
import type { Finding } from './finding.ts';
import { cellsOf, placesInRule, type RulePlace } from './rule-cells.ts';
import { hasConditions } from './rule-conditions.ts';
import type { InvolvementNeeded, RuleSet, SharingRule } from './rule-set.ts';

/** The bases whose rules decide before one of this basis comes to be asked, whatever was approved, consented to or refused. */
const before: Readonly<Record<Basis, readonly Basis[]>> = {
  NEVER: [],
  BY_LAW: [],
  ON_APPROVAL: ['BY_LAW'],
  UNLESS_REFUSED: ['BY_LAW'],
  WITH_CONSENT: ['BY_LAW', 'UNLESS_REFUSED'],
};

/** Rules that never decide: wherever one would give something, an earlier line gives it already. */
export function shadowedRules(
  positive: readonly SharingRule[],
  ruleSet: RuleSet,
  vocabulary: Vocabulary,
): readonly Finding[] {
  const givers = new Map<RulePlace, { rule: SharingRule; cells: ReadonlySet<string> }[]>();
  for (const rule of positive.filter((each) => isGiver(each))) {
    const giver = { rule, cells: new Set(cellsOf(rule)) };
    for (const place of placesInRule(rule, ruleSet, vocabulary))
      givers.set(place, [...(givers.get(place) ?? []), giver]);
  }
  return positive.flatMap((rule): Finding[] => {
    if (rule.inEmergency) return [];
    const isEarlier = (giver: SharingRule) =>
      before[rule.basis].includes(giver.basis) && isMetWith(giver.involvement, rule.involvement);
    const giving = placesInRule(rule, ruleSet, vocabulary).flatMap((place) => {
      const earlier = givers.get(place)?.filter((giver) => isEarlier(giver.rule));
      return cellsOf(rule).map((cell) => earlier?.find(({ cells }) => cells.has(cell))?.rule.id);
    });
    if (giving.includes(undefined)) return [];
    const ids = [...new Set(giving)].flatMap((id) => id ?? []);
    const names = ids.map((id) => `\`${id}\``).join(', ');
    return [
      {
        code: 'NEVER_APPLIES',
        severity: 'WARNING',
        rules: [rule.id, ...ids],
        message: {
          en: `\`${rule.id}\` never decides: all it gives is given before it by ${names}`,
          fr: `\`${rule.id}\` ne décide jamais : tout ce qu'elle donne l'est déjà selon ${names}`,
        },
      },
    ];
  });
}

/** Checks whether a rule gives what it gives to all whose involvement it meets. */
function isGiver(rule: SharingRule): boolean {
  return (rule.basis === 'BY_LAW' || rule.basis === 'UNLESS_REFUSED') && !hasConditions(rule);
}

/** Checks whether whoever meets the one need meets the other too. */
function isMetWith(wider: InvolvementNeeded, narrower: InvolvementNeeded): boolean {
  if (wider.need === 'NONE') return true;
  if (narrower.need === 'NONE' || (wider.need === 'ASSIGNED' && narrower.need === 'AGENCY')) return false;
  return narrower.kinds.every((kind) => wider.kinds.includes(kind));
}
