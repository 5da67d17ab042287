import { hash } from 'node:crypto';
import { TrellisError } from '../errors.ts';
import type { Verified } from '../requester/token-verifier.ts';

/** The amount that an agency, an app within an agency, or a person may use up in a window of time. */
export interface Budget {
  readonly per: 'agency' | 'app' | 'user';
  /** Requests, or the expanded selections of the operations: a function of the operation alone, never of what it finds. */
  readonly measure: 'requests' | 'cost';
  readonly limit: number;
  readonly windowMs: number;
}

/** The platform's cache, as far as budgets need it. */
export interface Take {
  take(key: string, budget: { limit: number; windowMs: number; cost: number }): Promise<boolean>;
}

interface Spender {
  readonly agency: string;
  readonly app?: string;
  /** The `sub` of the token; none for an agency's system. */
  readonly user?: string;
}

/** The spender that a token names: an agency's system asks for many people, so its agency's budget is its own. */
export function spenderOf({ requester, app }: Verified): Spender {
  const { agency, user, kind } = requester;
  return { agency, ...(kind !== 'system' && { user }), ...(app !== undefined && { app }) };
}

/** Takes from every budget of one measure. Throws RATE_LIMITED where one is used up. */
export type Spend = (who: Spender, measure: Budget['measure'], cost: number) => Promise<void>;

/**
 * Opens the budgets. They protect the gateway, not the records: while the cache cannot be reached nothing is counted, which
 * `onFault` is told, and every decision stands as it would.
 */
export function openBudgets(budgets: readonly Budget[], cache: Take, onFault: (error: unknown) => void): Spend {
  return async (who, measure, cost) => {
    const takes = budgets.flatMap((budget) => {
      if (budget.measure !== measure || (budget.per !== 'agency' && who[budget.per] === undefined)) return [];
      return [takeFrom(cache, budget, keyOf(budget, who), cost, onFault)];
    });
    if (takes.length > 0 && (await Promise.all(takes)).includes(false)) throw new TrellisError('RATE_LIMITED');
  };
}

async function takeFrom(
  cache: Take,
  { limit, windowMs }: Budget,
  key: string,
  cost: number,
  onFault: (error: unknown) => void,
): Promise<boolean> {
  try {
    return await cache.take(key, { limit, windowMs, cost });
  } catch (error) {
    onFault(error);
    return true;
  }
}

/** The parts are codes without a slash between them, so no two spenders share a key; a person's is a hash: a key is no place for a name. */
function keyOf({ per, measure, windowMs }: Budget, { agency, app = '', user = '' }: Spender): string {
  const own = per === 'app' ? [app] : per === 'user' ? [hash('sha256', user, 'base64url')] : [];
  return ['budget', per, measure, String(windowMs), agency, ...own].join('/');
}
