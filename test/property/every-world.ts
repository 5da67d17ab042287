import type { Level } from '@trellis/vocabulary';
import {
  compileRules,
  decide,
  hasBit,
  isSubset,
  type ChildFacts,
  type CompiledRules,
  type Decision,
  type NetworkFacts,
  type Question,
  type RuleSet,
} from '@trellis/decision';
import { generateWorlds, type World } from './generate-world.ts';
import { random, type Random } from './random.ts';

export const bothLevels: readonly Level[] = ['SUMMARY', 'FULL'];

/** What may be put in place of parts of a world before deciding in it. */
export interface Change {
  readonly ruleSet?: RuleSet;
  readonly network?: NetworkFacts;
  readonly facts?: Partial<ChildFacts>;
  readonly question?: Partial<Question>;
}

const compiled = new WeakMap<RuleSet, CompiledRules>();

export function rulesOf({ ruleSet, vocabulary }: Pick<World, 'ruleSet' | 'vocabulary'>): CompiledRules {
  const rules = compiled.get(ruleSet) ?? compileRules(ruleSet, vocabulary);
  compiled.set(ruleSet, rules);
  return rules;
}

/** Decides in a world, or in one that differs from it. */
export function decideIn(world: World, change: Change = {}): Decision {
  const rules = rulesOf({ ...world, ruleSet: change.ruleSet ?? world.ruleSet });
  const facts = change.facts ? { ...world.facts, ...change.facts } : world.facts;
  return decide(rules, change.network ?? world.network, facts, { ...world.question, ...change.question });
}

const generated = new Map<number, { readonly worlds: World[]; readonly more: Generator<World, never> }>();

/** The first worlds of a seed: generated once, however many properties are asked of them. */
function worldsOf(seed: number, count: number): readonly World[] {
  const known = generated.get(seed) ?? { worlds: [], more: generateWorlds(random(seed)) };
  generated.set(seed, known);
  while (known.worlds.length < count) known.worlds.push(known.more.next().value);
  return known.worlds.slice(0, count);
}

/** Checks a property in many worlds; a failure names the seed and the world. */
export function inEveryWorld(seed: number, count: number, check: (world: World, choose: Random) => void): void {
  const choose = random(seed + 1_000_000);
  for (const [index, world] of worldsOf(seed, count).entries()) {
    try {
      check(world, choose);
    } catch (error) {
      throw new Error(
        `seed ${seed}, world ${index}: ${JSON.stringify({ facts: world.facts, network: world.network, question: world.question, rules: world.ruleSet.rules })}`,
        { cause: error },
      );
    }
  }
}

/** Whether everything the first decision permits, the second permits too. */
export function permitsNoMore(less: Decision, more: Decision): boolean {
  return bothLevels.every((level) => isSubset(less.yes[level], more.yes[level]));
}

/** What a decision permits, as text: equal texts, equal permissions. */
export function permissions(decision: Decision): string {
  return bothLevels.map((level) => [...decision.yes[level]].join(',')).join(' ');
}

/** Every category at every level, with whether it is permitted. */
export function everyCell(
  world: World,
  decision: Decision,
): { bit: number; code: string; level: Level; yes: boolean }[] {
  return world.vocabulary.categories.flatMap(({ code }, bit) =>
    bothLevels.map((level) => ({ bit, code, level, yes: hasBit(decision.yes[level], bit) })),
  );
}
