import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { checkGraph } from '@trellis/catalogue';
import { firstRules } from '@trellis/network/first-rules';
import { readSubgraphs } from '@trellis/network/subgraphs';
import { compose } from '@trellis/schema';
import { readNetwork } from '@trellis/vocabulary';
import { codeFrame } from '../../cli/check/code-frame.ts';
import { composeUnder } from '../../schema/compose.ts';
import { rules as allRules } from '../../schema/rules/rules.ts';

const network = readNetwork(fileURLToPath(new URL('../../networks/ontario/', import.meta.url)));
const subgraphs = readSubgraphs(network);
const { vocabulary } = network;
const composed = compose(subgraphs, vocabulary);
const live = { supergraph: 'supergraphSdl' in composed ? composed.supergraphSdl : '', vocabulary };
const sharingRules = firstRules(network).yaml;

/** One change of one agency's schema that a newcomer might make. */
interface Mistake {
  readonly agency: string;
  readonly was: string;
  readonly becomes: string;
  /** The rule that names it. */
  readonly rule: string;
  /** The words that the message must hold, and those of the fix. */
  readonly says: RegExp;
  readonly write: RegExp;
  /** The line that it must point at: where the changed text has this. */
  readonly at: string;
  /** Other rules that see the same mistake; or `composition`, where Apollo's would refuse it without ours. */
  readonly alsoSeenBy?: readonly string[];
}

const narrative = 'narrative: String @label(is: ["police.narrative"])';

