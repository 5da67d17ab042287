import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { parseRuleSet, type RuleSet } from '@trellis/decision';
import { readNetwork } from '@trellis/vocabulary';
import { stringify, parse } from 'yaml';
import { smallPackYaml } from '../../cli/init/small-network.ts';
import { firstRules } from '../../network/first-rules.ts';

const networks = fileURLToPath(new URL('../../networks', import.meta.url));
const unlisted = (rules: RuleSet) =>
  rules.familySafety.flatMap((rule) => ('unlisted' in rule ? rule.unlisted : [])).sort();

it.each(['ontario', 'romandie'])('the pack of %s says itself what a family learns from a list', (name) => {
  const network = readNetwork(join(networks, name));
  const { yaml } = firstRules(network);
  expect(parse(yaml)).toHaveProperty('familySafety');
  const listed = unlisted(parseRuleSet(yaml, network.vocabulary));
  expect(listed).toEqual(expect.arrayContaining(['emergency', 'privacy-administration']));
  // An investigation, in the words of either network.
  expect(listed).toContain(name === 'ontario' ? 'child-protection-investigation' : 'enquete-de-protection');
});

it('a pack that is silent announces nothing, in whatever words its network has', () => {
  for (const name of ['ontario', 'romandie']) {
    const network = readNetwork(join(networks, name));
    const silent = { ...(parse(firstRules(network).yaml) as object), familySafety: null };
    const rules = parseRuleSet(stringify(silent), network.vocabulary);
    expect(unlisted(rules)).toEqual([...network.vocabulary.purposes.keys()].sort());
  }
});

it('a new small network says it too', () => {
  const network = readNetwork(join(networks, 'ontario'));
  const yaml = smallPackYaml({ name: 'Small', jurisdiction: 'CA-ON', timeZone: 'America/Toronto' }, '2026-11-26');
  expect(unlisted(parseRuleSet(yaml, network.vocabulary))).toContain('law-enforcement-investigation');
});
