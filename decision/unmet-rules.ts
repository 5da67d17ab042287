import { hasBit } from './bits.ts';
import type { CompiledChild } from './compile-child.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { Question } from './decision.ts';
import type { UnmetReason, UnmetRule } from './explanation.ts';
import { levels } from './level-sets.ts';
import { underConditions } from './rule-conditions.ts';
import type { PermittingConsent } from './weigh-consents.ts';
import type { RuleConditions, Sentence, SharingRule } from './rule-set.ts';

const sentences: Readonly<Record<UnmetReason, Sentence>> = {
  INVOLVEMENT: {
    en: 'The requester is not involved with the child as the rule needs.',
    fr: "Le demandeur n'intervient pas auprès de l'enfant comme la règle l'exige.",
  },
  CHILD_AGE: {
    en: "The child is not of the rule's age, or may not be.",
    fr: "L'enfant n'a pas l'âge que vise la règle, ou pourrait ne pas l'avoir.",
  },
  PERSON: {
    en: 'What is recorded of this person and the child takes the rule away.',
    fr: "Ce qui est consigné sur cette personne et l'enfant écarte la règle.",
  },
  NOT_OPEN: {
    en: 'No agency works with the child in the way the rule needs.',
    fr: "Aucun organisme n'intervient auprès de l'enfant de la manière que la règle exige.",
  },
  AUTHORITY: {
    en: 'The authority under which the requester asks does not decide on this, or is not of the kind the rule needs.',
    fr: "L'autorité au titre de laquelle on demande n'en décide pas, ou n'est pas du type que la règle exige.",
  },
  HARM: {
    en: 'The custodian found that access to this would do harm.',
    fr: "Le dépositaire a jugé que l'accès à ceci causerait un préjudice.",
  },
  CONSENT_BY: {
    en: 'Who consented is not somebody whose consent the rule asks for.',
    fr: "Qui a consenti n'est pas une personne dont la règle demande le consentement.",
  },
  LOCK: {
    en: 'Somebody entitled to has locked it, and the rule yields to a lock.',
    fr: "Une personne autorisée l'a verrouillé, et la règle cède devant un verrou.",
  },
  EMERGENCY_NOT_OPEN: {
    en: 'It is asked for as an emergency, and no emergency access is open.',
    fr: "C'est demandé comme une urgence, et aucun accès d'urgence n'est ouvert.",
  },
};

const anybody: RuleConditions = {
  childAge: null,
  whileOpen: [],
  notFor: [],
  onlyFor: [],
  authority: null,
  consentBy: [],
};

/** The rules that speak of a category to who asks and do not apply to this child now, with all that stands in the way of each. */
export function unmetRules(
  rules: CompiledRules,
  { requester, purpose }: Question,
  child: CompiledChild,
  bit: number,
): readonly UnmetRule[] {
  const speaking = rules.rulesFor(requester, purpose);
  return (speaking?.rules ?? [])
    .filter(({ rule, bits }) => rule.basis !== 'NEVER' && hasBit(bits, bit))
    .map((each) => ({ rule: each.rule, reasons: reasonsAgainst(each, child, bit) }))
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ rule, reasons }) => ({
      rule: rule.id,
      sentence: rule.sentence,
      reasons: reasons.map((reason) => ({ reason, sentence: sentences[reason] })),
    }));

  function reasonsAgainst(compiled: CompiledRule, of: CompiledChild, at: number): readonly UnmetReason[] {
    const { rule } = compiled;
    const fails = (given: Partial<SharingRule>): boolean =>
      !hasBit(underConditions({ ...compiled, rule: { ...rule, unlessHarm: false, ...given } }, of.conditions), at);
    const ageOnly = fails({ when: { ...anybody, childAge: rule.when.childAge, authority: looseAuthority } });
    const { notFor, onlyFor, whileOpen } = rule.when;
    const found: readonly [UnmetReason, boolean][] = [
      ['INVOLVEMENT', speaking?.isInvolved(rule, of.involvement) === false],
      ['CHILD_AGE', ageOnly],
      ['PERSON', fails({ when: { ...anybody, notFor, onlyFor, authority: looseAuthority } })],
      ['NOT_OPEN', fails({ when: { ...anybody, whileOpen, authority: looseAuthority } })],
      ['AUTHORITY', fails({ when: { ...anybody, authority: rule.when.authority } })],
      ['HARM', rule.unlessHarm && hasBit(of.conditions.harm, at)],
      ['CONSENT_BY', isGivenByOthers(rule, of.consents.permitting, at)],
      ['LOCK', rule.lockBinds && levels.every((level) => hasBit(of.consents.bound[level], at))],
      ['EMERGENCY_NOT_OPEN', of.closed && (rule.basis === 'UNLESS_REFUSED' || rule.basis === 'WITH_CONSENT')],
    ];
    return found.filter(([, stands]) => stands).map(([reason]) => reason);
  }
}

/** Any authority that is held: leaves only the other conditions to be judged. */
const looseAuthority = { kinds: [], standing: 'HOLDS', beside: [] } as const;

/** Checks whether others have consented to a category than those whose consent the rule asks for. */
function isGivenByOthers(
  { when: { consentBy }, level }: SharingRule,
  permitting: readonly PermittingConsent[],
  bit: number,
): boolean {
  const given = permitting.filter(({ sets }) => hasBit(sets[level], bit));
  return (
    consentBy.length > 0 &&
    given.length > 0 &&
    !given.some(({ kind }) => kind !== undefined && consentBy.includes(kind))
  );
}
