import type { Target } from './target.ts';

/** The outcome of a check. It says what is wrong with the agency, never a value that it answered. */
export type CheckOutcome =
  | { readonly result: 'passed' }
  | { readonly result: 'failed'; readonly found: string; readonly fix: string }
  | { readonly result: 'skipped'; readonly why: string };

/** One promise that a running agency keeps. Its id is stable: scripts name it. */
export interface Check {
  readonly id: string;
  readonly level: 'MUST' | 'SHOULD';
  readonly title: string;
  run(target: Target): Promise<CheckOutcome>;
}

export const passed: CheckOutcome = { result: 'passed' };
export const failed = (found: string, fix: string): CheckOutcome => ({ result: 'failed', found, fix });
export const skipped = (why: string): CheckOutcome => ({ result: 'skipped', why });
