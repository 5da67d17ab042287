import type { Level, Vocabulary } from '@trellis/vocabulary';
import type { Requirement } from '../labels.ts';

/** Categories that must be permitted, each with the level it is needed at. */
export type CategoryLevels = ReadonlyMap<string, Level>;

export const nothing: CategoryLevels = new Map();

/** All of the needs at once. Who needs a category in full and in summary needs it in full. */
export function unionOfNeeds(...needs: readonly CategoryLevels[]): CategoryLevels {
  const all = new Map<string, Level>();
  for (const [category, level] of needs.flatMap((need) => [...need])) {
    if (all.get(category) !== 'FULL') all.set(category, level);
  }
  return all;
}

/** The part of `need` that is not already asked by `stronger`: a permission in full includes the summary. */
export function beyond(need: CategoryLevels, stronger: CategoryLevels): CategoryLevels {
  return new Map(
    [...need].filter(([category, level]) => stronger.get(category) !== 'FULL' && stronger.get(category) !== level),
  );
}

/** As the gateway reads it, in the vocabulary's order. Throws on a category the vocabulary does not know. */
export function toRequirement(need: CategoryLevels, vocabulary: Vocabulary, coordinate: string): Requirement {
  const bit = (code: string): number => {
    const found = vocabulary.bit.get(code);
    if (found === undefined)
      throw new Error(`${coordinate} is labelled with \`${code}\`, which the vocabulary does not know.`);
    return found;
  };
  const at = (level: Level) =>
    [...need]
      .filter(([, needed]) => needed === level)
      .map(([category]) => category)
      .sort((a, b) => bit(a) - bit(b));
  for (const category of need.keys()) bit(category);
  return { FULL: at('FULL'), SUMMARY: at('SUMMARY') };
}

/** As it would be written in SDL, by the directive that `opening` begins. */
export function printNeed(need: CategoryLevels, opening = '@label('): string {
  const at = (level: Level, suffix: string) => {
    const codes = [...need].filter(([, needed]) => needed === level).map(([category]) => `"${category}"`);
    return codes.length > 0 ? [`${opening}is: [${codes.sort().join(', ')}]${suffix})`] : [];
  };
  return [...at('FULL', ''), ...at('SUMMARY', ', level: SUMMARY')].join(' ');
}
