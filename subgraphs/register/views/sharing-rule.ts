import type { SharingRule } from '@trellis/decision';

/** One rule as the graph shows it. */
export function ruleView({
  sentence,
  recipients,
  purposes,
  involvement,
  when,
  authority,
  obligations,
  ...rule
}: SharingRule) {
  return {
    ...rule,
    conditions: conditionsIn(when),
    when: whenView(when),
    sentence: sentence.en,
    phrase: sentence.fr,
    // Null is everybody, or every purpose: for what is never disclosed.
    recipients: recipients === 'EVERYONE' ? null : recipients,
    purposes: purposes === 'EVERY' ? null : purposes,
    involvement: involvement.need,
    involvementKinds: involvement.kinds,
    citation: authority.citation,
    jurisdiction: authority.jurisdiction,
    asOf: authority.asOf,
    confidence: authority.confidence,
    force: authority.force,
    duty: authority.duty?.en ?? null,
    devoir: authority.duty?.fr ?? null,
    obligations: obligations.map(({ code, en, fr }) => ({ code, text: en, texte: fr })),
  };
}

/** The conditions that a rule asks besides, by name alone. */
function conditionsIn({
  childAge,
  notFor,
  onlyFor,
  whileOpen,
  authority,
  consentBy,
}: SharingRule['when']): readonly string[] {
  const asked = {
    CHILD_AGE: childAge !== null,
    NOT_FOR: notFor.length > 0,
    ONLY_FOR: onlyFor.length > 0,
    WHILE_OPEN: whileOpen.length > 0,
    AUTHORITY: authority !== null,
    CONSENT_BY: consentBy.length > 0,
  };
  return Object.entries(asked).flatMap(([name, isAsked]) => (isAsked ? [name] : []));
}

function whenView({ childAge, ...others }: SharingRule['when']) {
  return { ...others, ageFrom: childAge?.from ?? null, ageTo: childAge?.to ?? null };
}
