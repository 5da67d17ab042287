import { RegisterError } from './error.ts';
import { requestRoutes, type RoutesRequest } from './request-routes.ts';
import type { CommandContext } from './run-command.ts';

/**
 * Throws BAD_REQUEST, with the reason, for a request after whose approval nothing would follow, or which a purpose of the requester's token
 * makes needless. It is judged on the rules and on the requester's own involvement alone, so that the answer tells nothing of what anybody
 * consented to or a court ordered.
 */
export function refuseFutileRequest(
  context: CommandContext,
  request: RoutesRequest,
  purposes: readonly string[],
): void {
  const { unopened, byItself } = requestRoutes(context, request, purposes);
  if (unopened.length === 0 && byItself === undefined) return;
  const named = (unopened.length === 0 ? request.categories : unopened).join(', ');
  throw new RegisterError(
    'BAD_REQUEST',
    byItself === undefined
      ? `\`categories\` names what no rule opens on approval for this purpose: ${named}`
      : `\`purpose\` does not fit: \`${byItself}\` opens this by itself: ${named}`,
    undefined,
    byItself === undefined ? 'NOT_OPENED_ON_APPROVAL' : 'OPENED_BY_ITSELF',
  );
}
