import type { Line } from './ladder.ts';
import type { Sentence } from './rule-set.ts';

/** The sentences of each line about a category: when it applies, and when it does not. `half`: a rule speaks, and what it waits for is missing. */
export const ladderSentences: Readonly<Record<Line, { yes: Sentence; no: Sentence; half?: Sentence }>> = {
  1: {
    yes: {
      en: 'A sharing rule says that this is never disclosed: no.',
      fr: "Une règle de partage dit que ceci n'est jamais divulgué : non.",
    },
    no: { en: 'No sharing rule says never.', fr: 'Aucune règle de partage ne dit jamais.' },
  },
  2: {
    yes: {
      en: 'A court order in force forbids it: no.',
      fr: "Une ordonnance judiciaire en vigueur l'interdit : non.",
    },
    no: { en: 'No court order in force forbids it.', fr: "Aucune ordonnance en vigueur ne l'interdit." },
  },
  3: {
    yes: {
      en: 'A court order in force permits it: yes.',
      fr: 'Une ordonnance judiciaire en vigueur le permet : oui.',
    },
    no: { en: 'No court order in force permits it.', fr: 'Aucune ordonnance en vigueur ne le permet.' },
  },
  4: {
    yes: {
      en: 'A sharing rule says that the law requires it: yes.',
      fr: "Une règle de partage dit que la loi l'exige : oui.",
    },
    no: {
      en: 'No sharing rule says that the law requires it.',
      fr: "Aucune règle de partage ne dit que la loi l'exige.",
    },
    half: {
      en: 'A sharing rule says that the law requires it, and a lock, or a rule on the safety of the family, withholds it.',
      fr: "Une règle de partage dit que la loi l'exige, mais un verrou, ou une règle sur la sécurité de la famille, le retient.",
    },
  },
  5: {
    yes: {
      en: 'The law allows it, and the custodian has approved: yes.',
      fr: 'La loi le permet, et le dépositaire a approuvé : oui.',
    },
    no: {
      en: "No sharing rule leaves it to the custodian's approval.",
      fr: "Aucune règle de partage ne s'en remet à l'approbation du dépositaire.",
    },
    half: {
      en: 'The law allows it at discretion, and the custodian has not approved.',
      fr: "La loi le permet à discrétion, et le dépositaire n'a pas approuvé.",
    },
  },
  6: {
    yes: {
      en: 'Emergency access is open, this may be opened in an emergency, and nobody entitled to has locked it: yes.',
      fr: "L'accès d'urgence est ouvert, ceci peut être ouvert en cas d'urgence, et personne d'autorisé ne l'a verrouillé : oui.",
    },
    no: { en: 'No emergency access opens it.', fr: "Aucun accès d'urgence ne l'ouvre." },
    half: {
      en: 'It may be opened in an emergency, and no emergency access is open or somebody entitled to has locked it.',
      fr: "Ceci peut être ouvert en cas d'urgence, mais aucun accès n'est ouvert ou une personne autorisée l'a verrouillé.",
    },
  },
  7: {
    yes: { en: 'Somebody entitled to refuse has refused: no.', fr: 'Une personne autorisée à refuser a refusé : non.' },
    no: { en: 'Nobody entitled to refuse has refused.', fr: "Aucune personne autorisée à refuser n'a refusé." },
  },
  8: {
    yes: {
      en: 'A sharing rule permits it unless it is refused: yes.',
      fr: 'Une règle de partage le permet sauf refus : oui.',
    },
    no: {
      en: 'No sharing rule permits it unless refused.',
      fr: 'Aucune règle de partage ne le permet sauf refus.',
    },
    half: {
      en: 'A sharing rule permits it unless refused; a rule on the safety of the family, or an emergency that nobody opened, withholds it.',
      fr: "Une règle de partage le permet sauf refus, mais une règle sur la sécurité de la famille, ou une urgence que personne n'a ouverte, le retient.",
    },
  },
  9: {
    yes: {
      en: 'A sharing rule permits it with consent, and somebody entitled to has consented: yes.',
      fr: 'Une règle de partage le permet avec consentement, et une personne autorisée a consenti : oui.',
    },
    no: {
      en: 'No sharing rule permits it with consent.',
      fr: 'Aucune règle de partage ne le permet avec consentement.',
    },
    half: {
      en: 'A sharing rule permits it with consent, and nobody entitled to has consented.',
      fr: "Une règle de partage le permet avec consentement, et personne d'autorisé n'a consenti.",
    },
  },
  10: {
    yes: { en: 'Nothing permits it: no.', fr: 'Rien ne le permet : non.' },
    no: { en: 'Nothing permits it: no.', fr: 'Rien ne le permet : non.' },
  },
};
