import type { Level } from '@trellis/vocabulary';
import { hasBit } from './bits.ts';
import type { Route } from './decision.ts';
import type { RuleMasks } from './recipient-rules.ts';

/**
 * The ways by which this requester could obtain a category at a level. Made of rules, purpose and the requester's own involvement
 * alone: it takes nothing else, so it can tell nothing else.
 */
export function routesTo(masks: RuleMasks, bit: number, level: Level): readonly Route[] {
  if (hasBit(masks.never[level], bit)) return [];
  const routes: Route[] = [];
  const byConsent = [masks.withConsent, masks.unlessRefused, ...masks.withConsentBy.values()];
  if (byConsent.some((sets) => hasBit(sets[level], bit))) routes.push('CONSENT');
  if (hasBit(masks.onApproval[level], bit)) routes.push('APPROVAL');
  if (hasBit(masks.openable[level], bit)) routes.push('EMERGENCY');
  return routes;
}
