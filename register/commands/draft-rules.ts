import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import { outdatedRuleSet } from '../outdated-rule-set.ts';
import { headOfRuleSet, publishedRuleSets } from '../published-rule-sets.ts';
import { ofKind } from '../record-kind.ts';
import { readRules } from '../read-rules.ts';
import type { Actor, Recorded } from '../records.ts';
import { ruleSetId } from '../rule-set-id.ts';
import { ruleSetText } from '../rule-set-text.ts';
import { runCommand } from '../run-command.ts';
import { storeRuleSet } from '../store-rule-set.ts';

/** Stores a checked draft under the next number. Refused unless it was written against the last set published, with what they differ in. */
export async function draftRules(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'rule-set'>> {
  const { base, yaml, reason = null } = readInput(dependencies.inputs.rules, given);
  const draft = readRules(yaml, dependencies.vocabulary);
  return runCommand(dependencies, actor, { mutation: 'draftRules', about: 'rules' }, async (context) => {
    const head = headOfRuleSet(await publishedRuleSets(context.tx));
    if (base !== head) throw await outdatedRuleSet(context.tx, dependencies.network, { base, head, draft });
    for (const each of ofKind(context.records, 'rule-set')) {
      const { state, author, base: of, reverts, number } = each.body;
      const isSame =
        state === 'DRAFT' &&
        author === actor.user &&
        of === base &&
        reverts === undefined &&
        (each.detail['reason'] ?? null) === reason;
      // Drafted twice for one reason is once.
      if (isSame && (await ruleSetText(context.tx, number)) === yaml) return each;
    }
    const body = await storeRuleSet(context, yaml, { base, state: 'DRAFT', approvedBy: null });
    return context.write({
      act: 'DRAFTED',
      kind: 'rule-set',
      id: ruleSetId(body.number),
      state: 'DRAFT',
      body,
      detail: { by: actor.user, ...(reason !== null && { reason }) },
    });
  });
}
