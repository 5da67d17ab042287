import type { Sentence } from '../sentence.ts';

/**
 * One rule of a pack on what a family is not shown, so that nobody is endangered by having sought help. Beside these rules, and
 * whatever a pack says, no member is shown what another member looked up or consented to (`safety/shown-to-member.ts`).
 */
export type SafetyRule = UnlistedDisclosures | WithheldFromFamily | Whereabouts;

/** Disclosures for these purposes are on no family member's list. */
export interface UnlistedDisclosures {
  readonly id: string;
  readonly sentence: Sentence;
  readonly unlisted: readonly string[];
  /** True: until the reviewer of the emergency access that they were made under has said that the family is told. */
  readonly untilFamilyIsTold: boolean;
}

/** Categories that no rule of law or unrefused opens to these family roles. Orders and consents still do. */
export interface WithheldFromFamily {
  readonly id: string;
  readonly sentence: Sentence;
  /** Single category codes, or all that the child decides alone at the moment. */
  readonly withholds: readonly string[] | 'DECIDED_BY_CHILD';
  /** The roles of `family`. */
  readonly from: readonly string[];
  /** Not withheld while an involvement of one of these kinds is open: the family knows of that one. */
  readonly unlessServedBy: readonly string[];
}

/** Categories that tell where a child is, or will be: hidden from the family by one act of whoever is in danger. */
interface Whereabouts {
  readonly id: string;
  readonly sentence: Sentence;
  /** Category codes; a domain alone means all of it. */
  readonly whereabouts: readonly string[];
}

/** Holds where a pack has no such section: what a pack leaves unsaid must not become visible. */
export const standardFamilySafety: readonly UnlistedDisclosures[] = [
  {
    id: 'investigations-are-not-announced',
    sentence: {
      en: 'Whoever is alleged to harm a child does not learn from a list that somebody has begun to ask.',
      fr: "Une personne soupçonnée de nuire à un enfant n'apprend pas d'une liste que quelqu'un a commencé à s'informer.",
    },
    unlisted: ['child-protection-investigation', 'law-enforcement-investigation'],
    untilFamilyIsTold: false,
  },
  {
    id: 'emergencies-are-told-by-their-reviewer',
    sentence: {
      en: 'A family learns of an access in an emergency once its reviewer has decided that it is told.',
      fr: "La famille apprend qu'il y a eu un accès d'urgence quand la personne qui l'examine décide de l'en informer.",
    },
    unlisted: ['emergency'],
    untilFamilyIsTold: true,
  },
  {
    id: 'officers-work-is-not-announced',
    sentence: {
      en: 'A family does not learn from a list that an officer has begun to decide on something about the child.',
      fr: "Une famille n'apprend pas d'une liste qu'une personne responsable a commencé à décider de quelque chose au sujet de l'enfant.",
    },
    unlisted: ['privacy-administration'],
    untilFamilyIsTold: false,
  },
];
