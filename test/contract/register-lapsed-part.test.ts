// Of a parent's permit that lapses in part the child reads, on the graph, the part that is the child's to decide now.
import { afterAll, expect, it } from '@jest/globals';
import { openRegisterAgency } from '@trellis/subgraph-register';
import { vocabulary } from '@trellis/vocabulary';
import { graphql } from 'graphql';
import { actorFor } from './actor-for.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { authorityOver } from './records-of.ts';

const child = 'a'.repeat(26);
const actor = actorFor('family-access');
const mother = actor('family', 'parent', 'mother', 'family');
const kim = actor('family', 'child', 'kim', 'family');

let opened: TestRegister | undefined;
afterAll(() => opened?.close());

it('shows the child the part that lapsed, and the parent the whole', async () => {
  let moment = Date.parse('2026-03-01T12:00:00Z');
  opened = await openTestRegister(
    undefined,
    {
      children: [{ child, birthDate: '2010-06-15', disputed: false }],
      authorities: [
        authorityOver(child, { id: 'hers', holder: 'mother' }),
        authorityOver(child, { id: 'own', holder: 'kim', kind: 'child', domains: [] }),
      ],
    },
    { clock: { now: () => moment } },
  );
  const { register, ledger, database } = opened;
  const agency = openRegisterAgency({ register, ledger, vocabulary, contacts: [] });
  const read = async ({ purpose, ...requester }: typeof kim) => {
    const source = `{ _entities(representations: [{ __typename: "Child", id: "${child}" }]) { ... on Child { consents { id categories lapsed } } } }`;
    const contextValue = agency.contextFor({ database, disclosure: 'd', requester, purpose, now: moment });
    const { data } = await graphql({ schema: agency.schema, source, contextValue });
    return (data as { _entities: [{ consents: unknown }] } | null)?._entities[0].consents;
  };
  const categories = ['child-protection.plan', 'identity.caregivers'];
  const { id } = await register.recordConsent(mother, {
    ...{ child, decision: 'PERMIT', by: 'hers', recipients: [{ agency: 'education' }], categories },
    purposes: ['education-support'],
  });
  expect(await read(kim)).toEqual([]);
  moment = Date.parse('2026-06-15T12:00:00Z');
  await register.lapseByAge();
  const lapsed = ['child-protection.plan'];
  expect(await read(kim)).toEqual([{ id, categories: lapsed, lapsed }]);
  expect(await read(mother)).toEqual([{ id, categories, lapsed }]);
});
