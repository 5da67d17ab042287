import { compileRules, decide, type CompiledRules, type RuleSet } from '@trellis/decision';
import type { Level } from '@trellis/vocabulary';
import { generateWorlds, type World } from './generate-world.ts';
import { naiveModel } from './naive-model.ts';
import { random } from './random.ts';

export interface Agreement {
  readonly cases: number;
  /** Cases with at least one yes and at least one no. */
  readonly mixed: number;
  /** How often each line decided, over all categories and both levels; index 0: nobody to decide for. */
  readonly lines: readonly number[];
  readonly disagreements: readonly string[];
}

const levels: readonly Level[] = ['SUMMARY', 'FULL'];
const yesLines = new Set([3, 4, 5, 6, 8, 9]);

/** Decides generated cases with the engine and with the naive model, every category at both levels. */
export function agreesWithNaiveModel(seed: number, cases: number): Agreement {
  const worlds = generateWorlds(random(seed));
  const lines = Array.from({ length: 11 }, () => 0);
  const disagreements: string[] = [];
  const compiled = new WeakMap<RuleSet, CompiledRules>();
  let mixed = 0;
  for (let index = 0; index < cases; index += 1) {
    const world = worlds.next().value;
    const rules = compiled.get(world.ruleSet) ?? compileRules(world.ruleSet, world.vocabulary);
    compiled.set(world.ruleSet, rules);
    const decision = decide(rules, world.network, world.facts, world.question);
    const line = naiveModel(world);
    let [yes, no] = [0, 0];
    world.vocabulary.categories.forEach(({ code }, bit) => {
      for (const level of levels) {
        const expected = line(code, level);
        lines[expected]! += 1;
        const permitted = yesLines.has(expected);
        if (permitted) yes += 1;
        else no += 1;
        const decided = ((decision.yes[level][bit >>> 5]! >>> (bit & 31)) & 1) === 1;
        if (decided !== permitted) disagreements.push(describe(world, code, level, expected, seed, index));
      }
    });
    if (yes > 0 && no > 0) mixed += 1;
  }
  return { cases, mixed, lines, disagreements };
}

function describe(world: World, code: string, level: Level, line: number, seed: number, index: number): string {
  return `seed ${seed}, case ${index}: the model decides ${code} at ${level} by line ${line}, the engine otherwise\n${JSON.stringify(world.facts)}\n${JSON.stringify(world.question)}`;
}
