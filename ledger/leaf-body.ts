import type { DisclosureEntry, WithholdingEntry } from './entry.ts';

/**
 * The one form in which an entry is hashed and kept: JSON without spaces, keys in this order, lists sorted, the child as its salted hash.
 * A verifier hashes these bytes as they are and needs to know nothing else.
 */
export function disclosureBody(at: string, childHash: string, entry: DisclosureEntry): string {
  return JSON.stringify({
    v: 1,
    log: 'disclosure',
    at,
    disclosure: entry.disclosure,
    requester: requesterOf(entry),
    purpose: entry.purpose,
    child: childHash,
    full: sorted(entry.categories.FULL),
    summary: sorted(entry.categories.SUMMARY),
    grounds: entry.grounds
      .map(({ category, kind, id }) => [category, kind, id])
      .sort((one, two) => compare(one.join(' '), two.join(' '))),
    ruleSet: entry.ruleSet,
    operation: entry.operation,
    obligations: sorted(entry.obligations),
    ...(entry.flow === undefined ? {} : { to: entry.flow.to }),
  });
}

export function withholdingBody(at: string, childHash: string, entry: WithholdingEntry): string {
  return JSON.stringify({
    v: 1,
    log: 'withholding',
    at,
    disclosure: entry.disclosure,
    requester: requesterOf(entry),
    purpose: entry.purpose,
    child: childHash,
    categories: sorted(entry.categories),
    ruleSet: entry.ruleSet,
    operation: entry.operation,
  });
}

function requesterOf({ requester: { agency, role, user, kind } }: DisclosureEntry | WithholdingEntry) {
  return { agency, role, user, kind };
}

function sorted(codes: readonly string[]): string[] {
  return [...codes].sort(compare);
}

function compare(one: string, two: string): number {
  return one < two ? -1 : one > two ? 1 : 0;
}
