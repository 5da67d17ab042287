import { existsSync, readdirSync } from 'node:fs';

/**
 * Who may import whom. `test/house.test.ts` holds every import to this table.
 * A room's own files are always allowed; what is not listed is refused.
 */
const folder = new URL('subgraphs/', import.meta.url);
/** The packages of agencies, whichever there are: the kit and the register have rows of their own. */
const agencies = readdirSync(folder).filter(
  (name) => !['kit', 'register'].includes(name) && existsSync(new URL(`${name}/package.json`, folder)),
);

export const rooms = {
  people: [],
  vocabulary: [],
  decision: ['vocabulary'],
  schema: ['vocabulary'],
  seal: [],
  platform: [],
  register: ['vocabulary', 'decision', 'platform'],
  ledger: ['platform'],
  catalogue: ['vocabulary', 'decision', 'schema', 'platform'],
  gateway: ['vocabulary', 'decision', 'schema', 'seal', 'platform', 'register', 'ledger', 'catalogue'],
  'subgraphs/kit': ['vocabulary', 'schema', 'seal', 'platform'],
  ...Object.fromEntries(agencies.map((name) => [`subgraphs/${name}`, ['vocabulary', 'subgraphs/kit']])),
  'subgraphs/identity': ['vocabulary', 'people', 'subgraphs/kit'],
  'subgraphs/register': ['vocabulary', 'subgraphs/kit', 'register', 'ledger', 'decision'],
  load: [
    'vocabulary',
    'platform',
    'people',
    'register',
    'ledger',
    'network',
    'subgraphs/kit',
    ...agencies.map((name) => `subgraphs/${name}`),
  ],
  network: '*',
  apps: [],
  cli: '*',
  test: '*',
  scripts: [],
};

/** `@trellis/…` package name of each room that others may import. */
export const packages = Object.fromEntries(
  Object.keys(rooms)
    .filter((room) => !['test', 'scripts'].includes(room))
    .map((room) => [`@trellis/${room.replace('subgraphs/', 'subgraph-')}`, room]),
);
