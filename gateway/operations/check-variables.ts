import { TrellisError } from '../errors.ts';
import type { EdgeLimits } from './edge-limits.ts';

const inherited: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Checks the JSON of the variables for size and form, whatever their types: nesting, number of values, length of each list.
 * Walks level by level, so that no nesting can overflow the stack.
 */
export function checkVariables(variables: Readonly<Record<string, unknown>>, limits: EdgeLimits): void {
  let level: unknown[] = [variables];
  let size = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.variablesDepth) throw exceeded('variablesDepth', limits);
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      const isList = Array.isArray(value);
      if (isList && value.length > limits.listArguments) throw exceeded('listArguments', limits);
      for (const key in value) {
        if (!isList && inherited.has(key)) throw new TrellisError('BAD_REQUEST', { reason: 'VARIABLES' });
        size += 1;
        if (size > limits.variablesSize) throw exceeded('variablesSize', limits);
        next.push((value as Record<string, unknown>)[key]);
      }
    }
    level = next;
  }
}

function exceeded(limit: 'variablesDepth' | 'variablesSize' | 'listArguments', limits: EdgeLimits): TrellisError {
  return new TrellisError('LIMIT_EXCEEDED', { limit, allowed: limits[limit] });
}
