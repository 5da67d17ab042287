import type { MemberView, RecordedUse } from '@trellis/decision';

/** A part of a disclosure that is not on a family member's own list, and why. */
export interface LeftOut {
  readonly categories: readonly string[];
  readonly reason: Reason;
  /** The pack's rule, where one says so. */
  readonly rule: string | null;
  readonly sentence: string;
  readonly phrase: string;
}

type Reason = 'SAFETY' | keyof typeof sentences;

const sentences = {
  MEMBER: {
    en: 'What another member of the family looked up is theirs alone to know.',
    fr: "Ce qu'un autre membre de la famille a consulté ne regarde que cette personne.",
  },
  CONSENT: {
    en: 'It rests on a consent of which this member is not told.',
    fr: "Cela repose sur un consentement dont ce membre de la famille n'est pas informé.",
  },
  AGENCY: {
    en: 'It would tell that an agency works with the child, of which this member of the family is not told.',
    fr: "Cela apprendrait qu'un organisme intervient auprès de l'enfant, ce dont ce membre de la famille n'est pas informé.",
  },
  EMERGENCY: {
    en: 'It was opened in an emergency, and the reviewer has not said that the family is told.',
    fr: "L'accès était d'urgence, et la personne qui l'a examiné n'a pas dit que la famille en est informée.",
  },
  READING: {
    en: 'A member of the family is told of the kinds of data that they may read themselves at the time.',
    fr: "Un membre de la famille est informé des types de données qu'il peut lire lui-même à ce moment.",
  },
} as const;

/** Whatever of these categories of a disclosure a member's list leaves out, each with the reason that comes first. */
export function leftOut(
  use: RecordedUse,
  categories: readonly string[],
  view: MemberView,
  member: { readonly user: string },
): readonly LeftOut[] {
  if (categories.length === 0) return [];
  if (use.requester.agency === 'family' && use.requester.user !== member.user) return [because('MEMBER', categories)];
  const rules = use.requester.agency === 'family' ? [] : view.unlistedBy(use);
  if (rules.length > 0)
    return rules.map(({ id, sentence: { en, fr } }) => ({
      categories,
      reason: 'SAFETY',
      rule: id,
      sentence: en,
      phrase: fr,
    }));
  if (use.requester.agency !== 'family' && !view.agency(use.requester.agency)) return [because('AGENCY', categories)];
  const reasons = categories.map((code) => [code, reasonFor(code, use, view)] as const);
  return (['CONSENT', 'EMERGENCY', 'READING'] as const).flatMap((reason) => {
    const codes = reasons.filter(([, found]) => found === reason).map(([code]) => code);
    return codes.length === 0 ? [] : [because(reason, codes)];
  });
}

function reasonFor(code: string, { grounds }: RecordedUse, view: MemberView): 'CONSENT' | 'EMERGENCY' | 'READING' {
  const hidden = grounds.filter((each) => each.categories.includes(code) && !view.ground(each)).map(({ kind }) => kind);
  return hidden.includes('CONSENT') ? 'CONSENT' : hidden.includes('EMERGENCY') ? 'EMERGENCY' : 'READING';
}

function because(reason: keyof typeof sentences, categories: readonly string[]): LeftOut {
  const { en, fr } = sentences[reason];
  return { categories, reason, rule: null, sentence: en, phrase: fr };
}
