/**
 * Puts faults into the gate, one at a time, and shows that its tests notice each. Prints a table; exits with 1 if a fault lives that
 * `gate-equivalents.ts` does not prove harmless. `node --import tsx test/mutants/gate.ts [words of a file or a fault …]`
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { equivalents } from './gate-equivalents.ts';
import { answerFaults } from './gate-faults/answer.ts';
import { executeFaults } from './gate-faults/execute.ts';
import type { Fault } from './gate-faults/fault.ts';
import { operationFaults } from './gate-faults/operations.ts';
import { schemaFaults } from './gate-faults/schema.ts';
import { stageFaults } from './gate-faults/stages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (...path: string[]): string => join(root, ...path);
const together = Number(process.env['TRELLIS_MUTANT_JOBS'] ?? 1);
const mostTime = 600_000;

/** Quick ones first, and those that are likely to notice: a run ends with the first that does. */
const gateTests = [
  'gateway/operations/normalise.test.ts',
  'gateway/operations/limits.test.ts',
  'gateway/operations/check-scalars.test.ts',
  'gateway/execute/project.test.ts',
  'gateway/execute/place-errors.test.ts',
  'gateway/execute/page.test.ts',
  'gateway/release.test.ts',
  'test/gate/distrust.test.ts',
  'test/gate/moved.test.ts',
  'test/gate/uniform.test.ts',
  'test/gate/shapes.test.ts',
  'test/gate/recorder.test.ts',
  'test/gate/two-worlds.test.ts',
  'test/gate/rewriting.test.ts',
];

interface End {
  readonly fault: Fault;
  readonly end: 'killed' | 'equivalent' | 'LIVES' | 'NOT APPLIED';
  /** The first test that noticed. */
  readonly by: string;
}

async function endOf(fault: Fault): Promise<End> {
  const text = readFileSync(at(fault.file), 'utf8');
  if (text.split(fault.was).length !== 2) return { fault, end: 'NOT APPLIED', by: '' };
  const own = at(fault.file.replace(/\.ts$/, '.test.ts'));
  const tests = fault.file.startsWith('schema/')
    ? [own].filter((each) => existsSync(each))
    : gateTests.map((each) => at(each));
  const by = await firstToFail(
    fault,
    tests.filter((each) => existsSync(each)),
  );
  if (by !== undefined) return { fault, end: 'killed', by };
  return {
    fault,
    end: equivalents.some(({ says, file }) => says === fault.says && file === fault.file) ? 'equivalent' : 'LIVES',
    by: '',
  };
}

/** Runs tests over sources with this fault in them; undefined where all of them pass. */
async function firstToFail({ file, was, becomes }: Fault, tests: readonly string[]): Promise<string | undefined> {
  const flags = ['--experimental-vm-modules', '--no-warnings', at('node_modules/jest/bin/jest.js')];
  const options = ['-c', at('test/mutants/jest.config.js'), '-i', '--bail', '--silent', '--colors=false'];
  const child = spawn(process.execPath, [...flags, ...options, '--runTestsByPath', ...tests], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: mostTime,
    env: {
      ...process.env,
      TRELLIS_MUTANT: JSON.stringify({ file, was, becomes }),
      TRELLIS_TESTS: tests.join(' '),
      TRELLIS_OPERATIONS: process.env['TRELLIS_MUTANT_OPERATIONS'] ?? '400',
      TRELLIS_PAIRS: process.env['TRELLIS_MUTANT_OPERATIONS'] ?? '400',
      TRELLIS_REWRITINGS: '60',
    },
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return code === 0 ? undefined : failedTest(said);
}

/** The first test that failed; a fault that keeps tests from starting, or from ending, has been noticed, too. */
function failedTest(said: string): string {
  const file = /^FAIL (\S+)\.test\.ts/m.exec(said)?.[1];
  const test = /^ +● (.+)$/m.exec(said)?.[1];
  if (file === undefined) return 'no end in ten minutes';
  return `${file}: ${test ?? ''}`.slice(0, 150);
}

const words = process.argv.slice(2);
const all = [...operationFaults, ...stageFaults, ...executeFaults, ...answerFaults, ...schemaFaults];
const faults = all.filter(
  ({ file, says }) => words.length === 0 || words.some((word) => `${file} ${says}`.includes(word)),
);
const ends: End[] = [];
const queue = [...faults];
await Promise.all(
  Array.from({ length: together }, async () => {
    for (let fault = queue.shift(); fault; fault = queue.shift()) {
      const end = await endOf(fault);
      ends.push(end);
      console.log(`${end.end.padEnd(11)} ${end.fault.file.padEnd(44)} ${end.fault.says} ${end.by && `(${end.by})`}`);
    }
  }),
);
const count = (end: End['end']): number => ends.filter((each) => each.end === end).length;
const living = count('LIVES') + count('NOT APPLIED');
console.log(`${ends.length} faults: ${count('killed')} killed, ${count('equivalent')} equivalent, ${living} living`);
process.exitCode = living > 0 ? 1 : 0;
