import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { compileRules } from './compile-rules.ts';
import { isChildsRole } from './is-childs-role.ts';
import { parseRuleSet } from './parse-rule-set.ts';

const pack = parseRuleSet(
  readFileSync(new URL('../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8'),
  vocabulary,
);
const rules = compileRules(pack, vocabulary);

describe("the child's own role", () => {
  it('is the one under which the child decides itself', () => {
    expect(isChildsRole(rules, 'child')).toBe(true);
    for (const role of ['parent', 'substitute', 'carer', 'counsel', 'band-representative'])
      expect([role, isChildsRole(rules, role)]).toEqual([role, false]);
  });

  it('is none that somebody shares who decides for the child, and none that nobody has', () => {
    const shared = pack.authorities.map((each) => ({ ...each, family: each.family && 'member' }));
    expect(isChildsRole(compileRules({ ...pack, authorities: shared }, vocabulary), 'member')).toBe(false);
    expect(isChildsRole(rules, 'somebody-else')).toBe(false);
  });
});
