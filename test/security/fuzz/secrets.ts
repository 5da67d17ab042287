import type { Answer } from '../../e2e/network/start-observed-network.ts';

/** The values of an answer that could not stand in another by chance: words of people, not codes, days or numbers. */
export function wordsIn({ data }: Pick<Answer, 'data'>): ReadonlySet<string> {
  const words = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && /[a-z] [a-zA-Z]/.test(value)) words.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(data);
  return words;
}
