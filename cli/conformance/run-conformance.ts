import { answerChecks } from './answer-checks.ts';
import type { Check, CheckOutcome } from './check.ts';
import { robustnessChecks } from './robustness-checks.ts';
import { sealChecks } from './seal-checks.ts';
import type { Target } from './target.ts';

/** All checks, in the order in which they are run and told. */
export const conformanceChecks: readonly Check[] = [...sealChecks, ...answerChecks, ...robustnessChecks];

type CheckReport = Pick<Check, 'id' | 'level' | 'title'> & CheckOutcome;

export interface ConformanceReport {
  readonly agency: string;
  readonly url: string;
  /** True where every MUST was kept; what could not be checked is no failure. */
  readonly conforms: boolean;
  readonly checks: readonly CheckReport[];
}

/** Runs every check against a running agency, one after another. */
export async function runConformance(target: Target): Promise<ConformanceReport> {
  const checks: CheckReport[] = [];
  for (const { id, level, title, run } of conformanceChecks) checks.push({ id, level, title, ...(await run(target)) });
  const conforms = checks.every(({ level, result }) => level !== 'MUST' || result !== 'failed');
  return { agency: target.agency, url: target.url.href, conforms, checks };
}
