import type { Finding } from './finding.ts';
import type { AuthorityKind, RuleSet, SharingRule } from './rule-set.ts';

/** Finds the kinds of authority that a rule names and that could never ask under it: they read under another role, or decide on none of it. */
export function idleAuthorities(rule: SharingRule, { authorities }: RuleSet): readonly Finding[] {
  const { recipients, when, categories, id } = rule;
  const needed = when.authority;
  if (!needed || recipients === 'EVERYONE') return [];
  const roles = new Set(recipients.flatMap((each) => each.roles));
  const decides = ({ decides: whose, reach }: AuthorityKind): boolean =>
    whose === 'SELF' || reach.some((part) => part.categories.some((code) => categories.includes(code)));
  return needed.kinds.flatMap((name): Finding[] => {
    const kind = authorities.find((each) => each.kind === name);
    if (!kind) return [];
    const found = (en: string, fr: string): Finding[] => [
      {
        code: 'NEVER_APPLIES',
        severity: 'ERROR',
        rules: [id],
        message: { en: `\`${id}\` names \`${name}\`, which ${en}`, fr: `\`${id}\` nomme \`${name}\`, qui ${fr}` },
      },
    ];
    if (kind.family === null || !roles.has(kind.family)) {
      return found('reads under none of the roles the rule is for', 'ne lit sous aucun des rôles visés par la règle');
    }
    if (needed.standing === 'DECIDES' && !decides(kind)) {
      return found('decides on none of the categories: say HOLDS', "ne décide d'aucune des catégories : écrivez HOLDS");
    }
    return [];
  });
}
