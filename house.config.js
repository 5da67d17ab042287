/**
 * Who may import whom. One table: ESLint reads it while you type, `test/house.test.ts` reads it in CI.
 * A room's own files are always allowed; what is not listed is refused.
 */
const agencies = ['identity', 'child-protection', 'mental-health', 'education', 'police'];

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
