import { expandCategories } from '@trellis/vocabulary';
import type { FhirContext } from './consent-draft.ts';
import type { FhirConsent } from './read-consent.ts';
import type { Refuse } from './read-conditions.ts';

/** The categories that a Consent is about where it names whose records it is about: as the network names them, and every single category in them. */
export function custodianCategories(
  { custodians, custodiansAt }: FhirConsent,
  context: FhirContext,
  refuse: Refuse,
): { named: readonly string[]; reached: ReadonlySet<string> } | undefined {
  if (custodians.length === 0) return undefined;
  const named = custodians.flatMap(({ reference }, index) => {
    const found = reference === undefined ? undefined : context.custodian(reference);
    if (!found) refuse(`${custodiansAt}[${String(index)}]`, 'No custodian on this network is known by it.');
    return found ?? [];
  });
  return { named, reached: new Set(named.flatMap((code) => expandCategories(context.vocabulary, code) ?? [])) };
}
