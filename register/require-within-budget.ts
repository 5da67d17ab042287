import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import { RegisterError } from './error.ts';
import { actWindowMs, mostActs } from './limits.ts';
import type { Actor } from './records.ts';

/**
 * Throws RATE_LIMITED where one person has acted on one child too often within a short while: whoever writes without end would keep all others
 * from an answer, since each write may move what a decision rests on. Systems of agencies are not persons.
 */
export async function requireWithinBudget(tx: Queryable, actor: Actor, about: string, at: Instant): Promise<void> {
  if (actor.kind === 'system') return;
  const { rows } = await tx.query<{ made: number }>(
    `select count(*)::int as made from
       (select actor from register.event where about = $1 and at > $2::timestamptz order by version desc limit 500) recent
     where actor->>'user' = $3 and actor->>'agency' = $4`,
    [about, new Date(at - actWindowMs), actor.user, actor.agency],
  );
  if ((rows[0]?.made ?? 0) >= mostActs)
    throw new RegisterError('RATE_LIMITED', 'too many acts about one child within ten minutes');
}
