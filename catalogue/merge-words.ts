import type { AgencyWords } from '@trellis/vocabulary';
import type { CheckFinding } from './check/report.ts';

/** An agency's words with what it published before: words are added and explained better, and none is taken away or comes to mean another thing. */
export interface MergedWords {
  readonly words: AgencyWords;
  readonly found: readonly CheckFinding[];
}

const link = 'docs/guides/agency.md#change-what-is-published';

export function mergeWords(agency: string, before: AgencyWords | undefined, next: AgencyWords): MergedWords {
  if (before === undefined) return { words: next, found: [] };
  const found: CheckFinding[] = [];
  for (const [name, category] of Object.entries(before.categories)) {
    const again = next.categories[name];
    const code = `${agency}.${name}`;
    if (again === undefined) {
      found.push({
        severity: 'warning',
        rule: 'a-category-stays',
        agency,
        message: `${code} was published and is not among the words any more. It stays a word of the network: consents, rules and the ledger may name it.`,
        fix: 'Nothing is to be done; put it back to keep the file complete.',
        link,
      });
    } else if ((again.of ?? 'CHILD') !== (category.of ?? 'CHILD')) {
      found.push({
        severity: 'error',
        rule: 'a-category-keeps-its-meaning',
        agency,
        message: `${code} was published as of ${category.of ?? 'CHILD'}, and is now of ${again.of ?? 'CHILD'}: consents given for the one would open the other.`,
        fix: `Write \`of: ${category.of ?? 'CHILD'}\` again, and declare another category for the other.`,
        link,
      });
    }
  }
  const union = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...other, ...one])];
  return {
    found,
    words: {
      ...next,
      roles: union(before.roles, next.roles),
      ...((before.roleTitles ?? next.roleTitles) !== undefined && {
        roleTitles: { ...before.roleTitles, ...next.roleTitles },
      }),
      involvementKinds: union(before.involvementKinds, next.involvementKinds),
      categories: { ...before.categories, ...next.categories },
    },
  };
}
