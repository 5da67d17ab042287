import { spawn } from 'node:child_process';
import { fencesOf, readPage, root } from './pages.ts';

/** One block of commands as it went. */
export interface Ran {
  readonly command: string;
  readonly output: string;
  /** What the page says its output holds, line by line. */
  readonly expected: readonly string[];
}

interface Step {
  readonly command: string;
  readonly expected: readonly string[];
}

/** The blocks marked `sh run`, each with the block marked `expect` that follows it, if one does. */
export function stepsOf(page: string): readonly Step[] {
  const fences = fencesOf(readPage(page));
  return fences.flatMap(({ info, text }, at) => {
    if (info !== 'sh run') return [];
    const next = fences[at + 1];
    const expected = next?.info.endsWith(' expect') === true ? next.text.split('\n') : [];
    return [{ command: text, expected: expected.map((line) => line.trim()).filter((line) => line !== '') }];
  });
}

/** Runs a page's commands as its reader would: in one shell, in the repository or a copy of it, one block after the other. What they left running is ended. */
export async function runPage(
  page: string,
  env: NodeJS.ProcessEnv,
  rewrite: (text: string) => string,
  directory = root,
): Promise<Ran[]> {
  const blocks = stepsOf(page);
  const mark = (at: number): string => `=== block ${String(at)} ===`;
  const script = blocks.map(({ command }, at) => `echo '${mark(at)}'\n${rewrite(command)}\necho`).join('\n');
  // What npx would find, without asking npm.
  const output = await shell(`exec 2>&1\nnpx() { "$@"; }\n${script}`, env, directory);
  return blocks.map(({ command, expected }, at) => {
    const [, after = ''] = output.split(mark(at));
    const [own = ''] = after.split(mark(at + 1));
    return { command, expected: expected.map(rewrite), output: own };
  });
}

/** What of the expected cannot be found, in order, in the output. Whitespace does not count; `…` stands for anything. */
export function missing({ output, expected }: Ran): readonly string[] {
  const plain = (text: string): string => text.replace(/\s+/g, '');
  const found = plain(output);
  let from = 0;
  return expected.flatMap((line) =>
    line
      .split('…')
      .map(plain)
      .filter((part) => {
        const at = found.indexOf(part, from);
        if (at >= 0) from = at + part.length;
        return at < 0;
      }),
  );
}

function shell(script: string, env: NodeJS.ProcessEnv, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('exit', () => {
      if (child.pid !== undefined) endGroup(child.pid);
    });
    child.on('close', () => {
      resolve(output);
    });
  });
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    // Nothing was left running.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
