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
async function check(agency: string, was: string, becomes: string) {
  const changed = subgraphs.map((subgraph) => {
    if (subgraph.name !== agency) return subgraph;
    expect(subgraph.sdl).toContain(was);
    return { ...subgraph, sdl: subgraph.sdl.replace(was, becomes) };
  });
  return (await checkGraph({ vocabulary, subgraphs: changed, agencies: [agency], live, rules, operations: [] })).report;
}

const narrative = '  narrative: String @label(is: ["police.narrative"])';

describe('trellis check', () => {
  it('lets the network as it is be published, with nobody seeing more', async () => {
    const { report } = await checkGraph({ vocabulary, subgraphs, agencies: ['police'], live, rules, operations: [] });
    expect(report).toMatchObject({ ok: true, newlyVisible: [] });
    expect(report.found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('points at the line of the file, not of what is put on top of it', async () => {
    const { found } = await check('police', narrative, '  narrative: String');
    const line =
      subgraphs
        .find(({ name }) => name === 'police')
        ?.sdl.split('\n')
        .indexOf(narrative) ?? -2;
    expect(found[0]?.line).toBe(line + 1);
  });

  it('finds that the same field is labelled otherwise elsewhere', async () => {
    const report = await check('education', 'type Child', 'type Child');
    expect(report.ok).toBe(true);
    const unlike = await check('police', 'id: NetworkId! @open', 'id: NetworkId! @label(is: ["police.involvement"])');
    expect(unlike.ok).toBe(false);
  });

  it('tells who would come to see a field that is relabelled, and nothing of those who see less', async () => {
    const more = await check('police', narrative, '  narrative: String @label(is: ["police.incident"])');
    expect(more.newlyVisible.length).toBeGreaterThan(0);
    expect(more.newlyVisible.every(({ coordinate }) => coordinate === 'Incident.narrative')).toBe(true);
    const less = await check(
      'police',
      '  number: String @label(is: ["police.incident"])',
      '  number: String @label(is: ["police.incident", "police.narrative"])',
    );
    expect(less.newlyVisible).toEqual([]);
  });

  it('writes SARIF, with the file told from where one stands', async () => {
    const report = await check('police', narrative, '  narrative: String');
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
