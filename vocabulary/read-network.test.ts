import { expect, it } from '@jest/globals';
import { network as builtIn, type AgencyWords } from '@trellis/vocabulary';
import { readNetwork } from './read-network.ts';

const network = readNetwork(builtIn.folder);
const [name = ''] = network.agencies.flatMap((agency) =>
  Object.values(network.vocabulary.mandates).some((having) => having.includes(agency.name)) ? [] : [agency.name],
);
const own = network.words[name];
if (own === undefined) throw new Error('Every agency of the network has a mandate.');

it('what an agency publishes gives it no mandate, and no code or address to run', () => {
  const more = { ...own, mandates: ['PROTECTION'], package: '@evil/agency', url: 'https://evil.example/' };
  const published = network.with(new Map([[name, more as AgencyWords]]), new Map());
  expect(published.vocabulary.mandates).toEqual(network.vocabulary.mandates);
  const before = network.agencies.find((agency) => agency.name === name);
  const after = published.agencies.find((agency) => agency.name === name);
  expect({ package: after?.package, url: after?.url }).toEqual({ package: before?.package, url: before?.url });
});

it('who has a mandate keeps it, whatever it publishes', () => {
  const [holder = ''] = network.vocabulary.mandates.PROTECTION;
  const words = network.words[holder];
  if (words === undefined) throw new Error('Nobody has the mandate of protection.');
  const published = network.with(new Map([[holder, words]]), new Map());
  expect(published.vocabulary.mandates).toEqual(network.vocabulary.mandates);
});
