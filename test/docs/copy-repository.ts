import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './pages.ts';

/** What a reader has who cloned the repository and installed it, with all that is not yet committed: files copied, packages of others linked, ours its own. */
export function copyRepository(to: string): string {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\n').filter((name) => name !== '' && !name.startsWith('test/'))) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(root, file), join(to, file));
  }
  const [theirs, ours] = [join(root, 'node_modules'), join(to, 'node_modules')];
  const own = new Set(['@trellis', '.bin']);
  for (const name of own) mkdirSync(join(ours, name), { recursive: true });
  for (const name of readdirSync(theirs)) if (!own.has(name)) symlinkSync(join(theirs, name), join(ours, name));
  for (const name of readdirSync(join(theirs, '@trellis'))) {
    symlinkSync(`../../${name.replace(/^subgraph-/, 'subgraphs/')}`, join(ours, '@trellis', name));
  }
  symlinkSync(join(root, 'apps/node_modules'), join(to, 'apps/node_modules'));
  symlinkSync('../../cli/bin/trellis.mjs', join(ours, '.bin/trellis'));
  return to;
}
