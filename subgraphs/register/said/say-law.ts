import type { LegalAuthority, Sentence } from '@trellis/decision';
import { sayDay } from './say-day.ts';

const forces: Readonly<Record<LegalAuthority['force'], Sentence>> = {
  DUTY: { en: 'it lays down a duty', fr: 'elle impose une obligation' },
  DISCRETION: { en: 'it allows at discretion', fr: 'elle laisse le choix' },
  CONSENT: { en: 'it asks for consent', fr: 'elle exige un consentement' },
  PROHIBITION: { en: 'it forbids', fr: 'elle interdit' },
};

const confidences: Readonly<Record<LegalAuthority['confidence'], Sentence>> = {
  VERIFIED: { en: 'read in the law itself', fr: 'lue dans la loi même' },
  SEEN: { en: 'seen in a guide, decision or excerpt', fr: 'vue dans un guide, une décision ou un extrait' },
  UNVERIFIED: { en: 'from memory', fr: 'de mémoire' },
};

/** The law that something rests on, in a sentence. */
export function sayLaw(law: LegalAuthority): Sentence {
  const { citation, jurisdiction, asOf, confidence, force, duty } = law;
  const [day, how, does] = [sayDay(asOf), confidences[confidence], forces[force]];
  const owed =
    duty === null ? { en: '', fr: '' } : { en: ` The duty: ${duty.en}`, fr: ` L'obligation : ${duty.fr ?? duty.en}` };
  return {
    en: `The law: ${citation} (${jurisdiction}); ${does.en}; ${how.en}, on ${day.en}.${owed.en}`,
    fr: `La loi : ${citation} (${jurisdiction}); ${does.fr}; ${how.fr}, le ${day.fr}.${owed.fr}`,
  };
}
