import type { Queryable } from '@trellis/platform';
import { ofKind } from './record-kind.ts';
import { recordsAbout } from './records-about.ts';
import type { Recorded } from './records.ts';

/** The publications that stand, live or still to be. */
export async function publishedRuleSets(tx: Queryable): Promise<readonly Recorded<'publication'>[]> {
  return ofKind(await recordsAbout(tx, 'network'), 'publication').filter(({ body }) => body.cancelled !== true);
}

/** The number of the set published last, live or still to be. Numbers only grow. */
export function headOfRuleSet(publications: readonly Recorded<'publication'>[]): number | undefined {
  return publications.length === 0 ? undefined : Math.max(...publications.map(({ body }) => body.number));
}
