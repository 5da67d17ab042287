import type { RuleSet } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import { differenceOf } from './difference-of.ts';
import { RegisterError } from './error.ts';
import type { NetworkReader } from './network-reader.ts';

/** Somebody published since: said with what the two texts do not share. */
export async function outdatedRuleSet(
  tx: Queryable,
  network: NetworkReader,
  { base, head, draft }: { base: number; head: number | undefined; draft: RuleSet },
): Promise<RegisterError> {
  const published = head === undefined ? undefined : (await network.compiled(head, tx)).ruleSet;
  return new RegisterError(
    'CONFLICT',
    `the last rule set published is ${head ?? 'none'}, not ${base}`,
    differenceOf(published, draft),
  );
}
