// Starts a whole network in memory, asks who is on it and what a worker may read, prints that as JSON, and ends. `GONE` names an agency whose package cannot
// be found, whoever asks for it.
import { register } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';

const gone = process.env['GONE'] ?? '';
register(
  `data:text/javascript,${encodeURIComponent(`export async function resolve(name, context, next) {
    if (name.startsWith('@trellis/subgraph-${gone}')) throw new Error(name + ' is gone');
    return next(name, context);
  }`)}`,
);
const { startNetwork } = await import('@trellis/network');
const network = await startNetwork({ children: 1, randomSeed: 'changed' });
try {
  const ask = async (claims: Parameters<typeof network.token>[0], query: string): Promise<unknown> => {
    const [purpose = ''] = claims.purposes;
    const response = await fetch(`${network.urls.gateway}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await network.token(claims)}`,
        'purpose-of-use': purpose,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query }),
    });
    return ((await response.json()) as { data?: unknown }).data;
  };
  const agencies = await ask(
    { agency: 'network', role: 'auditor', kind: 'officer', user: 'a', purposes: ['privacy-administration'] },
    '{ agencies { name } }',
  );
  const shelter = await ask(
    {
      agency: 'shelter',
      role: 'shelter-worker',
      kind: 'worker',
      user: 's',
      purposes: ['child-protection-investigation'],
    },
    '{ child(id: "v7cqm3xkt5zhy2wnrgd4bfjuoa") { shelterNotes { text } } }',
  );
  console.log(JSON.stringify({ agencies, shelter }));
} finally {
  await wait(0);
  await network.close();
}
