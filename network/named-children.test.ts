import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  codesOf,
  compileRules,
  decide,
  explain,
  intersect,
  isSubset,
  parseRuleSet,
  bitsOf,
  type ChildFacts,
} from '@trellis/decision';
import { readLabels } from '@trellis/schema';
import { vocabulary } from '@trellis/vocabulary';
import { namedChildren } from './named-children.ts';
import { namedPopulation, namedRegister } from './named-lives.ts';
import { standingProtocols } from './standing-protocols.ts';

const asOf = '2026-11-21';
const now = Date.parse(`${asOf}T15:00:00Z`);
const rules = compileRules(
  parseRuleSet(readFileSync(new URL('../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8'), vocabulary),
  vocabulary,
);
const network = { version: 1, standingApprovals: standingProtocols(asOf), ruleSet: 1 };
const facts = new Map(
  namedRegister(namedChildren, namedPopulation(namedChildren, asOf), now).map((child): [string, ChildFacts] => [
    child.child,
    { ...child, version: 1 },
  ]),
);
const labels = readLabels(readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8'), vocabulary);

/** The need of a field, at both levels. */
function needOf(coordinate: string) {
  const requirement = labels.fields.get(coordinate)?.requirement;
  if (requirement === undefined) throw new Error(`no field ${coordinate}`);
  return { FULL: bitsOf(vocabulary, requirement.FULL), SUMMARY: bitsOf(vocabulary, requirement.SUMMARY) };
}

describe('named children', () => {
  it('are ten, one for each line of the decision', () => {
    expect(namedChildren.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(namedChildren.map(({ id }) => id)).size).toBe(10);
    expect(namedChildren.every(({ id }) => vocabulary.networkId.test(id))).toBe(true);
  });

  describe.each(namedChildren.map((child) => [child.given, child] as const))('%s', (_given, child) => {
    const known = facts.get(child.id)!;
    it.each(child.asks.map((ask) => [`${ask.requester.user}, ${ask.purpose}`, ask] as const))(
      'answers %s as its story says',
      (_who, ask) => {
        const decision = decide(rules, network, known, { requester: ask.requester, purpose: ask.purpose, now });
        const permits = (coordinate: string): boolean => {
          const need = needOf(coordinate);
          return isSubset(need.FULL, decision.yes.FULL) && isSubset(need.SUMMARY, decision.yes.SUMMARY);
        };
        expect(ask.answered.filter((coordinate) => !permits(coordinate))).toEqual([]);
        expect(Object.keys(ask.withheld).filter(permits)).toEqual([]);
        for (const [coordinate, routes] of Object.entries(ask.withheld)) {
          const { FULL, SUMMARY } = labels.fields.get(coordinate)!.requirement;
          const [category = ''] = [...FULL, ...SUMMARY];
          expect([coordinate, decision.routes(vocabulary.bit.get(category)!)]).toEqual([coordinate, routes]);
        }
      },
    );

    it(`is decided by line ${String(child.line)}`, () => {
      const [ask] = child.asks;
      const lines = [...ask!.answered, ...Object.keys(ask!.withheld)].flatMap((coordinate) => {
        const { FULL, SUMMARY } = labels.fields.get(coordinate)!.requirement;
        return [...FULL, ...SUMMARY].map(
          (category) =>
            explain(rules, network, known, { requester: ask!.requester, purpose: ask!.purpose, now }, category).levels
              .SUMMARY.decidedBy,
        );
      });
      expect(lines).toContain(child.line);
    });
  });

  it('keep who reported a concern from everybody', () => {
    const reporter = bitsOf(vocabulary, ['child-protection.reporter']);
    for (const { id, asks } of namedChildren) {
      for (const { requester, purpose } of asks) {
        const { yes } = decide(rules, network, facts.get(id)!, { requester, purpose, now });
        expect(codesOf(vocabulary, intersect(yes.SUMMARY, reporter))).toEqual([]);
      }
    }
  });
});
