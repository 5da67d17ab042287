import type { RuleInFullFragment } from '../../generated/graph.ts';
import { factsOf, type RuleFact, type Titles } from './rule-facts.ts';

/** One thing that a rule says otherwise than before. */
export interface FactChange {
  readonly title: string;
  readonly newly: readonly string[];
  readonly noLonger: readonly string[];
  /** Whether more may be seen by it. In doubt, yes. */
  readonly opens: boolean;
}

type Rule = RuleInFullFragment;

/** What a rule says otherwise, that by which more may be seen first; and what it says as before. */
export function factChanges(before: Rule, after: Rule, titles: Titles) {
  const earlier = factsOf(before, titles);
  const changed: FactChange[] = [];
  const same: RuleFact[] = [];
  factsOf(after, titles).forEach((fact, at) => {
    const was = earlier[at] ?? { ...fact, values: [] };
    const newly = fact.values.filter((each) => !was.values.includes(each));
    const noLonger = was.values.filter((each) => !fact.values.includes(each));
    if (newly.length + noLonger.length === 0) same.push(fact);
    else
      changed.push({ title: fact.title, newly, noLonger, opens: opens({ before, after, was, fact, newly, noLonger }) });
  });
  return { changed: [...changed].sort((one, other) => Number(other.opens) - Number(one.opens)), same };
}

/** From the least that is seen to the most. An approval is neither more nor less than the family's say: going there or back may open. */
const byConsent = ['NEVER', 'WITH_CONSENT', 'UNLESS_REFUSED', 'BY_LAW'];
const byCustodian = ['NEVER', 'ON_APPROVAL', 'BY_LAW'];

function isNarrower(before: string, after: string): boolean {
  return [byConsent, byCustodian].some(
    (order) => order.includes(before) && order.includes(after) && order.indexOf(after) < order.indexOf(before),
  );
}

interface Compared extends Pick<FactChange, 'newly' | 'noLonger'> {
  readonly before: Rule;
  readonly after: Rule;
  readonly was: RuleFact;
  readonly fact: RuleFact;
}

function opens({ before, after, was, fact, newly, noLonger }: Compared): boolean {
  if (fact.title === 'On what it rests') return !isNarrower(before.basis, after.basis);
  const nowNever = after.basis === 'NEVER';
  if (nowNever && before.basis !== 'NEVER') return false;
  // A NEVER at SUMMARY takes more than one at FULL, so that the levels go one way whatever the basis.
  if (fact.title === 'How much') return (fact.rank ?? 0) > (was.rank ?? 0);
  if (fact.rank !== undefined && was.rank !== undefined) return nowNever ? fact.rank < was.rank : fact.rank > was.rank;
  if (fact.more === undefined) return false;
  return (fact.more === 'OPENS') === nowNever ? noLonger.length > 0 : newly.length > 0;
}
