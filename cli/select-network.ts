import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from './failure.ts';

/**
 * Says which network's folder the process reads, before anything reads it: `--network FOLDER` of the command line, else `TRELLIS_NETWORK`,
 * else the folder one stands in where that is a network's, else Ontario's, which ships with Trellis. Answers the command line without the option.
 */
export function selectNetwork(argv: readonly string[], env: NodeJS.ProcessEnv, cwd = process.cwd()): string[] {
  const rest: string[] = [];
  let chosen: string | undefined;
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--network') {
      chosen = argv[(at += 1)];
      if (chosen === undefined)
        throw new Failure('--network names no folder', { fix: 'Write --network FOLDER.', exitCode: 2 });
    } else if (word.startsWith('--network=')) chosen = word.slice('--network='.length);
    else rest.push(word);
  }
  const folder = chosen ?? env['TRELLIS_NETWORK'] ?? (existsSync(join(cwd, 'network.yaml')) ? cwd : undefined);
  if (folder === undefined || folder === '') return rest;
  if (!existsSync(join(folder, 'network.yaml'))) {
    throw new Failure(`${folder} is no network's folder: it has no network.yaml`, {
      fix: 'Make one with `npx trellis init FOLDER`, or name another with --network.',
      exitCode: 2,
    });
  }
  env['TRELLIS_NETWORK'] = resolve(folder);
  return rest;
}
