import { TrellisError } from '../errors.ts';
import type { Stage } from './stage.ts';

/** The variables that page a list, in a stage and all behind it. */
export function pagesOf(stage: Stage): readonly string[] {
  return stage.asked.flatMap(({ page, boundary }) => [
    ...Object.values(page ?? {}),
    ...[...(boundary?.stages.values() ?? [])].flatMap(pagesOf),
  ]);
}

/** Refuses a page that is none: before anything is asked, or whether it is refused would tell what there was to page. */
export function checkPages(pages: readonly string[], values: Readonly<Record<string, unknown>>): void {
  for (const variable of pages) {
    const value = values[variable];
    if (typeof value === 'number' && value < 0) throw new TrellisError('BAD_REQUEST', { reason: 'VARIABLES' });
  }
}
