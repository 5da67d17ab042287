import type { Level, Vocabulary } from '@trellis/vocabulary';
import { hasBit } from './bits.ts';
import type { CompiledRules } from './compile-rules.ts';
import { decidedChild } from './decide.ts';
import type { Ground, Question } from './decision.ts';
import type { Citation, ExplainedLine, Explanation, Ladder } from './explanation.ts';
import type { ChildFacts, NetworkFacts } from './facts.ts';
import { groundsOf } from './grounds-of.ts';
import { applyingLines, decidingLine, saysYes, type Line } from './ladder.ts';
import { ladderSentences } from './ladder-sentences.ts';
import type { DecidedChild } from './made-decision.ts';
import { routesTo } from './routes-to.ts';
import type { LegalAuthority, Sentence } from './rule-set.ts';
import { safetyGrounds } from './safety/withheld-from-family.ts';
import { unmetRules } from './unmet-rules.ts';
import type { WeighedConsent } from './weigh-consents.ts';

/** A sharing rule, or a safety rule, which rests on no single law. */
interface CitedRule {
  readonly id: string;
  readonly sentence: Sentence;
  readonly authority?: LegalAuthority;
}

const lineNumbers: readonly Line[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Explains a decision on one category to an officer: the ten lines at both levels, the one that decided, and what each cites. */
export function explain(
  rules: CompiledRules,
  network: NetworkFacts,
  facts: ChildFacts,
  question: Question,
  category: string,
): Explanation {
  const bit = bitOf(rules.vocabulary, category);
  const child = decidedChild(rules, network, facts, question);
  const { rules: sharing, familySafety } = rules.ruleSet;
  const ruleById = new Map<string, CitedRule>([...familySafety, ...sharing].map((rule) => [rule.id, rule]));
  const ladder = (level: Level) => (child ? ladderOf(child, bit, level, ruleById) : nothingKnown);
  return {
    child: facts.child,
    requester: question.requester,
    purpose: question.purpose,
    at: question.now,
    ruleSet: network.ruleSet,
    category,
    known: child !== undefined,
    levels: { SUMMARY: ladder('SUMMARY'), FULL: ladder('FULL') },
    routes: child ? routesTo(child.compiled.routeMasks, bit, 'SUMMARY') : [],
    unmet: child ? unmetRules(rules, question, child.compiled, bit) : [],
  };
}

export function bitOf(vocabulary: Vocabulary, category: string): number {
  const bit = vocabulary.bit.get(category);
  if (bit === undefined) throw new RangeError(`unknown category \`${category}\``);
  return bit;
}

function ladderOf(child: DecidedChild, bit: number, level: Level, rules: ReadonlyMap<string, CitedRule>): Ladder {
  const terms = child.terms(level);
  const applying = applyingLines(terms, bit);
  const decidedBy = decidingLine(terms, bit);
  const lines = lineNumbers.map((line): ExplainedLine => {
    const applies = applying[line - 1] === true;
    const speaking = groundsOf(child.compiled, line, bit, level);
    const withheld = (line === 4 || line === 8) && speaking.length > 0 && !applies;
    const grounds = withheld ? [...speaking, ...safetyGrounds(child.compiled.safety, bit)] : speaking;
    const { locking, binding } = child.compiled.consents;
    const locks = line === 6 ? lockedBy(locking, bit, level) : line === 4 ? lockedBy(binding, bit, level) : [];
    const said = ladderSentences[line];
    return {
      line,
      applies,
      decides: line === decidedBy,
      sentence: applies ? said.yes : ((grounds.some(({ kind }) => kind === 'RULE') ? said.half : undefined) ?? said.no),
      cites: [...grounds, ...locks].map((ground): Citation => {
        const rule = ground.kind === 'RULE' ? rules.get(ground.id) : undefined;
        return { ...ground, sentence: rule?.sentence ?? null, authority: rule?.authority ?? null };
      }),
    };
  });
  return { permitted: saysYes(decidedBy), decidedBy, lines };
}

function lockedBy(locks: readonly WeighedConsent[], bit: number, level: Level): readonly Ground[] {
  return locks.filter(({ sets }) => hasBit(sets[level], bit)).map(({ id }) => ({ kind: 'CONSENT', id }));
}

const nothingKnown: Ladder = {
  permitted: false,
  decidedBy: 10,
  lines: lineNumbers.map((line) => ({
    line,
    applies: line === 10,
    decides: line === 10,
    sentence: ladderSentences[line].no,
    cites: [],
  })),
};
