import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.ts';

const at = (path: string): string => fileURLToPath(new URL(`../apps/${path}`, import.meta.url));

/** Builds the people's pages where they are missing or older than what they are made of; takes some seconds, once. */
export async function buildPages(): Promise<void> {
  const { areBuilt } = (await import(new URL('../apps/built.mjs', import.meta.url).href)) as { areBuilt(): boolean };
  if (areBuilt()) return;
  console.log('  building the pages (once, some seconds) …');
  const { status } = spawnSync(process.execPath, [at('build.mjs'), '--development'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    throw new Failure('the pages could not be built', {
      fix: 'The message above says why; `npm ci` mends a broken install.',
    });
  }
}
