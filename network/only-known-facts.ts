import type { StandingApproval } from '@trellis/decision';
import { expandCategories, type Vocabulary } from '@trellis/vocabulary';
import type { RegisterChild } from './population/register-facts.ts';

/** Terms that name whom and what they are about. */
interface Terms {
  readonly recipients: readonly { readonly agency: string }[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
}

/** The invented facts of a child without those that name what is not on this network; leaving one out can only withhold. */
export function onlyKnownFacts(vocabulary: Vocabulary): (child: RegisterChild) => RegisterChild {
  const known = knownWords(vocabulary);
  return (child) => ({
    ...child,
    consents: child.consents.filter(known.terms),
    orders: child.orders.filter((order) => known.categories(order.categories)),
    involvements: child.involvements.filter(({ agency, kind }) => known.agency(agency) && known.kind(kind)),
    approvals: child.approvals.filter(
      ({ custodian, categories }) => known.agency(custodian) && known.categories(categories),
    ),
    emergencies: child.emergencies.filter(({ agency }) => known.agency(agency)),
  });
}

/** The same of standing approvals. */
export function onlyKnownProtocols(
  vocabulary: Vocabulary,
  approvals: readonly StandingApproval[],
): readonly StandingApproval[] {
  const known = knownWords(vocabulary);
  return approvals.filter(
    ({ custodian, recipient, categories }) =>
      known.agency(custodian) && known.agency(recipient.agency) && known.categories(categories),
  );
}

function knownWords(vocabulary: Vocabulary) {
  const agencies = new Set([...vocabulary.agencies, 'network', 'family']);
  const agency = (name: string): boolean => agencies.has(name);
  const categories = (codes: readonly string[]): boolean =>
    codes.every((code) => expandCategories(vocabulary, code) !== undefined);
  return {
    agency,
    categories,
    kind: (kind: string): boolean => vocabulary.involvementKinds.includes(kind),
    terms: (terms: Terms): boolean =>
      terms.recipients.every((recipient) => agency(recipient.agency)) &&
      terms.purposes.every((purpose) => vocabulary.purposes.has(purpose)) &&
      categories(terms.categories),
  };
}
