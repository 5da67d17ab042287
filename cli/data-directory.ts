import { resolve } from 'node:path';

/** The directory in which the embedded network keeps its files: `TRELLIS_DATA`, or `.trellis/` here. */
export function dataDirectory(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env.TRELLIS_DATA ?? '.trellis');
}
