import type { Vocabulary } from '@trellis/vocabulary';
import type { Finding } from './finding.ts';
import { cellsOf, placesInRule, recipientAt, type RulePlace } from './rule-cells.ts';
import { idleAuthorities } from './idle-authorities.ts';
import { hasConditions } from './rule-conditions.ts';
import { shadowedRules } from './shadowed-rules.ts';
import type { RuleSet, SharingRule } from './rule-set.ts';
import { unsaid } from './safety/family-safety.ts';

/** Reads a rule set as its author would want it read back: names what contradicts, cannot apply, opens nothing, or opens all. */
export function checkRuleSet(ruleSet: RuleSet, vocabulary: Vocabulary): readonly Finding[] {
  // A NEVER with conditions closes nothing for good: it binds some persons, or children of some age.
  const never = ruleSet.rules.filter((rule) => rule.basis === 'NEVER' && !hasConditions(rule));
  const positive = ruleSet.rules.filter(({ basis }) => basis !== 'NEVER');
  const closed = new Map<RulePlace, Map<string, string>>();
  for (const rule of never) {
    for (const place of placesInRule(rule, ruleSet, vocabulary)) {
      const cells = closed.get(place) ?? new Map<string, string>();
      closed.set(place, cells);
      cellsOf(rule).forEach((cell) => cells.set(cell, rule.id));
    }
  }
  return [
    ...positive.flatMap((rule) => contradictions(rule, placesInRule(rule, ruleSet, vocabulary), closed)),
    ...positive.flatMap((rule) => idle(rule, ruleSet, vocabulary)),
    ...positive.flatMap((rule) => idleAuthorities(rule, ruleSet)),
    ...shadowedRules(positive, ruleSet, vocabulary),
    ...unseen(ruleSet, vocabulary, positive, never),
    ...allSeeing(ruleSet, vocabulary, positive, closed),
    ...ruleSet.rules.flatMap(lawFindings),
    ...unsaidToFamily(ruleSet),
  ];
}

function contradictions(
  rule: SharingRule,
  places: readonly RulePlace[],
  closed: ReadonlyMap<RulePlace, ReadonlyMap<string, string>>,
): Finding[] {
  const cells = cellsOf(rule);
  const against = places.flatMap((place) =>
    cells.flatMap((cell) => {
      const by = closed.get(place)?.get(cell);
      return by === undefined ? [] : [{ by, cell }];
    }),
  );
  if (against.length === 0) return [];
  const rules = [...new Set(against.map(({ by }) => by))];
  const [first] = against;
  const all = against.length === places.length * cells.length;
  return [
    {
      code: all ? 'NEVER_APPLIES' : 'CONTRADICTION',
      severity: 'ERROR',
      rules: [rule.id, ...rules],
      message: all
        ? {
            en: `\`${rule.id}\` can never apply: all it gives is never disclosed, by ${list(rules)}`,
            fr: `\`${rule.id}\` ne peut jamais s'appliquer : tout ce qu'elle donne n'est jamais divulgué, selon ${list(rules)}`,
          }
        : {
            en: `\`${rule.id}\` gives ${first?.cell}, which ${list(rules)} never discloses`,
            fr: `\`${rule.id}\` donne ${first?.cell}, que ${list(rules)} ne divulgue jamais`,
          },
    },
  ];
}

/** Rules that wait for what nobody can give. */
function idle(rule: SharingRule, ruleSet: RuleSet, vocabulary: Vocabulary): Finding[] {
  const of = (code: string) => vocabulary.categories.find((category) => category.code === code)?.of;
  const { consentBy } = rule.when;
  const givers = ruleSet.authorities.filter(({ kind }) => consentBy.length === 0 || consentBy.includes(kind));
  const isConsentable = (code: string) =>
    givers.some(({ reach }) =>
      reach.some(
        (part) =>
          part.may.includes('CONSENT') && part.categories.includes(code) && part.of.some((each) => each === of(code)),
      ),
    );
  const families = new Set(ruleSet.authorities.map(({ family }) => family));
  const onlyStrangers =
    rule.recipients !== 'EVERYONE' &&
    rule.recipients.every(({ agency, roles }) => agency === 'family' && !roles.some((role) => families.has(role)));
  const found = (en: string, fr: string, severity: Finding['severity']): Finding => ({
    code: 'NEVER_APPLIES',
    severity,
    rules: [rule.id],
    message: { en: `\`${rule.id}\` ${en}`, fr: `\`${rule.id}\` ${fr}` },
  });
  const deaf = rule.basis === 'WITH_CONSENT' ? rule.categories.filter((code) => !isConsentable(code)) : [];
  return [
    ...(deaf.length > 0 && !rule.inEmergency
      ? [
          found(
            `waits for a consent to ${list(deaf)} that no kind of authority may give`,
            `attend un consentement à ${list(deaf)} qu'aucun type d'autorité ne peut donner`,
            deaf.length === rule.categories.length ? 'ERROR' : 'WARNING',
          ),
        ]
      : []),
    ...(onlyStrangers
      ? [
          found(
            'is for a family role under which no kind of authority reads',
            "vise un rôle familial qu'aucun type d'autorité ne confère",
            'ERROR',
          ),
        ]
      : []),
  ];
}

