import type { Authority, Instant } from '@trellis/decision';
import type { Requester } from '@trellis/vocabulary';
import type { Known } from './loaders.ts';

/** Whether this family member holds an authority for this child now, of a kind that reads under the role it claims. Suspended is not held. */
export function isHeldNow(
  authority: Authority,
  { user, role }: Requester,
  { rules, now }: Pick<Known, 'rules' | 'now'>,
): boolean {
  const day = dayIn(rules.ruleSet.timeZone, now);
  return (
    authority.holder === user &&
    !authority.suspended &&
    rules.authorityKinds.get(authority.kind)?.family === role &&
    authority.from <= day &&
    (authority.to === null || day < authority.to)
  );
}

function dayIn(timeZone: string, at: Instant): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
