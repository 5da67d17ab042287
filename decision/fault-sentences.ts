import type { Sentence } from './sentence.ts';

/** The words of a pack that a vocabulary may not have, with their French and its form of *unknown*. */
const words = {
  'time zone': 'fuseau horaire inconnu',
  category: 'catégorie inconnue',
  agency: 'organisme inconnu',
  role: 'rôle inconnu',
  'family role': 'rôle familial inconnu',
  purpose: 'fin inconnue',
  'involvement kind': "type d'intervention inconnu",
  'kind of authority': "type d'autorité inconnu",
} as const;
export type WordOfPack = keyof typeof words;

/** A word that the vocabulary does not have. */
export function unknownWord(word: WordOfPack, code: string, of?: string): Sentence {
  const owner = of === undefined ? ['', ''] : [` of \`${of}\``, ` pour \`${of}\``];
  return { en: `unknown ${word} \`${code}\`${owner[0]}`, fr: `${words[word]} : \`${code}\`${owner[1]}` };
}

/** The faults of a well-shaped pack, in both languages. */
export const faultSentences = {
  idTaken: { en: 'this id is taken', fr: 'cet identifiant est déjà pris' },
  kindTaken: { en: 'this kind is taken', fr: 'ce type est déjà pris' },
  agesReversed: { en: 'the ages are reversed', fr: "les âges sont dans l'ordre inverse" },
  onlyNeverForEveryone: { en: 'only NEVER may name EVERYONE', fr: 'seul NEVER peut nommer EVERYONE' },
  onlyNeverForEvery: { en: 'only NEVER may name EVERY purpose', fr: 'seul NEVER peut nommer toutes les fins (EVERY)' },
  familyHasNoInvolvement: {
    en: 'a family member has no involvement: say NONE',
    fr: "un membre de la famille n'intervient pas : écrivez NONE",
  },
  kindsOfInvolvement: {
    en: 'AGENCY and ASSIGNED name at least one kind, NONE names none',
    fr: "AGENCY et ASSIGNED nomment au moins un type, NONE n'en nomme aucun",
  },
  neverWhateverInvolvement: {
    en: 'NEVER holds whatever the involvement',
    fr: "NEVER vaut quelle que soit l'intervention",
  },
  neverOpened: { en: 'nothing opens what is NEVER disclosed', fr: "rien n'ouvre ce qui n'est jamais divulgué (NEVER)" },
  sayWhoLocks: { en: 'say who may lock this, or []', fr: 'dites qui peut verrouiller ceci, ou []' },
  nameTheDuty: { en: 'BY_LAW names the duty it serves', fr: "BY_LAW nomme l'obligation qu'il sert" },
  onlyNeverForPersons: {
    en: 'only NEVER is for recorded persons alone',
    fr: 'seul NEVER vise uniquement des personnes inscrites',
  },
  onlyFamilyByAuthority: {
    en: 'only a family member asks by an authority',
    fr: "seul un membre de la famille demande au titre d'une autorité",
  },
  neverWhateverOpen: { en: 'NEVER holds whatever is open', fr: "NEVER vaut quoi qu'il y ait d'ouvert" },
  neverWhateverAuthority: { en: 'NEVER holds whatever the authority', fr: "NEVER vaut quelle que soit l'autorité" },
  holdsAsksNoRank: {
    en: 'HOLDS asks for no rank: leave beside out',
    fr: 'HOLDS ne demande aucun rang : laissez beside de côté',
  },
  nothingTakenFromNever: {
    en: 'nothing is taken out of what is NEVER disclosed',
    fr: "rien n'est retiré de ce qui n'est jamais divulgué (NEVER)",
  },
  consentByWithConsent: {
    en: 'only a WITH_CONSENT rule asks whose consent it is',
    fr: 'seule une règle WITH_CONSENT demande de qui vient le consentement',
  },
  lockBindsByLaw: {
    en: 'only a BY_LAW rule that says who may lock is bound by a lock',
    fr: 'seule une règle BY_LAW qui dit qui peut verrouiller est liée par un verrou',
  },
  childDecidesOfChild: {
    en: 'a child decides only on what is of the child',
    fr: "un enfant ne décide que de ce qui porte sur l'enfant",
  },
  yieldsAtIsForOthers: {
    en: 'yieldsAt is for those who decide FOR_CHILD',
    fr: "yieldsAt vise qui décide pour l'enfant (FOR_CHILD)",
  },
  presumedFromIsForChild: {
    en: 'presumedFrom is for the child itself',
    fr: "presumedFrom vise l'enfant lui-même",
  },
} as const satisfies Readonly<Record<string, Sentence>>;
