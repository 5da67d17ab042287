import { describe, expect, it } from '@jest/globals';
import type { Requester } from '@trellis/vocabulary';
import { readPublication } from './read-publication.ts';

const system: Requester = { agency: 'shelter', role: 'system', kind: 'system', user: 'shelter:system' };
const words = {
  title: { en: 'Shelter', fr: 'Refuge' },
  dutyContact: '705-555-0100',
  roles: ['shelter-worker'],
  involvementKinds: [],
  categories: { note: { labels: ['R'], en: 'A note.', fr: 'Une note.' } },
};
const read = (address: string | undefined, anyAddress = false) =>
  readPublication({ schema: 'type T { id: ID }', words, address }, system, anyAddress);

describe('a publication that is sent', () => {
  it.each([
    'https://shelter.example.org/graphql',
    'https://a.b-c.example/graphql?x=1',
    'https://shelter.example.org:8443/graphql',
  ])('may answer at %s', (address) => {
    expect(read(address)).toMatchObject({ agency: 'shelter', address });
  });

  it.each([
    'http://shelter.example.org/graphql',
    'https://10.0.0.1/graphql',
    'https://[::1]/graphql',
    'https://localhost/graphql',
    'https://shelter/graphql',
    'https://register.internal/graphql',
    'https://printer.local/graphql',
    'https://user:pass@shelter.example.org/graphql',
    'https://shelter.example.org/graphql#here',
    'https://2130706433/graphql',
  ])('may not answer at %s, where a gateway would be sent to the operator’s own machines or without TLS', (address) => {
    expect(read(address)).toMatchObject({ faults: [expect.stringContaining('address')] });
    expect(read(address, true)).toMatchObject({ address });
  });

  it('is of the agency whose system sent it, and its key is its own unless it names another', () => {
    expect(read(undefined)).toMatchObject({ agency: 'shelter', publishedBy: 'shelter:system', keyId: 'shelter' });
    const taken = { schema: 'type T { id: ID }', words, agency: 'education' };
    expect(() => readPublication(taken, system, false)).toThrow('A publication holds schema and words');
  });
});
