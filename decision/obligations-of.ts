import type { Level, Vocabulary } from '@trellis/vocabulary';
import { hasBit } from './bits.ts';
import type { Bits, Obligation } from './decision.ts';
import { levels } from './level-sets.ts';
import type { SharingRule } from './rule-set.ts';

/** A decided child, as the rules that ground each of its categories. */
interface Grounded {
  readonly vocabulary: Vocabulary;
  rules(bit: number, level: Level): readonly SharingRule[];
}

/** The obligations of every rule that grounds one of these categories, at either level, each with the categories it binds. */
export function obligationsOf(child: Grounded, disclosed: Bits): readonly Obligation[] {
  const found = new Map<string, Obligation & { categories: string[] }>();
  child.vocabulary.categories.forEach(({ code }, bit) => {
    if (!hasBit(disclosed, bit)) return;
    for (const rule of levels.flatMap((level) => child.rules(bit, level))) {
      for (const obligation of rule.obligations) {
        const key = `${obligation.code} ${obligation.en}`;
        const bound = found.get(key) ?? {
          code: obligation.code,
          categories: [],
          text: obligation.en,
          fr: obligation.fr,
        };
        if (!bound.categories.includes(code)) bound.categories.push(code);
        found.set(key, bound);
      }
    }
  });
  return [...found.values()];
}
