import { impact, type RecordedQuestion } from '@trellis/decision';
import { actorOf, type Context } from '../context.ts';
import type { RegisterDoors } from '../doors.ts';
import { maySee } from '../may-see.ts';
import { coded } from '../refusals.ts';
import { readInstant } from '../views/instants.ts';
import { impactView } from '../views/impact.ts';

interface Span {
  readonly from?: string | null;
  readonly to?: string | null;
}

const month = 30 * 24 * 3_600_000;
/** How many entries are looked through at most, and how many at once. */
const [mostEntries, atOnce] = [5_000, 500];

/** What hangs from a set of sharing rules. */
export function ruleSetResolvers({ register, ledger, vocabulary }: RegisterDoors) {
  return {
    async impact({ number }: { readonly number: number }, { from, to }: Span, context: Context) {
      maySee('impact', actorOf(context));
      return coded(async () => {
        const { now } = await register.read([]);
        const asked = await questionsWithin(readInstant(from) ?? now - month, readInstant(to));
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

  /** The different questions behind what was disclosed in a span of time. Of a child that was erased there is nothing to ask. */
  async function questionsWithin(from: number, to: number | undefined) {
    const questions = new Map<
      string,
      Pick<RecordedQuestion, 'id'> & RecordedQuestion['question'] & { child: string }
    >();
    let after: string | undefined;
    for (let read = 0; read < mostEntries; read += atOnce) {
      const page = await ledger.disclosures({ from, to, first: atOnce, after });
      for (const { child, disclosure, requester, purpose, at, flow } of page.entries) {
        const kind = vocabulary.kinds.find((each) => each === requester.kind);
        if (child === null || flow !== undefined || kind === undefined) continue;
        const question = { child, requester: { ...requester, kind }, purpose };
        questions.set(JSON.stringify(question), { ...question, id: disclosure, now: at });
      }
      after = page.endCursor ?? undefined;
      if (!page.hasNextPage || after === undefined) return { questions: [...questions.values()], complete: true };
    }
    return { questions: [...questions.values()], complete: false };
  }
}
