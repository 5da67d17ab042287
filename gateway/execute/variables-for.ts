import type { Fetch } from '../stages/fetch-plan.ts';
import type { Run } from './run.ts';

/** The variables that a cut request still uses, declared and given their values. */
export function variablesFor(
  run: Run,
  fetch: Fetch,
  used: ReadonlySet<string>,
): { declared: string[]; variables: Record<string, unknown> } {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  for (const name of used) {
    declared.push(`$${name}:${fetch.declared.get(name) ?? ''}`);
    variables[name] = run.values[name];
  }
  return { declared, variables };
}
