import type { Requester, Vocabulary } from '@trellis/vocabulary';
import { addBit, allBits, include, noBits } from './bits.ts';
import type { Bits } from './decision.ts';
import type { Recipient } from './facts.ts';
import { knowsRecipient } from './known.ts';

/** The requester and the purpose; with the words needed to read what a fact says about them. */
export interface Asked {
  readonly requester: Requester;
  readonly purpose: string;
  readonly vocabulary: Vocabulary;
  readonly domains: ReadonlyMap<string, Bits>;
  /** True where what withholds does so whatever purpose it names. A lock does. */
  readonly anyPurpose?: boolean;
}

/** The recipients, purposes and categories that a consent, an exception in one, or an order names. What is absent does not narrow. */
export interface Scope {
  readonly recipients?: readonly Recipient[] | undefined;
  readonly purposes?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
}

/** The categories a permitting scope opens to who asks. It must be readable whole: see `isReadable`. */
export function permittedScope(scope: Scope, { requester, purpose, ...words }: Asked): Bits {
  const reaches =
    (scope.recipients?.some((each) => matches(each, requester)) ?? true) && (scope.purposes?.includes(purpose) ?? true);
  if (!reaches) return noBits(words.vocabulary);
  return scope.categories ? categoriesIn(scope.categories, words) : allBits(words.vocabulary);
}

/** The categories a withholding scope closes to who asks. What is empty or cannot be read does not narrow it. */
export function withheldScope({ recipients = [], purposes = [], categories = [] }: Scope, asked: Asked): Bits {
  const { requester, purpose, anyPurpose = false, ...words } = asked;
  const reaches =
    (recipients.length === 0 ||
      recipients.some((each) => matches(each, requester) || !knowsRecipient(each, words.vocabulary))) &&
    (anyPurpose ||
      purposes.length === 0 ||
      purposes.some((each) => each === purpose || !words.vocabulary.purposes.has(each)));
  if (!reaches) return noBits(words.vocabulary);
  return categories.length === 0 ? allBits(words.vocabulary) : categoriesIn(categories, words);
}

/** Checks whether every code in a scope is one the vocabulary knows. */
export function isReadable(scope: Scope, { vocabulary, domains }: Pick<Asked, 'vocabulary' | 'domains'>): boolean {
  return (
    (scope.recipients ?? []).every((each) => knowsRecipient(each, vocabulary)) &&
    (scope.purposes ?? []).every((each) => vocabulary.purposes.has(each)) &&
    (scope.categories ?? []).every((each) => vocabulary.bit.has(each) || domains.has(each))
  );
}

export function matches(recipient: Recipient, { agency, role, user }: Requester): boolean {
  return (
    recipient.agency === agency &&
    (recipient.role === undefined || recipient.role === role) &&
    (recipient.user === undefined || recipient.user === user)
  );
}

function categoriesIn(codes: readonly string[], { vocabulary, domains }: Pick<Asked, 'vocabulary' | 'domains'>): Bits {
  const bits = noBits(vocabulary);
  for (const code of codes) {
    const bit = vocabulary.bit.get(code);
    const domain = domains.get(code);
    if (bit !== undefined) addBit(bits, bit);
    else if (domain) include(bits, domain);
  }
  return bits;
}
