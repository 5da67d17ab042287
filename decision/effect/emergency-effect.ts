import { isEmpty, minus } from '../bits.ts';
import type { CompiledRules } from '../compile-rules.ts';
import { decide } from '../decide.ts';
import type { ChildFacts, EmergencyAccess, Instant, Involvement, NetworkFacts } from '../facts.ts';
import { unservedPurpose } from '../known.ts';
import type { Effect, EffectReason } from './effect.ts';
import { effectSentence } from './effect-sentence.ts';
import type { Sentence } from '../rule-set.ts';

/** One emergency access, and the roles under which whoever opened it asks. */
export interface OpenedEmergency {
  readonly access: EmergencyAccess;
  readonly roles: readonly string[];
  /** How the agency of whoever opened it works with the child. */
  readonly involvements: readonly Involvement[];
}

/**
 * Effect of an emergency access at a moment: whether the rules open anything more to whoever opened it. A function of the rules, the role and the own
 * agency's work with the child alone, so that it tells nothing of the child, of its locks or of what others decided.
 */
export function emergencyEffect(rules: CompiledRules, opened: OpenedEmergency, now: Instant): Effect {
  const { access } = opened;
  if (access.until <= now || (access.closedAt !== null && access.closedAt <= now)) {
    return noEffect('OVER');
  }
  const purposes = [...rules.vocabulary.purposes.keys()].filter((each) => each !== unservedPurpose);
  const asked = opened.roles.flatMap((role) =>
    purposes.map((purpose) => {
      const { agency, user } = access;
      return { requester: { agency, role, user, kind: 'worker' as const }, purpose, now };
    }),
  );
  const [without, withIt] = [factsWith(opened, []), factsWith(opened, [access])];
  const opensMore = asked.some((question) => {
    const before = decide(rules, nothingAgreed, without, question).yes;
    const after = decide(rules, nothingAgreed, withIt, question).yes;
    return !isEmpty(minus(after.SUMMARY, before.SUMMARY)) || !isEmpty(minus(after.FULL, before.FULL));
  });
  if (opensMore) return { state: 'IN_FORCE', waitsFor: [], reasons: [], sentence: effectSentence('IN_FORCE', [], []) };
  const isForeseen = asked.some(({ requester, purpose }) => {
    const openable = rules.rulesFor(requester, purpose)?.ceiling().openable.SUMMARY;
    return openable !== undefined && !isEmpty(openable);
  });
  return noEffect(isForeseen ? 'LAW' : 'NO_RULE');
}

const sentences: Readonly<Record<'LAW' | 'NO_RULE', Sentence>> = {
  LAW: {
    en: 'In an emergency nothing more is opened to this role than what it reads already.',
    fr: "En cas d'urgence, rien de plus n'est ouvert à ce rôle que ce qu'il lit déjà.",
  },
  NO_RULE: {
    en: 'The rules open nothing to this role in an emergency. Call the agency whose help is needed: each answers at any hour.',
    fr: "Les règles n'ouvrent rien à ce rôle en cas d'urgence. Appelez l'organisme dont l'aide est nécessaire : chacun répond à toute heure.",
  },
};

function noEffect(reason: EffectReason): Effect {
  const sentence =
    reason === 'LAW' || reason === 'NO_RULE' ? sentences[reason] : effectSentence('NO_EFFECT', [], [reason]);
  return { state: 'NO_EFFECT', waitsFor: [], reasons: [reason], sentence };
}

const nothingAgreed: NetworkFacts = { version: 0, standingApprovals: [], ruleSet: 0 };

function factsWith({ involvements }: OpenedEmergency, emergencies: readonly EmergencyAccess[]): ChildFacts {
  const none = { consents: [], authorities: [], orders: [], approvals: [] };
  return { child: '', version: 0, birthDate: null, ...none, involvements, emergencies };
}
