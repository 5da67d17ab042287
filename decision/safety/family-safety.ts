import type { Vocabulary } from '@trellis/vocabulary';
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

/** The id of the rule that holds where a pack has no section on the safety of the family. */
export const unsaid = 'what-no-rule-announces-is-not-announced';

/**
 * The rules that hold where a pack has no such section: what it leaves unsaid must not become visible, so that nobody learns from a list
 * for which purpose somebody asked.
 */
export function standardFamilySafety(vocabulary: Pick<Vocabulary, 'purposes'>): readonly UnlistedDisclosures[] {
  const purposes = [...vocabulary.purposes];
  const emergencies = purposes.filter(([, { hl7 }]) => hl7 === 'BTG').map(([code]) => code);
  return [
    {
      id: unsaid,
      sentence: {
        en: 'The rules do not say what a family may learn from a list, so that it learns of nothing but its own look-ups.',
        fr: "Les règles ne disent pas ce qu'une famille peut apprendre d'une liste : elle n'y voit que ses propres consultations.",
      },
      unlisted: purposes.map(([code]) => code).filter((code) => !emergencies.includes(code)),
      untilFamilyIsTold: false,
    },
    {
      id: 'emergencies-are-told-by-their-reviewer',
      sentence: {
        en: 'A family learns of an access in an emergency once its reviewer has decided that it is told.',
        fr: "La famille apprend qu'il y a eu un accès d'urgence quand la personne qui l'examine décide de l'en informer.",
      },
      unlisted: emergencies,
      untilFamilyIsTold: true,
    },
  ];
}
