import { routesByApproval } from '@trellis/decision';
import { ofKind } from './record-kind.ts';
import type { CommandContext } from './run-command.ts';

export interface RoutesRequest {
  readonly categories: readonly string[];
  readonly purpose: string;
}

/** The effect of a request if it is approved: which of its categories no rule opens then, and the purpose of the token that opens all by itself. */
export function requestRoutes(
  { actor, at, rules, records }: CommandContext,
  { categories, purpose }: RoutesRequest,
  purposes: readonly string[],
): ReturnType<typeof routesByApproval> {
  const { agency, role, user, kind } = actor;
  const involvements = ofKind(records, 'involvement').map(({ body }) => body);
  const question = { requester: { agency, role, user, kind }, purpose, now: at };
  return routesByApproval(rules, question, involvements, categories, purposes);
}
