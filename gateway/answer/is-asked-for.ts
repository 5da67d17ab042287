import { routesByApproval } from '@trellis/decision';
import type { Run } from '../execute/run.ts';

/**
 * Whether a request for these categories of a child is taken, each custodian asked for its own: the register refuses one for what a purpose of the requester
 * opens by itself, by the same rule.
 */
export function isAskedFor(
  { requester, tokenPurposes, purposes, decisions }: Run,
  child: string,
  categories: readonly string[],
): boolean {
  const { rules, now } = decisions.reading;
  const { involvements } = decisions.facts(child);
  const custodianOf = (code: string): string => code.split('.', 1)[0] ?? code;
  return [...new Set(categories.map(custodianOf))].every((custodian) => {
    const own = categories.filter((code) => custodianOf(code) === custodian);
    const isTaken = (purpose: string): boolean =>
      routesByApproval(rules, { requester, purpose, now }, involvements, own, tokenPurposes).byItself === undefined;
    return purposes.some(isTaken);
  });
}
