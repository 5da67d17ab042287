import { impact, type RecordedQuestion } from '@trellis/decision';
import type { Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maySee } from '../may-see.ts';
import { coded } from '../refusals.ts';
import { instantAsked } from '../views/instants.ts';
import { impactView } from '../views/impact.ts';

interface Span {
  readonly from?: string | null;
  readonly to?: string | null;
}

const month = 30 * 24 * 3_600_000;
/** The number of entries, and of withholdings, that are looked through. */
const most = 5_000;

/** The fields that hang from a set of sharing rules. */
export function ruleSetResolvers({ register, ledger, vocabulary }: RegisterDependencies) {
  return {
    async impact({ number }: { readonly number: number }, { from, to }: Span, context: Context) {
      maySee('impact', context);
      return coded(async () => {
        const { now } = await register.read([]);
        const asked = await questionsWithin(instantAsked(from) ?? now - month, instantAsked(to));
        const draft = await register.compiledRules(number);
        // Facts and live rules are of one reading.
        const { rules, network, facts } = await register.read([...new Set(asked.questions.map(({ child }) => child))]);
        const recorded = asked.questions.flatMap(({ id, child, requester, purpose }): RecordedQuestion[] => {
          const known = facts.get(child);
          return known === undefined ? [] : [{ id, network, facts: known, question: { requester, purpose, now } }];
        });
        return impactView(impact(rules, draft, recorded), asked.complete);
      });
    },
  };

  /** The different questions that were asked in a span of time, answered or not. Of a child that was erased there is nothing to ask. */
  async function questionsWithin(from: number, to: number | undefined) {
    const asked = await ledger.questions({ from, to, most });
    const different = new Map<
      string,
      Pick<RecordedQuestion, 'id'> & RecordedQuestion['question'] & { child: string }
    >();
    for (const { child, disclosure, requester, purpose, at } of asked.questions) {
      const kind = vocabulary.kinds.find((each) => each === requester.kind);
      if (kind === undefined) continue;
      const question = { child, requester: { ...requester, kind }, purpose };
      different.set(JSON.stringify(question), { ...question, id: disclosure, now: at });
    }
    return { questions: [...different.values()], complete: asked.complete };
  }
}
