import { unchangingAround, type Unchanging } from './boundaries.ts';
import { compileChild } from './compile-child.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { Decision, Question } from './decision.ts';
import type { ChildFacts, Instant, NetworkFacts } from './facts.ts';
import { isInstant } from '@trellis/vocabulary';
import { DecidedChild, NothingDecided } from './made-decision.ts';
import { decidedByChild } from './safety/decided-by-child.ts';

/** One child compiled for one question, for as long as that holds. */
interface Kept {
  readonly rules: CompiledRules;
  readonly network: NetworkFacts;
  readonly user: string;
  readonly role: string;
  readonly agency: string;
  readonly kind: string;
  readonly purpose: string;
  readonly recordedOn: string | undefined;
  readonly unchanging: Unchanging;
  readonly child: DecidedChild | undefined;
}

/** Facts never change in place: a new version of a child is a new object, and what was compiled for the old one goes with it. */
const keptFor = new WeakMap<ChildFacts, Kept[]>();
/** The number of questions that are kept for one child. */
const mostKept = 32;

/**
 * Decides for one requester and purpose, one child, one instant: which categories, at which level, on which grounds. Pure: the same
 * inputs give the same answer, and nothing is permitted by default. Facts given once must not be changed afterwards.
 */
export function decide(rules: CompiledRules, network: NetworkFacts, facts: ChildFacts, question: Question): Decision {
  const child = decidedChild(rules, network, facts, question);
  return child ? child.decide() : new NothingDecided(facts.child, rules.vocabulary);
}

/** The compiled child a decision is made from, kept until the next instant at which any period begins or ends. */
export function decidedChild(
  rules: CompiledRules,
  network: NetworkFacts,
  facts: ChildFacts,
  question: Question,
): DecidedChild | undefined {
  const { now } = question;
  if (!isInstant(now)) return undefined;
  let kept = keptFor.get(facts);
  if (!kept) {
    kept = [];
    keptFor.set(facts, kept);
  }
  for (const each of kept) {
    if (isSame(each, rules, network, question) && isUnchanged(each.unchanging, now)) return each.child;
  }
  const compiled = compileChild(rules, network, facts, question);
  const { requester, purpose, recordedOn } = question;
  const made: Kept = {
    rules,
    network,
    user: requester.user,
    role: requester.role,
    agency: requester.agency,
    kind: requester.kind,
    purpose,
    recordedOn,
    unchanging: unchangingAround(rules.ruleSet.timeZone, network, facts, now),
    child:
      compiled && new DecidedChild(facts.child, compiled, rules.vocabulary, () => decidedByChild(rules, facts, now)),
  };
  if (kept.length >= mostKept) kept.pop();
  kept.unshift(made);
  return made.child;
}

function isUnchanged({ from, to }: Unchanging, now: Instant): boolean {
  return from <= now && now < to;
}

function isSame(kept: Kept, rules: CompiledRules, network: NetworkFacts, question: Question): boolean {
  const { requester } = question;
  return (
    kept.user === requester.user &&
    kept.purpose === question.purpose &&
    kept.role === requester.role &&
    kept.agency === requester.agency &&
    kept.kind === requester.kind &&
    kept.rules === rules &&
    kept.network === network &&
    kept.recordedOn === question.recordedOn
  );
}