/** Schemas that the agencies' own composition would take: without the rule each is on the graph, and nobody hears of it. */
const mistakes: Readonly<Record<string, Mistake>> = {
  'a field without a label': {
    agency: 'police',
    was: narrative,
    becomes: 'narrative: String',
    rule: 'everything-is-labelled',
    says: /Incident\.narrative/,
    write: /@label\(is:/,
    at: 'narrative: String',
  },
  'a labelled field that is not nullable': {
    agency: 'police',
    was: narrative,
    becomes: narrative.replace('String', 'String!'),
    rule: 'the-withheld-is-null',
    says: /null/,
    write: /Remove the outermost `!`/,
    at: 'narrative: String!',
  },
  'a field both labelled and open': {
    agency: 'police',
    was: narrative,
    becomes: `${narrative} @open`,
    rule: 'never-labelled-and-open',
    says: /labelled/,
    write: /Remove @open, or the labels/,
    at: 'narrative: String',
  },
  'a label that one of two agencies leaves out': {
    agency: 'education',
    was: 'birthYear: Int @external @label(is: ["identity.birth-date"], level: SUMMARY)',
    becomes: 'birthYear: Int @external @open',
    rule: 'the-same-labels-everywhere',
    says: /identity/,
    write: /Write the same labels/,
    at: 'birthYear: Int @external',
    alsoSeenBy: ['required-labels-are-carried', 'flows-are-declared', 'labels-are-permitted'],
  },
  'a result of @requires without the labels that feed it': {
    agency: 'education',
    was: '    @label(is: ["education.enrolment"])\n    @label(is: ["identity.birth-date"], level: SUMMARY)',
    becomes: '    @label(is: ["education.enrolment"])',
    rule: 'required-labels-are-carried',
    says: /birthYear/,
    write: /identity\.birth-date/,
    at: '@requires(fields: "birthYear")',
  },
  'a @requires whose flow is not declared': {
    agency: 'education',
    was: '    @flow(from: "identity", is: ["identity.birth-date"], level: SUMMARY)\n',
    becomes: '',
    rule: 'flows-are-declared',
    says: /identity/,
    write: /@flow\(from: "identity"/,
    at: 'expectedGrade: String',
  },
  'a natural key': {
    agency: 'police',
    was: 'type Incident\n  @key(fields: "id")',
    becomes: 'type Incident\n  @key(fields: "number")\n  @key(fields: "id")',
    rule: 'keys-are-network-ids',
    says: /number/,
    write: /NetworkId/,
    at: '@key(fields: "number")',
    alsoSeenBy: ['routing-is-open'],
  },
  'a filter on a field that is hidden': {
    agency: 'police',
    was: '  violation: String @label(is: ["police.incident"])\n  clearance',
    becomes: '  violation: String @open\n  clearance',
    rule: 'filters-are-labelled',
    says: /IncidentFilter\.violation/,
    write: /label/i,
    at: 'violation: String @open',
  },
  'routing that is not open': {
    agency: 'police',
    was: 'recordCategories: [Category!] @open',
    becomes: 'recordCategories: [Category!] @label(is: ["police.incident"])',
    rule: 'routing-is-open',
    says: /recordCategories/,
    write: /@open/,
    at: '@about(children: "involved { id }", categories: "recordCategories")',
  },
  'a category that nobody declared': {
    agency: 'police',
    was: '"police.narrative"',
    becomes: '"police.story"',
    rule: 'categories-are-known',
    says: /police\.story/,
    write: /police\.narrative/,
    at: 'police.story',
  },
  'a whole domain as a label': {
    agency: 'police',
    was: 'is: ["police.narrative"]',
    becomes: 'is: ["police"]',
    rule: 'categories-are-known',
    says: /police/,
    write: /police\.narrative/,
    at: 'is: ["police"]',
  },
  'a page that the agency cuts itself': {
    agency: 'police',
    was: 'first: Int = 20 @page, after',
    becomes: 'first: Int = 20 @open, after',
    rule: 'pages-come-after-the-cut',
    says: /first/,
    write: /@page/,
    at: 'first: Int = 20 @open',
  },
  'a record that says no more whose it is': {
    agency: 'police',
    was: '  @about(children: "involved { id }", categories: "recordCategories") {\n  id: NetworkId! @open\n  involved: [Child!] @open\n  recordCategories: [Category!] @open\n  number',
    becomes: '{\n  id: NetworkId! @open\n  involved: [Child!] @open\n  recordCategories: [Category!] @open\n  number',
    rule: 'what-names-children-says-whose',
    says: /Incident/,
    write: /@about\(children:/,
    at: 'involved: [Child!] @open',
    alsoSeenBy: ['labels-can-be-answered'],
  },
  'a count of records': {
    agency: 'police',
    was: 'knownToPolice: Boolean',
    becomes: 'incidentCount: Int @label(is: ["police.incident"])\n  knownToPolice: Boolean',
    rule: 'no-counts-of-records',
    says: /incidentCount/,
    write: /Remove it/,
    at: 'incidentCount: Int',
  },
  'a mutation of its own': {
    agency: 'police',
    was: 'type IncidentPerson {',
    becomes: 'type Mutation {\n  closeIncident(id: NetworkId! @open): Boolean @open\n}\ntype IncidentPerson {',
    rule: 'mutations-are-the-networks',
    says: /closeIncident/,
    write: /register/,
    at: 'closeIncident',
  },
  'a name that every object has': {
    agency: 'police',
    was: narrative,
    becomes: `${narrative}\n  constructor: String @label(is: ["police.narrative"])`,
    rule: 'no-inherited-names',
    says: /constructor/,
    write: /another name/,
    at: 'constructor: String',
  },
};

function changed({ agency, was, becomes }: Pick<Mistake, 'agency' | 'was' | 'becomes'>) {
  return subgraphs.map((subgraph) => {
    if (subgraph.name !== agency) return subgraph;
    expect(subgraph.sdl).toContain(was);
    return { ...subgraph, sdl: subgraph.sdl.replace(was, becomes) };
  });
}

async function check(change: Pick<Mistake, 'agency' | 'was' | 'becomes'>, operations: readonly string[] = []) {
  const registered = operations.map((document) => ({ app: 'caseworker-app', document }));
  const graph = { vocabulary, subgraphs: changed(change), agencies: [change.agency], live, rules: sharingRules };
  return (await checkGraph({ ...graph, operations: registered })).report;
}

describe('a seeded mistake', () => {
  it.each(Object.entries(mistakes))(
    'goes unnoticed without its rule, and is named with it: %s',
    async (_name, mistake) => {
      const blind = allRules.filter(({ name }) => name !== mistake.rule && !mistake.alsoSeenBy?.includes(name));
      expect(composeUnder(blind, changed(mistake), vocabulary)).toHaveProperty('supergraphSdl');

      const report = await check(mistake);
      const found = report.found.find(({ rule }) => rule === mistake.rule);
      expect({ ok: report.ok, rules: report.found.map(({ rule }) => rule) }).toMatchObject({
        ok: false,
        rules: expect.arrayContaining([mistake.rule]),
      });
      const { agency, severity, file, line = 0, coordinate, message = '', fix = '', link } = found ?? {};
      expect({ agency, severity }).toEqual({ agency: mistake.agency, severity: 'error' });
      expect(file).toMatch(new RegExp(`agencies/${mistake.agency}/schema\\.graphql$`));
      const sdl =
        changed(mistake)
          .find(({ name }) => name === mistake.agency)
          ?.sdl.split('\n') ?? [];
      expect(sdl[line - 1]).toContain(mistake.at);
      expect(`${coordinate ?? ''} ${message}`).toMatch(mistake.says);
      expect(fix).toMatch(mistake.write);
      expect(link).toMatch(/^docs\/.*#/);
    },
  );

  it('a schema that is no GraphQL names the line', async () => {
    const report = await check({ agency: 'police', was: 'type IncidentPerson {', becomes: 'type IncidentPerson' });
    expect(report.found[0]).toMatchObject({ rule: 'syntax', line: expect.any(Number), file: expect.any(String) });
  });

  it('shows the lines around it', () => {
    const file = subgraphs.find(({ name }) => name === 'police')?.file;
    const said = { severity: 'error', rule: 'r', agency: 'police', message: '', fix: '', link: '' } as const;
    expect(codeFrame({ ...said, file, line: 2, column: 3 })).toMatch(
      /^ {2}> 2 \| {3}id: NetworkId! @open\n {6}\| {3}\^$/m,
    );
  });

  it('a name that another agency has for something else is told before both are one', async () => {
    const { found } = await check({
      agency: 'police',
      was: 'type IncidentPerson {',
      becomes:
        'enum DisciplineRole { ON_FOOT BY_CAR }\ntype IncidentPerson {\n  came: DisciplineRole @label(is: ["police.incident"])',
    });
    const told = found
      .filter(({ rule }) => rule === 'name-of-another-agency')
      .map(({ coordinate, severity, message }) => ({ coordinate, severity, message }));
    expect(told).toEqual([
      {
        coordinate: 'DisciplineRole',
        severity: 'warning',
        message: expect.stringContaining('education has a DisciplineRole already'),
      },
    ]);
  });

  it('what hides another agency’s field is named where it stands', async () => {
    const report = await check({
      agency: 'police',
      was: 'policeContact: OfficerContact',
      becomes:
        'givenName: String @override(from: "identity") @label(is: ["identity.name"])\n  policeContact: OfficerContact',
    });
    expect(report.ok).toBe(false);
    expect(report.found.map(({ rule }) => rule)).not.toEqual([]);
  });

  it('a removed field that a partner app uses is an error that names the app, the field and the place', async () => {
    const removed = { agency: 'police', was: narrative, becomes: '' };
    const asked = await check(removed, ['{ incidents { narrative } }']);
    expect(asked.ok).toBe(false);
    expect(asked.found[0]).toMatchObject({
      rule: 'registered-operation-breaks',
      severity: 'error',
      agency: 'police',
      coordinate: 'Incident.narrative',
      line: expect.any(Number),
      file: expect.stringContaining('schema.graphql'),
    });
    expect(asked.found[0]?.message).toContain('caseworker-app');
    expect(asked.found[0]?.fix).toContain('@deprecated');
    const unasked = await check(removed, ['{ incidents { number } }']);
    expect(unasked.ok).toBe(true);
    expect(unasked.found).toContainEqual(
      expect.objectContaining({ severity: 'warning', rule: 'breaking-change/field-removed', agency: 'police' }),
    );
  });

  it('a field whose type changes breaks who uses it, though what they ask stays valid', async () => {
    const change = { agency: 'police', was: 'number: String @label', becomes: 'number: Int @label' };
    const asked = await check(change, ['{ incidents { number } }']);
    expect(asked.ok).toBe(false);
    expect(asked.found[0]).toMatchObject({ rule: 'registered-operation-breaks', coordinate: 'Incident.number' });
    expect((await check(change, ['{ incidents { narrative } }'])).ok).toBe(true);
  });

  it('an operation that was broken before is nobody’s new fault', async () => {
    const report = await check({ agency: 'police', was: narrative, becomes: '' }, [
      '{ incidents { nothing narrative } }',
    ]);
    expect(report.ok).toBe(true);
  });

  it('a value that an app may not expect is told as a warning', async () => {
    const report = await check({
      agency: 'education',
      was: '  EARLY_DEPARTURE',
      becomes: '  EARLY_DEPARTURE\n  EXPELLED',
    });
    expect(report.ok).toBe(true);
    expect(report.found).toContainEqual(
      expect.objectContaining({ rule: 'dangerous-change/enum-value-added', coordinate: 'AttendanceKind.EXPELLED' }),
    );
  });
});