function unseen(
  { onlyByOrder }: RuleSet,
  vocabulary: Vocabulary,
  positive: readonly SharingRule[],
  never: readonly SharingRule[],
): Finding[] {
  const opened = new Set([...positive.flatMap(({ categories }) => categories), ...onlyByOrder]);
  const meant = new Set(
    never
      .filter(({ recipients, purposes }) => recipients === 'EVERYONE' && purposes === 'EVERY')
      .flatMap(({ categories }) => categories),
  );
  return vocabulary.categories
    .filter(({ code }) => !opened.has(code) && !meant.has(code))
    .map(({ code }) => ({
      code: 'SEEN_BY_NOBODY',
      severity: 'WARNING',
      rules: [],
      message: {
        en: `no rule lets anybody see \`${code}\`; name it in onlyByOrder if that is meant`,
        fr: `aucune règle ne laisse voir \`${code}\` ; nommez-le dans onlyByOrder si c'est voulu`,
      },
    }));
}

/** Whom the rules let see all there is, for one purpose or for several together: a token may carry them all. */
function allSeeing(
  ruleSet: RuleSet,
  vocabulary: Vocabulary,
  positive: readonly SharingRule[],
  closed: ReadonlyMap<RulePlace, ReadonlyMap<string, string>>,
): Finding[] {
  const seen = new Map<string, { codes: Set<string>; rules: Set<string>; places: Set<RulePlace> }>();
  for (const rule of positive) {
    for (const place of placesInRule(rule, ruleSet, vocabulary)) {
      const recipient = recipientAt(place);
      const at = seen.get(recipient) ?? { codes: new Set(), rules: new Set(), places: new Set() };
      seen.set(recipient, at);
      at.places.add(place);
      at.rules.add(rule.id);
      rule.categories
        .filter((code) => !closed.get(place)?.has(`${code} at SUMMARY`))
        .forEach((code) => at.codes.add(code));
    }
  }
  return [...seen].flatMap(([recipient, { codes, rules, places }]) => {
    const kept = (code: string) =>
      ruleSet.onlyByOrder.includes(code) || [...places].every((place) => closed.get(place)?.has(`${code} at SUMMARY`));
    if (!vocabulary.categories.every(({ code }) => codes.has(code) || kept(code))) return [];
    const message = { en: `\`${recipient}\` may see everything there is`, fr: `\`${recipient}\` peut tout voir` };
    return [{ code: 'SEES_EVERYTHING', severity: 'ERROR', rules: [...rules], message }];
  });
}

/** Words by which a statute allows a disclosure; a child who *may be in need of protection* is none of them. */
const discretion = /\bmay (disclose|give|share|release|provide|receive|be (disclosed|given|shared))\b|\bdiscretion\b/i;

function lawFindings({ id, basis, authority, sentence }: SharingRule): Finding[] {
  const found: Finding[] = [];
  const hedged = discretion.test(`${sentence.en} ${authority.duty?.en ?? ''}`);
  if (basis === 'BY_LAW' && (authority.force !== 'DUTY' || hedged)) {
    found.push({
      code: 'DISCRETION_AS_LAW',
      severity: authority.force === 'DUTY' ? 'WARNING' : 'ERROR',
      rules: [id],
      message: {
        en: `\`${id}\` is BY_LAW, and what it cites allows rather than requires: write it ON_APPROVAL`,
        fr: `\`${id}\` est BY_LAW, alors que la loi citée permet sans exiger : écrivez ON_APPROVAL`,
      },
    });
  }
  if (authority.confidence === 'UNVERIFIED') {
    found.push({
      code: 'UNVERIFIED_LAW',
      severity: 'NOTE',
      rules: [id],
      message: {
        en: `\`${id}\` cites ${authority.citation} from memory: read it before relying on it`,
        fr: `\`${id}\` cite ${authority.citation} de mémoire : à lire avant de s'y fier`,
      },
    });
  }
  return found;
}

/** A pack without a section on the safety of the family: it is read with the one that announces nothing. */
function unsaidToFamily({ familySafety }: RuleSet): Finding[] {
  if (!familySafety.some(({ id }) => id === unsaid)) return [];
  return [
    {
      code: 'NO_FAMILY_SAFETY',
      severity: 'WARNING',
      rules: [],
      message: {
        en: 'No section `familySafety` says what a family may learn from a list of who asked: it sees only its own look-ups. Write one; `familySafety: []` lists everything',
        fr: "Aucune section `familySafety` ne dit ce qu'une famille peut apprendre de la liste des consultations : elle n'y voit que les siennes. Ajoutez-en une; `familySafety: []` montre tout",
      },
    },
  ];
}

function list(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(', ');
}
