// Says what must be built again: `npm start` builds the pages once, and again when what they are made of has changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const stamp = join(root, 'dist/.made-from');

/** A digest of everything that the built pages depend on. */
function madeFrom() {
  const hash = createHash('sha256');
  const own = readdirSync(root).filter((name) => !/^(node_modules|dist|generated)$/.test(name));
  const files = own.flatMap((name) =>
    /\.\w+$/.test(name) ? [name] : readdirSync(join(root, name), { recursive: true }).map((below) => join(name, below)),
  );
  for (const name of files.filter((each) => /\.\w+$/.test(each)).sort())
    hash.update(name).update(readFileSync(join(root, name)));
  for (const name of ['../schema/supergraph.graphql', '../package-lock.json'])
    hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}

/** Whether the pages are there and made from what lies here now. */
export function areBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom();
}

/** Remembers what they were made from. */
export function rememberBuilt() {
  writeFileSync(stamp, madeFrom());
}
