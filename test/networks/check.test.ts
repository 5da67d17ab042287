import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { checkGraph, toSarif } from '@trellis/catalogue';
import { firstRules } from '@trellis/network/first-rules';
import { readSubgraphs } from '@trellis/network/subgraphs';
import { compose } from '@trellis/schema';
import { readNetwork } from '@trellis/vocabulary';

const network = readNetwork(fileURLToPath(new URL('../../networks/ontario/', import.meta.url)));
const subgraphs = readSubgraphs(network);
const composed = compose(subgraphs, network.vocabulary);
const { vocabulary } = network;
const live = { supergraph: 'supergraphSdl' in composed ? composed.supergraphSdl : '', vocabulary };
const rules = firstRules(network).yaml;

/** Checks one agency's schema with something in it replaced. */
function check(agency: string, was: string, becomes: string, operations: readonly string[] = []) {
  const changed = subgraphs.map((subgraph) => {
    if (subgraph.name !== agency) return subgraph;
    expect(subgraph.sdl).toContain(was);
    return { ...subgraph, sdl: subgraph.sdl.replace(was, becomes) };
  });
  const registered = operations.map((document) => ({ app: 'caseworker-app', document }));
  return checkGraph({ vocabulary, subgraphs: changed, agencies: [agency], live, rules, operations: registered }).report;
}

const narrative = '  narrative: String @label(is: ["police.narrative"])';

describe('trellis check', () => {
  it('lets the network as it is be published, with nobody seeing more', () => {
    const { report } = checkGraph({ vocabulary, subgraphs, agencies: ['police'], live, rules, operations: [] });
    expect(report).toMatchObject({ ok: true, newlyVisible: [] });
    expect(report.found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each<[string, string, string, string, string]>([
    ['a field without a label', 'police', narrative, '  narrative: String', 'everything-is-labelled'],
    [
      'a labelled field that is not nullable',
      'police',
      narrative,
      '  narrative: String! @label(is: ["police.narrative"])',
      'the-withheld-is-null',
    ],
    ['a field both labelled and open', 'police', narrative, `${narrative} @open`, 'never-labelled-and-open'],
    ['a category that nobody declared', 'police', '"police.narrative"', '"police.story"', 'categories-are-known'],
    ['a whole domain as a label', 'police', 'is: ["police.narrative"]', 'is: ["police"]', 'categories-are-known'],
    [
      'a natural key',
      'police',
      'type Incident\n  @key(fields: "id")',
      'type Incident\n  @key(fields: "number")\n  @key(fields: "id")',
      'keys-are-network-ids',
    ],
    [
      'a filter on a hidden field',
      'police',
      '  violation: String @label(is: ["police.incident"])\n  clearance',
      '  violation: String\n  clearance',
      'filters-are-labelled',
    ],
    [
      'routing that is not open',
      'police',
      '  recordCategories: [Category!] @open',
      '  recordCategories: [Category!] @label(is: ["police.incident"])',
      'routing-is-open',
    ],
    ['a syntax error', 'police', 'type IncidentPerson {', 'type IncidentPerson', 'syntax'],
    [
      'a field named as every object has one',
      'police',
      narrative,
      `${narrative}\n  constructor: String @label(is: ["police.narrative"])`,
      'no-inherited-names',
    ],
    [
      'a requirement whose flow is not declared',
      'education',
      '@flow(',
      '@deprecated(reason: "x") #(',
      'flows-are-declared',
    ],
    [
      'a page that the agency cuts',
      'police',
      'first: Int = 20 @page, after',
      'first: Int = 20 @open, after',
      'pages-come-after-the-cut',
    ],
  ])('finds %s', (_name, agency, was, becomes, rule) => {
    const report = check(agency, was, becomes);
    expect(report.ok).toBe(false);
    const found = report.found.find((each) => each.rule === rule);
    expect(report.found.map((each) => each.rule)).toContain(rule);
    expect(found).toMatchObject({
      severity: 'error',
      agency,
      line: expect.any(Number),
      file: expect.stringContaining('schema.graphql'),
    });
    expect(found?.fix.length).toBeGreaterThan(10);
    expect(found?.link).toMatch(/^(docs\/|https:)/);
  });

  it('points at the line of the file, not of what is put on top of it', () => {
    const { found } = check('police', narrative, '  narrative: String');
    const line =
      subgraphs
        .find(({ name }) => name === 'police')
        ?.sdl.split('\n')
        .indexOf(narrative) ?? -2;
    expect(found[0]?.line).toBe(line + 1);
  });

  it('finds that the same field is labelled otherwise elsewhere', () => {
    const report = check('education', 'type Child', 'type Child');
    expect(report.ok).toBe(true);
    const unlike = check('police', 'id: NetworkId! @open', 'id: NetworkId! @label(is: ["police.involvement"])');
    expect(unlike.ok).toBe(false);
  });

  it('finds a removed field that a partner app asks for, and warns of one that none does', () => {
    const operation = '{ incidents { narrative } }';
    const asked = check('police', narrative, '', [operation]);
    expect(asked.ok).toBe(false);
    expect(asked.found.map(({ rule }) => rule)).toContain('registered-operation-breaks');
    expect(asked.found[0]?.message).toContain('caseworker-app');
    const unasked = check('police', narrative, '', ['{ incidents { number } }']);
    expect(unasked.ok).toBe(true);
    expect(unasked.found).toContainEqual(
      expect.objectContaining({ severity: 'warning', rule: 'breaking-change/field-removed' }),
    );
  });

  it('tells who would come to see a field that is relabelled, and nothing of those who see less', () => {
    const more = check('police', narrative, '  narrative: String @label(is: ["police.incident"])');
    expect(more.newlyVisible.length).toBeGreaterThan(0);
    expect(more.newlyVisible.every(({ coordinate }) => coordinate === 'Incident.narrative')).toBe(true);
    const less = check(
      'police',
      '  number: String @label(is: ["police.incident"])',
      '  number: String @label(is: ["police.incident", "police.narrative"])',
    );
    expect(less.newlyVisible).toEqual([]);
  });

  it('writes SARIF, with the file told from where one stands', () => {
    const report = check('police', narrative, '  narrative: String');
    expect(toSarif(report, network.folder)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          results: [
            {
              ruleId: 'everything-is-labelled',
              level: 'error',
              locations: [{ physicalLocation: { artifactLocation: { uri: 'agencies/police/schema.graphql' } } }],
            },
          ],
        },
      ],
    });
  });
});
