/**
 * Puts faults into the gate, one at a time, and shows that its tests notice each. Prints a table; exits with 1 if a fault lives that
 * `gate-equivalents.ts` does not prove harmless. `node --import @trellis/platform/typescript test/mutants/gate.ts [words of a file or a fault …]`
 */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { equivalents } from './gate-equivalents.ts';
import { allFaults } from './gate-faults/all-faults.ts';
import { unsound, type Fault } from './gate-faults/fault.ts';
import { root } from './load-sources.ts';

/** How long one fault may take on a busy machine, and how many one process tries before another takes its place. */
const mostTime = 600_000;
const mostTried = 25;

const nothing: Fault = { says: 'no fault at all', file: 'gateway/gate.ts', was: '', becomes: '' };
type End = 'killed' | 'never ends' | 'equivalent' | 'LIVES' | 'NOT APPLIED';

class Trial {
  #child: ChildProcess | undefined;
  #tried = 0;

  /** The first test that notices; undefined where none does. */
  async of(fault: Fault): Promise<{ end: End; by: string }> {
    if (readFileSync(join(root, fault.file), 'utf8').split(fault.was).length !== 2 && fault !== nothing) {
      return { end: 'NOT APPLIED', by: '' };
    }
    if (this.#tried++ % mostTried === 0) this.end();
    const child = (this.#child ??= fork(fileURLToPath(new URL('try-fault.ts', import.meta.url)), {
      execArgv: ['--import', '@trellis/platform/typescript', '--no-warnings'],
    }));
    return new Promise((resolve) => {
      const finish = (end: End, by: string): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve({ end, by });
      };
      const timer = setTimeout(() => {
        this.end();
        finish('never ends', '');
      }, mostTime);
      child.on('message', ({ by }: { by: string | null }) =>
        finish(by === null || by.startsWith(unsound) ? 'LIVES' : 'killed', by ?? ''),
      );
      child.on('exit', () => {
        this.#child = undefined;
        finish('killed', 'the process ended');
      });
      child.send(fault);
    });
  }

  end(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill();
    this.#child = undefined;
  }
}

const words = process.argv.slice(2);
const faults = allFaults.filter(
  ({ file, says }) => words.length === 0 || words.some((word) => `${file} ${says}`.includes(word)),
);
const counts = new Map<End, number>();
const trial = new Trial();
// The tests must pass where there is no fault, or they would notice anything.
const sound = await trial.of(nothing);
if (sound.end !== 'LIVES') console.log(`Without a fault the tests fail: ${sound.by}`);
for (const fault of sound.end === 'LIVES' ? faults : []) {
  const { end: found, by } = await trial.of(fault);
  const isProven = equivalents.some(({ file, says }) => file === fault.file && says === fault.says);
  const end = found === 'LIVES' && isProven ? 'equivalent' : found;
  counts.set(end, (counts.get(end) ?? 0) + 1);
  console.log([end.padEnd(11), fault.file.padEnd(42), `${fault.says}${by && ` (${by})`}`].join(' '));
}
trial.end();
const count = (end: End): number => counts.get(end) ?? 0;
const living = count('LIVES') + count('NOT APPLIED');
const killed = count('killed') + count('never ends');
console.log(`${faults.length} faults: ${killed} killed, ${count('equivalent')} equivalent, ${living} living`);
process.exitCode = living > 0 || sound.end !== 'LIVES' ? 1 : 0;
