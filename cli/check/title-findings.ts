import { join } from 'node:path';
import type { Found } from '@trellis/catalogue';
import type { NetworkFolder } from '@trellis/vocabulary';

const link = 'docs/guides/agency.md#what-you-write';

/** The roles of agencies under check that nobody can be told of in a language of the network: pages say the code in its place. */
export function titleFindings(
  { folder, languages, words }: Pick<NetworkFolder, 'folder' | 'languages' | 'words'>,
  checked: readonly string[],
): readonly Found[] {
  return Object.entries(words)
    .filter(([agency]) => checked.includes(agency))
    .flatMap(([agency, { roles, roleTitles = {} }]) => {
      const missing = roles.flatMap((role) => {
        const without = languages.filter((language) => roleTitles[role]?.[language] === undefined);
        return without.length === 0 ? [] : [`${role} (${without.join(', ')})`];
      });
      if (missing.length === 0) return [];
      return [
        {
          severity: 'warning' as const,
          rule: 'a-role-is-said-in-each-language',
          agency,
          file: join(folder, 'agencies', agency, 'agency.yaml'),
          message: `A role has no title in a language of the network, and families read its code: ${missing.join('; ')}.`,
          fix: `Write under \`roleTitles\` what people call it within a sentence: \`${missing[0]?.split(' ')[0] ?? 'ROLE'}: { ${languages.map((language) => `${language}: …`).join(', ')} }\`.`,
          link,
        },
      ];
    });
}
