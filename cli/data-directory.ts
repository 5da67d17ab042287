import { resolve } from 'node:path';

/** Where the embedded network keeps its files: `TRELLIS_DATA`, or `.trellis/` here. */
export function dataDirectory(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env.TRELLIS_DATA ?? '.trellis');
}
