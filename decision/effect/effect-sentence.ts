import type { Sentence } from '../rule-set.ts';
import type { EffectReason, EffectState, WaitsFor } from './effect.ts';

const waiting: Readonly<Record<WaitsFor, Sentence>> = {
  HOLDER: {
    en: 'It waits until the person who holds the authority confirms it, or somebody who gains nothing by it attests it.',
    fr: "Il attend que la personne qui détient l'autorité le confirme, ou qu'une personne qui n'y gagne rien l'atteste.",
  },
  PARTNER: {
    en: 'It waits until everybody who decides together has given the same consent.',
    fr: 'Il attend que toutes les personnes qui décident ensemble aient donné le même consentement.',
  },
  SECOND_PERSON: {
    en: 'It waits until a second person has confirmed it.',
    fr: "Il attend qu'une deuxième personne le confirme.",
  },
  CUSTODIAN: {
    en: 'It waits for the decision of the agency that keeps the records.',
    fr: "Il attend la décision de l'organisme qui conserve les dossiers.",
  },
  BEGINNING: { en: 'It has not begun yet.', fr: "Il n'a pas encore commencé." },
  INVOLVEMENT: {
    en: 'Nobody whom it names works with the child now.',
    fr: "Aucune des personnes nommées ne travaille avec l'enfant en ce moment.",
  },
  SOMETHING_TO_REFUSE: {
    en: 'Nothing that it refuses is open now; it holds against what may be permitted later.',
    fr: "Rien de ce qu'il refuse n'est ouvert en ce moment; il vaut contre ce qui serait permis plus tard.",
  },
};

const standing: Readonly<Record<EffectReason, Sentence>> = {
  WITHDRAWN: { en: 'It was withdrawn.', fr: 'Il a été retiré.' },
  DECLINED: { en: 'It was declined.', fr: 'Il a été refusé.' },
  SUPERSEDED: { en: 'Another has taken its place.', fr: 'Un autre a pris sa place.' },
  OVER: { en: 'Its time is over.', fr: 'Sa période est terminée.' },
  SUSPENDED: { en: 'The authority behind it is suspended.', fr: "L'autorité qui le fonde est suspendue." },
  AUTHORITY_OVER: {
    en: 'The authority behind it is not held on this day.',
    fr: "L'autorité qui le fonde n'est pas détenue ce jour-là.",
  },
  DOMAIN: {
    en: 'The authority behind it does not reach these records.',
    fr: "L'autorité qui le fonde ne s'étend pas à ces dossiers.",
  },
  AGE: {
    en: "At the child's age this is not this person's to decide.",
    fr: "À l'âge de l'enfant, cette décision n'appartient pas à cette personne.",
  },
  RANK: {
    en: 'Somebody else decides before this person.',
    fr: 'Une autre personne décide avant celle-ci.',
  },
  ANOTHER_DECISION: { en: 'Another decision stands above it.', fr: 'Une autre décision prévaut.' },
  ORDER: { en: 'A court order stands above it.', fr: "Une ordonnance d'un tribunal prévaut." },
  APPROVED: {
    en: 'What the agency that keeps the records approves is given with or without it.',
    fr: "Ce que l'organisme qui conserve les dossiers approuve est communiqué avec ou sans lui.",
  },
  LAW: { en: 'A duty in law stands above it.', fr: 'Une obligation légale prévaut.' },
  NEVER: { en: 'This is never disclosed.', fr: "Ceci n'est jamais communiqué." },
  CONSENT_BY: {
    en: 'The rule asks for the consent of somebody else.',
    fr: "La règle demande le consentement d'une autre personne.",
  },
  NO_RULE: {
    en: 'No rule gives it an effect for whom and for what it names.',
    fr: "Aucune règle ne lui donne d'effet pour les personnes et les fins qu'il nomme.",
  },
};

/** An effect in a sentence a person reads, in both languages. */
export function effectSentence(
  state: EffectState,
  waitsFor: readonly WaitsFor[],
  reasons: readonly EffectReason[],
): Sentence {
  if (state === 'IN_FORCE') return { en: 'It is in force.', fr: 'Il est en vigueur.' };
  const parts = [...waitsFor.map((each) => waiting[each]), ...reasons.map((each) => standing[each])];
  return { en: parts.map(({ en }) => en).join(' '), fr: parts.map(({ fr }) => fr).join(' ') };
}
