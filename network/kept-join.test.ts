import { describe, expect, it } from '@jest/globals';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { keptJoin } from './kept-join.ts';

/** Services that no earlier run kept. */
const services = (field: string) => [
  { name: 'a', url: 'http://a.invalid', typeDefs: parse(`type Query { ${field}: Int }`) },
];
const newField = (): string => `f${String(process.pid)}${String(Date.now())}`;

describe('the kept composition', () => {
  it('is what Apollo composes, the first time and when it is read again', () => {
    const field = newField();
    const { supergraphSdl } = composeServices(services(field));
    expect(supergraphSdl).toContain(field);
    expect(keptJoin(services(field)).supergraphSdl).toBe(supergraphSdl);
    expect(keptJoin(services(field))).toEqual({ supergraphSdl });
  });

  it('is made anew for another field, and for another address', () => {
    const field = newField();
    keptJoin(services(field));
    expect(keptJoin(services(`${field}b`)).supergraphSdl).toContain(`${field}b`);
    const moved = services(field).map((service) => ({ ...service, url: 'http://b.invalid' }));
    expect(keptJoin(moved).supergraphSdl).toContain('http://b.invalid');
  });

  it('keeps no failure', () => {
    const field = newField();
    const broken = [
      ...services(field),
      { name: 'b', url: 'http://b.invalid', typeDefs: parse(`type Query { ${field}: String }`) },
    ];
    for (let time = 0; time < 2; time++) expect(keptJoin(broken).errors?.length).toBeGreaterThan(0);
  });
});
