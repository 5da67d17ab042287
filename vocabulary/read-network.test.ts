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

it('what people call a role and a purpose is read in the languages of the pages, and officers have theirs on every network', () => {
  const { roleTitles, purposes } = network.vocabulary;
  expect(roleTitles.get('police')?.get('officer')).toEqual({ en: 'police officer', fr: 'agente ou agent de police' });
  expect(roleTitles.get('family')?.get('parent')).toEqual({ en: 'parent', fr: 'parent' });
  expect(roleTitles.get('network')?.get('auditor')?.fr).toBe('vérification');
  expect(purposes.get('education-support')?.title).toEqual({ en: 'education support', fr: 'soutien scolaire' });
  // Nobody needs one, and one of a role that is not there is a slip.
  const { roleTitles: _, ...without } = own;
  expect(network.with(new Map([[name, without]]), new Map()).vocabulary.roleTitles.get(name)).toEqual(new Map());
  const slip = { ...own, roleTitles: { 'no-such-role': { en: 'x', fr: 'x' } } };
  expect(() => network.with(new Map([[name, slip]]), new Map())).toThrow(/roleTitles: names a role that is none/);
});
