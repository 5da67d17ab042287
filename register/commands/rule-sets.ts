import { checkRuleSet, parseRuleSet, RuleSetProblems, type RuleSet } from '@trellis/decision';
import { ofKind } from '../conditions.ts';
import { onRecordsOf, recordsAbout, type Tools, type Work } from '../desk.ts';
import { lockForWriting } from '../append.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { liveAt } from '../network-reader.ts';
import type { Actor, Recorded, RuleSetRecord } from '../records.ts';

const idOf = (number: number): string => `rule-set:${number}`;

export function ruleSetCommands(tools: Tools) {
  /** Refuses a text that does not fit, with every place that does not: a bad set never comes near the live one. */
  const check = (yaml: string): RuleSet => {
    try {
      const ruleSet = parseRuleSet(yaml, tools.vocabulary);
      const errors = checkRuleSet(ruleSet, tools.vocabulary).filter(({ severity }) => severity === 'ERROR');
      if (errors.length > 0)
        throw new RegisterError('BAD_REQUEST', errors.map(({ message }) => message.en).join(' '), errors);
      return ruleSet;
    } catch (error) {
      if (!(error instanceof RuleSetProblems)) throw error;
      throw new RegisterError('BAD_REQUEST', error.message, error.problems);
    }
  };

  const publish = async (work: Work, target: Recorded<'rule-set'>, from: number): Promise<Recorded<'rule-set'>> => {
    const { rows } = await work.tx.query<{ yaml: string }>(
      'select yaml from register.rule_set_text where number = $1',
      [target.body.number],
    );
    check(rows[0]?.yaml ?? '');
    await lockForWriting(work.tx, ['network']);
    work.happen({
      act: 'PUBLISHED',
      kind: 'publication',
      about: 'network',
      id: tools.newId(),
      body: { number: target.body.number, from },
      detail: { by: work.actor.user },
    });
    return change(
      work,
      target,
      'PUBLISHED',
      { state: 'PUBLISHED' },
      { publishedBy: work.actor.user, publishedFrom: from },
    );
  };

  const onRuleSet = (
    actor: Actor,
    mutation: 'approveRules' | 'publishRules' | 'revertRules',
    given: unknown,
    run: (work: Work, target: Recorded<'rule-set'>) => Promise<Recorded<'rule-set'>> | Recorded<'rule-set'>,
  ): Promise<Recorded<'rule-set'>> => {
    const target = idOf(readInput(tools.inputs.number, given));
    return onRecordsOf(tools, actor, { mutation, about: 'rules', target }, (work) =>
      run(work, work.target as Recorded<'rule-set'>),
    );
  };

  return {
    /** Stores a checked draft under the next number. Refused unless it was written against the set that is live. */
    async draftRules(actor: Actor, given: unknown): Promise<Recorded<'rule-set'>> {
      const { base, yaml } = readInput(tools.inputs.rules, given);
      const draft = check(yaml);
      return onRecordsOf(tools, actor, { mutation: 'draftRules', about: 'rules' }, async (work) => {
        const live = liveAt(
          ofKind(await recordsAbout(work.tx, 'network'), 'publication').map(({ body }) => body),
          work.at,
        );
        if (base !== live) {
          const now = live === undefined ? undefined : (await tools.network.compiled(live, work.tx)).ruleSet;
          throw new RegisterError(
            'CONFLICT',
            `the live rule set is ${live ?? 'none'}, not ${base}`,
            differing(now, draft),
          );
        }
        const number = 1 + Math.max(0, ...ofKind(work.records, 'rule-set').map(({ body }) => body.number));
        await work.tx.query('insert into register.rule_set_text (number, yaml) values ($1, $2)', [number, yaml]);
        const body: RuleSetRecord = {
          number,
          base,
          state: 'DRAFT',
          author: actor.user,
          approvedBy: null,
          draftedAt: work.at,
        };
        return work.happen({
          act: 'DRAFTED',
          kind: 'rule-set',
          id: idOf(number),
          state: 'DRAFT',
          body,
          detail: { by: actor.user },
        });
      });
    },

    /** Approved by another than its author. */
    async approveRules(actor: Actor, number: number): Promise<Recorded<'rule-set'>> {
      return onRuleSet(actor, 'approveRules', number, (work, target) => {
        if (target.body.state !== 'DRAFT') throw new RegisterError('CONFLICT', 'this rule set is no draft');
        return change(work, target, 'APPROVED', { state: 'APPROVED', approvedBy: actor.user }, {});
      });
    },

    /** Makes an approved set live everywhere at one instant: now, or a later one. */
    async publishRules(actor: Actor, number: number, at?: unknown): Promise<Recorded<'rule-set'>> {
      const when = readInput(tools.inputs.instant.nullable(), at ?? null);
      return onRuleSet(actor, 'publishRules', number, (work, target) => {
        if (target.body.state !== 'APPROVED') throw new RegisterError('CONFLICT', 'this rule set is not approved');
        if (when !== null && when < work.at) throw new RegisterError('BAD_REQUEST', '`at` has passed');
        return publish(work, target, when ?? work.at);
      });
    },

    /** Makes an earlier published set live again, now. */
    async revertRules(actor: Actor, to: number): Promise<Recorded<'rule-set'>> {
      return onRuleSet(actor, 'revertRules', to, (work, target) => {
        if (target.body.state !== 'PUBLISHED') throw new RegisterError('CONFLICT', 'this rule set was never live');
        return publish(work, target, work.at);
      });
    },
  };
}

function change(
  work: Work,
  target: Recorded<'rule-set'>,
  act: string,
  body: Partial<RuleSetRecord>,
  detail: Record<string, unknown>,
): Recorded<'rule-set'> {
  const changed = { ...target.body, ...body };
  return work.happen({ ...target, act, state: changed.state, body: changed, detail: { ...target.detail, ...detail } });
}

/** The ids of the rules that two sets do not share, or say differently. */
function differing(
  live: RuleSet | undefined,
  draft: RuleSet,
): { added: string[]; removed: string[]; changed: string[] } {
  const before = new Map((live?.rules ?? []).map((rule) => [rule.id, JSON.stringify(rule)]));
  const after = new Map(draft.rules.map((rule) => [rule.id, JSON.stringify(rule)]));
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after].filter(([id, text]) => before.has(id) && before.get(id) !== text).map(([id]) => id),
  };
}
