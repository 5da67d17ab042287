import {
  checkRuleSet,
  parseRuleSet,
  RuleSetProblems,
  type Finding,
  type Instant,
  type RuleSet,
  type RuleSetProblem,
} from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import { lockForWriting } from '../append.ts';
import { ofKind } from '../conditions.ts';
import { onRecordsOf, recordsAbout, type Tools, type Work } from '../desk.ts';
import { differenceOf, type RuleSetDifference } from '../difference-of.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { NetworkReader } from '../network-reader.ts';
import type { Actor, Recorded, RuleSetRecord } from '../records.ts';

const idOf = (number: number): string => `rule-set:${number}`;

/** What stands between a text and its publication. */
export interface RuleSetCheck {
  /** The last set published, live or still to be: what a draft must be written against. */
  readonly head: number;
  /** Places that cannot be read: nothing else is known then. */
  readonly problems: readonly RuleSetProblem[];
  readonly findings: readonly Finding[];
  readonly difference: RuleSetDifference;
}

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

  const textOf = async (tx: Queryable, number: number): Promise<string> => {
    const { rows } = await tx.query<{ yaml: string }>('select yaml from register.rule_set_text where number = $1', [
      number,
    ]);
    return rows[0]?.yaml ?? '';
  };

  const publications = async (tx: Queryable): Promise<readonly Recorded<'publication'>[]> =>
    ofKind(await recordsAbout(tx, 'network'), 'publication').filter(({ body }) => body.cancelled !== true);

  /** Stores a text under the next number: numbers only grow, and none ever means another text. */
  const store = async (
    work: Work,
    yaml: string,
    body: Pick<RuleSetRecord, 'base' | 'state' | 'approvedBy' | 'reverts'>,
  ): Promise<RuleSetRecord> => {
    const number = 1 + Math.max(0, ...ofKind(work.records, 'rule-set').map(({ body: each }) => each.number));
    await work.tx.query('insert into register.rule_set_text (number, yaml) values ($1, $2)', [number, yaml]);
    return { number, author: work.actor.user, draftedAt: work.at, ...body };
  };

  const publish = (work: Work, number: number, from: Instant): void => {
    work.happen({
      act: 'PUBLISHED',
      kind: 'publication',
      about: 'network',
      id: tools.newId(),
      body: { number, from },
      detail: { by: work.actor.user },
    });
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
    /** Stores a checked draft under the next number. Refused unless it was written against the last set published, with what they differ in. */
    async draftRules(actor: Actor, given: unknown): Promise<Recorded<'rule-set'>> {
      const { base, yaml } = readInput(tools.inputs.rules, given);
      const draft = check(yaml);
      return onRecordsOf(tools, actor, { mutation: 'draftRules', about: 'rules' }, async (work) => {
        const head = headOf(await publications(work.tx));
        if (base !== head) throw await outdated(work.tx, tools.network, { base, head, draft });
        const body = await store(work, yaml, { base, state: 'DRAFT', approvedBy: null });
        return work.happen({
          act: 'DRAFTED',
          kind: 'rule-set',
          id: idOf(body.number),
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

    /**
     * Makes an approved set live everywhere at one instant: now, or a later one. Refused where another set was published since it was
     * drafted, or goes live after it would: it would silently undo that one, or be undone.
     */
    async publishRules(actor: Actor, number: number, at?: unknown): Promise<Recorded<'rule-set'>> {
      const when = readInput(tools.inputs.instant.nullable(), at ?? null);
      return onRuleSet(actor, 'publishRules', number, async (work, target) => {
        const { state, base } = target.body;
        if (state !== 'APPROVED') throw new RegisterError('CONFLICT', 'this rule set is not approved');
        if (when !== null && when < work.at) throw new RegisterError('BAD_REQUEST', '`at` has passed');
        const draft = check(await textOf(work.tx, number));
        await lockForWriting(work.tx, ['network']);
        const published = await publications(work.tx);
        const head = headOf(published);
        if (base !== head) throw await outdated(work.tx, tools.network, { base, head, draft });
        const from = when ?? work.at;
        if (published.some(({ body }) => body.from > from))
          throw new RegisterError('CONFLICT', 'another rule set goes live after this one would');
        publish(work, number, from);
        return change(
          work,
          target,
          'PUBLISHED',
          { state: 'PUBLISHED' },
          { publishedBy: actor.user, publishedFrom: from },
        );
      });
    },

    /** Brings back, now, what an earlier set said: as a new set of the next number. What was still to go live is taken back. */
    async revertRules(actor: Actor, to: number): Promise<Recorded<'rule-set'>> {
      return onRuleSet(actor, 'revertRules', to, async (work, target) => {
        const wasLive = Number(target.detail['publishedFrom'] ?? target.body.draftedAt) <= work.at;
        if (target.body.state !== 'PUBLISHED' || !wasLive)
          throw new RegisterError('CONFLICT', 'this rule set was never live');
        const yaml = await textOf(work.tx, to);
        check(yaml);
        await lockForWriting(work.tx, ['network']);
        const published = await publications(work.tx);
        for (const each of published.filter(({ body }) => body.from > work.at)) {
          work.happen({ ...each, act: 'CANCELLED', body: { ...each.body, cancelled: true } });
          const waiting = ofKind(work.records, 'rule-set').find(({ body }) => body.number === each.body.number);
          if (waiting) change(work, waiting, 'CANCELLED', { state: 'APPROVED' }, { publishedFrom: null });
        }
        const { approvedBy } = target.body;
        const body = await store(work, yaml, {
          base: headOf(published) ?? 0,
          state: 'PUBLISHED',
          approvedBy,
          reverts: to,
        });
        publish(work, body.number, work.at);
        return work.happen({
          act: 'REVERTED',
          kind: 'rule-set',
          id: idOf(body.number),
          state: 'PUBLISHED',
          body,
          detail: { by: actor.user, publishedBy: actor.user, publishedFrom: work.at },
        });
      });
    },

    /** What would stand in the way of a text, and how it differs from the last set published. Changes nothing. */
    async checkRules(yaml: string): Promise<RuleSetCheck> {
      const text = readInput(tools.inputs.rules.shape.yaml, yaml);
      const head = headOf(await publications(tools.database));
      if (head === undefined) throw new RegisterError('CONFLICT', 'no rule set was published yet');
      const published = (await tools.network.compiled(head)).ruleSet;
      try {
        const draft = parseRuleSet(text, tools.vocabulary);
        return {
          head,
          problems: [],
          findings: checkRuleSet(draft, tools.vocabulary),
          difference: differenceOf(published, draft),
        };
      } catch (error) {
        if (!(error instanceof RuleSetProblems)) throw error;
        return { head, problems: error.problems, findings: [], difference: { added: [], removed: [], changed: [] } };
      }
    },
  };
}

/** The number of the set published last, live or still to be. Numbers only grow. */
function headOf(publications: readonly Recorded<'publication'>[]): number | undefined {
  return publications.length === 0 ? undefined : Math.max(...publications.map(({ body }) => body.number));
}

/** Somebody published since: said with what the two texts do not share. */
async function outdated(
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
