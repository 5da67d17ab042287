import {
  bitsOf,
  decidedByChild,
  heldAuthorities as decidingAuthorities,
  intersect,
  isChildsRole,
  isEmpty,
  minus,
  type CompiledRules,
  type Consent,
} from '@trellis/decision';
import { expandCategories } from '@trellis/vocabulary';
import { authoritiesHeldBy, type ConditionContext } from './conditions.ts';
import { forbidden } from './error.ts';
import { childFactsOf } from './facts-of.ts';
import { omit } from './omit.ts';
import type { Actor, Detail, Recorded } from './records.ts';

/**
 * A consent as this member of a family may know it. What the child did to somebody else's permit about what it decides alone is left out, for
 * everybody in the family but the child: the permit then looks, and can be acted on, as it stood before.
 */
export function seenConsent(
  actor: Pick<Actor, 'kind' | 'role'>,
  record: Recorded<'consent'>,
  rules: Pick<CompiledRules, 'authorityKinds'>,
): Recorded<'consent'> {
  if (actor.kind !== 'family' || isChildsRole(rules, actor.role)) return record;
  const stood = stoodBefore(record);
  const { lapsedOpenly } = record.detail;
  const detail: Detail = {
    ...omit(record.detail, 'lapsed'),
    ...(lapsedOpenly !== undefined && { lapsed: lapsedOpenly }),
  };
  if (stood === undefined) return { ...record, detail };
  const before = omit(omit(detail, 'stood'), 'withdrawnFor');
  return { ...record, state: stood, body: { ...record.body, state: stood }, detail: before };
}

/** The state in which a consent stood before the child changed it in secret; undefined where it did not. */
export function stoodBefore({ detail }: Pick<Recorded, 'detail'>): Consent['state'] | undefined {
  const { stood } = detail;
  return stood === 'ACTIVE' || stood === 'NEEDS_CONFIRMATION' || stood === 'PROPOSED' ? stood : undefined;
}

/**
 * The detail to note where the child changes somebody else's permit: how it stood, since what the child decides alone is nobody else's to learn.
 * Empty for everybody else. Refused where the child decides on nothing of it, or where its giver still decides on some of the rest: the child
 * then refuses in its own name what it decides on.
 */
export function changedInSecret(context: ConditionContext, record: Recorded<'consent'>): Detail {
  const { body } = record;
  const { actor, at, records, rules } = context;
  const isOwn = authoritiesHeldBy(context).some(({ id }) => id === body.by);
  if (actor.kind !== 'family' || !isChildsRole(rules, actor.role) || isOwn) return {};
  const facts = childFactsOf('', 0, records);
  const alone = decidedByChild(rules, facts, at);
  const named = bitsOf(
    rules.vocabulary,
    body.categories.filter((code) => expandCategories(rules.vocabulary, code)),
  );
  const giver = decidingAuthorities(rules, facts, at).find(({ authority }) => authority.id === body.by);
  const isGivers = giver !== undefined && !isEmpty(minus(intersect(named, giver.mayPermit), alone));
  if (isGivers || isEmpty(intersect(named, alone))) throw forbidden();
  return { stood: stoodBefore(record) ?? body.state };
}
