import { describe, expect, it } from '@jest/globals';
import { checkGraph, toSarif } from '@trellis/catalogue';
import { firstRules } from '@trellis/network/first-rules';
import { compose } from '@trellis/schema';
import { network, vocabulary } from '@trellis/vocabulary';
import { withHead, type Bodies } from '../schema/rule-harness.ts';

const rules = firstRules(network).yaml;
const label = '@label(is: ["police.incident"])';
const child = 'type Child @key(fields: "id") @about(children: "id") {\n  id: NetworkId! @open';
const others: Bodies = {
  identity: `${child}\n  home: Home @label(is: ["identity.contact"]) }
type Home { kind: HomeKind @label(is: ["identity.contact"]) }
enum HomeKind { OWN LET }
type Query { child(id: NetworkId! @open): Child @open }`,
  education: `${child} }`,
};
const police = (inChild: string, types = '') => `${child}\n  calls: String ${label}\n  ${inChild}\n}\n${types}`;

interface Beside {
  readonly live?: string;
  readonly operations?: readonly string[];
  readonly beside?: Bodies;
}

/** Checks a schema of the police with the others; `live` is the one that is on the graph already. */
async function check(written: string, { live, operations = [], beside = others }: Beside = {}) {
  const composed = live === undefined ? undefined : compose(withHead({ ...beside, police: live }), vocabulary);
  if (composed !== undefined && 'problems' in composed) throw new Error(JSON.stringify(composed.problems));
  const { report } = await checkGraph({
    vocabulary,
    subgraphs: withHead({ ...beside, police: written }).map((each) => ({ ...each, file: `${each.name}.graphql` })),
    agencies: ['police'],
    rules,
    operations: operations.map((document) => ({ app: 'an-app', document })),
    ...(composed && { live: { supergraph: composed.supergraphSdl, vocabulary } }),
  });
  return report;
}

function rulesOf({ found }: Awaited<ReturnType<typeof check>>): readonly string[] {
  return found.map(({ rule, agency, line, coordinate = '' }) => `${rule} ${agency}:${String(line)} ${coordinate}`);
}

describe('a check of one agency', () => {
  it('finds nothing wrong with the names of the head, which every schema defines', async () => {
    expect(rulesOf(await check(police('')))).toEqual([]);
  });

  it("tells a fault at the schema under check, and nothing of what follows from it in others'", async () => {
    const report = await check(police('').replace('id: NetworkId! @open', `id: NetworkId! ${label}`));
    expect(report.found[0]).toMatchObject({ rule: 'the-same-labels-everywhere', line: 2 });
    expect(new Set(report.found.map(({ agency }) => agency))).toEqual(new Set(['police']));
  });

  it('tells a type of the name of another agency at the one under check, whoever comes first in the alphabet', async () => {
    const report = await check(police(`visited: Home ${label}`, `type Home {\n  kind: String ${label}\n}`));
    expect(rulesOf(report)[0]).toBe('composition police:6 Home');
  });

  it('tells a name that is taken before what comes of it, and once', async () => {
    const [live, written] = [police(''), police(`visited: HomeKind ${label}`, 'enum HomeKind {\n  RENTED\n}')];
    expect(rulesOf(await check(written, { live }))).toEqual(['name-of-another-agency police:6 HomeKind']);
  });

  it('tells a name that is another’s but for the case of its letters', async () => {
    const report = await check(police(`visited: homeKind ${label}`, 'enum homeKind {\n  OWN\n}'));
    expect(rulesOf(report)).toEqual(['name-in-another-case police:6 homeKind']);
    expect(report.found[0]?.fix).toContain('Write HomeKind');
  });

  it('keeps a fault of another agency where it stands, if the one under check has no part of it', async () => {
    const beside = { ...others, education: `${child}\n  grade: String }` };
    expect(rulesOf(await check(police(''), { beside }))).toEqual(['everything-is-labelled education:3 Child.grade']);
  });
});

describe('hints of composition', () => {
  const near = (more: string) =>
    police(`stations(by: Near @open): String ${label}`, `input Near {\n  place: String @open\n${more}}`);
  const education = `${child}
  schools(by: Near @open): String @label(is: ["education.enrolment"]) }
input Near { place: String @open }`;
  const beside = { ...others, education };

  it('are told to an agency that takes part, with what to do, and in SARIF', async () => {
    const report = await check(near('  within: Int @open\n'), { live: near(''), beside });
    expect(rulesOf(report)).toEqual(['hint/inconsistent-input-object-field police:8 Near.within']);
    expect(report.found[0]).toMatchObject({
      severity: 'warning',
      fix: expect.stringContaining('nobody can send it'),
    });
    expect(JSON.stringify(toSarif(report))).toContain(
      '"ruleId":"hint/inconsistent-input-object-field","level":"warning"',
    );
  });

  it('are not told where they follow from a name that is told', async () => {
    const report = await check(near('  within: Int @open\n'), { live: police(''), beside });
    expect(rulesOf(report).filter((rule) => !rule.startsWith('dangerous'))).toEqual([
      'name-of-another-agency police:6 Near',
    ]);
  });

  it('say nothing of descriptions', async () => {
    const pupils = { ...others, education: `"A pupil."\n${child}\n}` };
    expect(rulesOf(await check(`"A person."\n${police('')}`, { beside: pupils }))).toEqual([]);
  });
});

describe('what a partner app registered', () => {
  const filter =
    'input Calls {\n  from: Date @label(is: ["police.incident"])\n  kind: CallKind @label(is: ["police.incident"])\n}\nenum CallKind {\n  LOUD\n  QUIET\n}';
  const live = police(`callsOf(which: Calls ${label}): String ${label}`, filter);
  const asked = (which: string, variable = '') =>
    `query${variable} { child(id: "v7cqm3xkt5zhy2wnrgd4bfjuoa") { callsOf(which: ${which}) } }`;

  it('breaks where a value that it names is removed, at the enum', async () => {
    const report = await check(live.replace('  QUIET\n', ''), { live, operations: [asked('{ kind: QUIET }')] });
    expect(report).toMatchObject({ ok: false });
    expect(rulesOf(report)).toEqual(['registered-operation-breaks police:10 CallKind.QUIET']);
  });

  it.each([
    ['a field', '  from: Date @label(is: ["police.incident"])\n', 'Calls.from'],
    ['a value', '  QUIET\n', 'CallKind.QUIET'],
  ])('may break where %s is removed that a variable of it may hold', async (_what, removed, coordinate) => {
    const report = await check(live.replace(removed, ''), { live, operations: [asked('$which', '($which: Calls)')] });
    expect(report.found).toEqual([
      expect.objectContaining({
        severity: 'warning',
        coordinate,
        message: expect.stringContaining('an-app registered a variable'),
      }),
    ]);
  });
});
