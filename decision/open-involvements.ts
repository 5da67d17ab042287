import type { ChildFacts, Instant, Involvement } from './facts.ts';
import { isWithin } from './period.ts';

/** The involvements of one agency with a child that are open at an instant. */
export function openInvolvements(
  { involvements }: Pick<ChildFacts, 'involvements'>,
  agency: string,
  now: Instant,
): readonly Involvement[] {
  return involvements.filter((each) => each.agency === agency && isWithin(each, now));
}
