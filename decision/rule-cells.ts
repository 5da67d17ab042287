import type { Level, Vocabulary } from '@trellis/vocabulary';
import { servesPurpose } from './known.ts';
import { levels } from './level-sets.ts';
import type { RuleSet, SharingRule } from './rule-set.ts';

/** One agency, role and kind for one purpose, as `agency role kind purpose`. */
export type RulePlace = string;

/** The places a rule speaks to; a NEVER for EVERYONE and EVERY purpose speaks to all that any other rule names. */
export function placesInRule(rule: SharingRule, ruleSet: RuleSet, vocabulary: Vocabulary): readonly RulePlace[] {
  const recipients =
    rule.recipients === 'EVERYONE'
      ? ruleSet.rules.flatMap((each) => (each.recipients === 'EVERYONE' ? [] : each.recipients))
      : rule.recipients;
  const purposes =
    rule.purposes === 'EVERY'
      ? [...vocabulary.purposes.keys()].filter((purpose) => servesPurpose(vocabulary, purpose))
      : rule.purposes;
  const places = recipients.flatMap(({ agency, roles, kinds }) =>
    roles.flatMap((role) => kinds.flatMap((kind) => purposes.map((purpose) => `${agency} ${role} ${kind} ${purpose}`))),
  );
  return [...new Set(places)];
}

/** The recipient at a place, as `agency role kind`. */
export function recipientAt(place: RulePlace): string {
  return place.slice(0, place.lastIndexOf(' '));
}

/** The categories of a rule, each at a level: a positive one gives its level and below, a NEVER takes its level and above. */
export function cellsOf(rule: SharingRule): readonly string[] {
  const given = (level: Level) =>
    rule.basis === 'NEVER'
      ? rule.level === 'SUMMARY' || level === 'FULL'
      : rule.level === 'FULL' || level === 'SUMMARY';
  return rule.categories.flatMap((category) => levels.filter(given).map((level) => `${category} at ${level}`));
}
