import type { Requester, Vocabulary } from '@trellis/vocabulary';
import { bitsOf } from './bits.ts';
import { compileAuthorityKind } from './compiled-authority-kind.ts';
import { RecipientRules } from './recipient-rules.ts';
import { knowsRequester, servesPurpose } from './known.ts';
import type { RuleSet, SharingRule } from './rule-set.ts';
import type { RuleSetBits } from './rule-set-bits.ts';

/** A rule set made ready to decide with. Immutable in all that can be seen; masks are made when first asked for and kept. */
export interface CompiledRules extends RuleSetBits {
  /** The rules that concern this requester and purpose; undefined for anyone or anything the vocabulary does not know. */
  rulesFor(requester: Requester, purpose: string): RecipientRules | undefined;
}

/** More kinds of involvement than this would not fit in a mask of small integers, and one would pass for another. */
const mostInvolvementKinds = 30;

export function compileRules(ruleSet: RuleSet, vocabulary: Vocabulary): CompiledRules {
  if (vocabulary.involvementKinds.length > mostInvolvementKinds) {
    throw new RangeError(`more than ${mostInvolvementKinds} kinds of involvement`);
  }
  const rules = ruleSet.rules.map((rule) => ({ rule, bits: bitsOf(vocabulary, rule.categories) }));
  const involvementBit = new Map(vocabulary.involvementKinds.map((kind, bit) => [kind, bit]));
  const domains = new Map(
    [...new Set(vocabulary.categories.map(({ domain }) => domain))].map((domain) => [
      domain,
      bitsOf(vocabulary, [domain]),
    ]),
  );
  const unowned = [...domains.keys()].filter((domain) => !vocabulary.agencies.includes(domain));
  const approvable = new Map(
    vocabulary.agencies.map((agency) => [agency, bitsOf(vocabulary, domains.has(agency) ? [agency, ...unowned] : [])]),
  );
  const made = new Map<string, RecipientRules>();
  return {
    ruleSet,
    vocabulary,
    involvementBit,
    authorityKinds: new Map(ruleSet.authorities.map((kind) => [kind.kind, compileAuthorityKind(kind, vocabulary)])),
    domains,
    emergencyPurposes: new Set([...vocabulary.purposes].filter(([, { hl7 }]) => hl7 === 'BTG').map(([code]) => code)),
    approvable,
    rulesFor(requester, purpose) {
      if (!knowsRequester(vocabulary, requester) || !servesPurpose(vocabulary, purpose)) return undefined;
      // Every part of the key is a word of the vocabulary, so the map cannot grow beyond their product.
      const key = `${requester.agency} ${requester.role} ${requester.kind} ${purpose}`;
      let found = made.get(key);
      if (!found) {
        found = new RecipientRules(
          rules.filter(({ rule }) => concerns(rule, requester, purpose)),
          vocabulary,
          involvementBit,
        );
        made.set(key, found);
      }
      return found;
    },
  };
}

/** Checks whether a rule speaks of this recipient and purpose. */
export function concerns(rule: SharingRule, { agency, role, kind }: Requester, purpose: string): boolean {
  const recipient =
    rule.recipients === 'EVERYONE' ||
    rule.recipients.some((each) => each.agency === agency && each.roles.includes(role) && each.kinds.includes(kind));
  return recipient && (rule.purposes === 'EVERY' || rule.purposes.includes(purpose));
}
