import { allBits, noBits, union } from './bits.ts';
import type { RuleSetBits } from './rule-set-bits.ts';
import type { CompiledAuthorityKind } from './compiled-authority-kind.ts';
import type { Bits } from './decision.ts';
import type { Authority } from './facts.ts';
import { isDay, isDayPeriod } from '@trellis/vocabulary';

/** An authority that can be read, with its kind and the categories of its domains. */
export interface ReadAuthority {
  readonly fact: Authority;
  readonly kind: CompiledAuthorityKind;
  readonly domains: Bits;
}

/**
 * The authorities of a child by id. One that cannot be read — a kind the rule set does not know, an unknown domain, a date that
 * is none, two that differ under one id — is left out: what was decided under it permits nothing, and refuses.
 */
export function readAuthorities(
  authorities: readonly Authority[],
  rules: Pick<RuleSetBits, 'authorityKinds' | 'domains' | 'vocabulary'>,
): ReadonlyMap<string, ReadAuthority> {
  const read = new Map<string, ReadAuthority>();
  const unreadable = new Set<string>();
  for (const fact of authorities) {
    const kind = rules.authorityKinds.get(fact.kind);
    const domains = domainBits(fact.domains, rules);
    const earlier = read.get(fact.id);
    if (!kind || !domains || !isDay(fact.from) || !isDayPeriod(fact.from, fact.to)) unreadable.add(fact.id);
    else if (earlier && JSON.stringify(earlier.fact) !== JSON.stringify(fact)) unreadable.add(fact.id);
    else read.set(fact.id, { fact, kind, domains });
  }
  unreadable.forEach((id) => read.delete(id));
  return read;
}

function domainBits(
  domains: readonly string[] | null,
  rules: Pick<RuleSetBits, 'domains' | 'vocabulary'>,
): Bits | undefined {
  if (domains === null) return allBits(rules.vocabulary);
  let bits = noBits(rules.vocabulary);
  for (const domain of domains) {
    const named = rules.domains.get(domain);
    if (!named) return undefined;
    bits = union(bits, named);
  }
  return bits;
}
