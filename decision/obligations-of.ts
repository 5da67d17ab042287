import { hasBit } from './bits.ts';
import type { Bits, Obligation } from './decision.ts';
import { levels } from './level-sets.ts';
import type { DecidedChild } from './made-decision.ts';

/** The obligations of every rule that grounds one of these categories, at either level, each with the categories it binds. */
export function obligationsOf(child: DecidedChild, disclosed: Bits): readonly Obligation[] {
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
