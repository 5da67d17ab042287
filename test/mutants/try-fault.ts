/** A process of its own that tries faults, told one at a time: a fault that never ends is ended with it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as decision from '@trellis/decision';
import * as ledger from '@trellis/ledger';
import * as platform from '@trellis/platform';
import * as register from '@trellis/register';
import * as schema from '@trellis/schema';
import * as seal from '@trellis/seal';
import * as kit from '@trellis/subgraph-kit';
import * as vocabulary from '@trellis/vocabulary';
import { TestCollector } from './collect-tests.ts';
import { unsound, type Fault } from './gate-faults/fault.ts';
import { loadSources, root } from './load-sources.ts';

/** Quick ones first, and those that are likely to notice: a fault is tried until the first that does. */
const unitTests = ['operations/normalise', 'operations/limits', 'operations/limits-to-the-edge', 'release'].map(
  (name) => `gateway/${name}.test.ts`,
);
const gateTests = [
  'distrust',
  'failures',
  'moved',
  'purposes',
  'routes',
  'uniform',
  'shapes',
  'record-shapes',
  'pages',
  'recorder',
  'two-worlds',
  'rewriting',
].map((name) => `test/gate/${name}.test.ts`);

function testsOf(file: string): readonly string[] {
  const own = file.replace(/\.ts$/, '.test.ts');
  if (/^(schema|catalogue|vocabulary|gateway\/server)\//.test(file)) return [own];
  const beside = file.startsWith('gateway/input/') ? ['gateway/input/read-input.test.ts'] : [];
  const units = [...beside, ...unitTests].filter((each) => each !== own && dirname(each) === dirname(file));
  const projection = /\/(reads|fields)-of\.ts$/.test(file) ? ['gateway/execute/project.test.ts'] : [];
  return [own, ...units, ...projection, ...gateTests, 'test/federation/stock-plans.test.ts'];
}

process.env['TRELLIS_OPERATIONS'] ??= '400';
process.env['TRELLIS_PAIRS'] ??= '400';
process.env['TRELLIS_REWRITINGS'] ??= '60';
process.env['TRELLIS_PURPOSES'] ??= '60';
process.env['TRELLIS_ROUTES'] ??= '30';

/** The schema room is not at fault while the gate is: what it composed once stands. */
const composed = new Map<string, ReturnType<typeof schema.compose>>();
const compose: typeof schema.compose = (subgraphs, words) => {
  const name = JSON.stringify(subgraphs);
  const known = composed.get(name) ?? schema.compose(subgraphs, words);
  composed.set(name, known);
  return known;
};

/** The first test that notices the fault; undefined where none does. */
async function noticedBy({ file, was, becomes, tests: named }: Fault): Promise<string | undefined> {
  const text = readFileSync(join(root, file), 'utf8').replace(was, () => becomes);
  const tests = named?.map((name) => `${name}.test.ts`) ?? testsOf(file);
  const given = new Map<string, unknown>([
    ['@trellis/decision', decision],
    ['@trellis/ledger', ledger],
    ['@trellis/platform', platform],
    ['@trellis/register', register],
    ['@trellis/schema', { ...schema, compose }],
    ['@trellis/seal', seal],
    ['@trellis/subgraph-kit', kit],
    ['@trellis/vocabulary', vocabulary],
  ]);
  const load = loadSources({ file, text }, given);
  // The gateway asks the platform by its name.
  if (file.startsWith('platform/')) given.set('@trellis/platform', { ...platform, ...load(join(root, file)) });
  // Its tests ask the register by its name, as others do, and so does what stands between it and the graph.
  if (/^(register|subgraphs\/register)\//.test(file)) {
    given.set('@trellis/register', load(join(root, 'register/index.ts')));
    given.set('@trellis/subgraph-register', load(join(root, 'subgraphs/register/index.ts')));
  }
  for (const test of tests.filter((each) => existsSync(join(root, each)))) {
    const collected = new TestCollector();
    given.set('@jest/globals', collected.globals);
    const name = test.replace('.test.ts', '');
    try {
      load(join(root, test));
    } catch {
      return startsWithout(file, test, given)
        ? `${name} does not start`
        : `${unsound} ${name} does not start without it`;
    }
    const failed = await collected.firstToFail();
    if (failed !== undefined) return `${name}: ${failed}`;
  }
  return undefined;
}

/** Whether a test starts where there is no fault: one that never does would be taken to notice every fault. */
function startsWithout(file: string, test: string, given: ReadonlyMap<string, unknown>): boolean {
  try {
    const load = loadSources({ file, text: readFileSync(join(root, file), 'utf8') }, given);
    if (file.startsWith('register/')) load(join(root, 'register/index.ts'));
    load(join(root, test));
    return true;
  } catch {
    return false;
  }
}

// A fault may leave promises that nobody waits for: that is for the tests to notice.
process.on('unhandledRejection', () => undefined);
process.on('message', (fault: Fault) => {
  void noticedBy(fault).then((by) => process.send?.({ by: by ?? null }));
});
