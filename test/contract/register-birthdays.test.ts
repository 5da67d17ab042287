import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbedded } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { actorFor } from './actor-for.ts';

const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const child = 'b'.repeat(26);
const mother = actorFor('family-access')('family', 'parent', 'mother', 'family');

describe('a birthday', () => {
  let moment = Date.parse('2026-03-01T12:00:00Z');
  let server: Awaited<ReturnType<typeof openEmbedded>>;
  let register: Register;
  beforeAll(async () => {
    server = await openEmbedded({ directory: undefined });
    const database = await server.database('register');
    await migrateRegister(database);
    const authority = { child, domains: null, jointWith: [], from: '2010-06-15', to: null, suspended: false };
    await database.transaction((tx) =>
      seedRegister(tx, {
        at: 0,
        ruleSets: [pack],
        children: [{ child, birthDate: '2010-06-15', disputed: false }],
        authorities: [
          { ...authority, id: 'hers', holder: 'mother', kind: 'custodial-parent' },
          { ...authority, id: 'own', holder: 'kim', kind: 'child', domains: [] },
        ],
      }),
    );
    register = openRegister(database, { vocabulary, clock: { now: () => moment } });
  });
  afterAll(() => server.close());

  const kinds = async (user: string) => (await register.noticesFor({ agency: 'family', user })).map(({ kind }) => kind);

  it('is told of beforehand, and on the day the permit needs confirmation', async () => {
    const permit = { child, decision: 'PERMIT', by: 'hers', recipients: [{ agency: 'education' }] };
    const { id } = await register.recordConsent(mother, {
      ...permit,
      purposes: ['education-support'],
      categories: ['child-protection.plan'],
    });
    const state = async () => (await register.recordsOf([child], ['consent'])).find((each) => each.id === id)?.state;
    expect([await register.lapseByAge(), await state(), await kinds('kim')]).toEqual([0, 'ACTIVE', []]);
    moment = Date.parse('2026-05-20T12:00:00Z');
    await register.lapseByAge();
    await register.lapseByAge();
    expect([await state(), await kinds('kim'), await kinds('mother')]).toEqual([
      'ACTIVE',
      ['CONSENT_LAPSES'],
      ['CONSENT_LAPSES'],
    ]);
    moment = Date.parse('2026-06-15T12:00:00Z');
    expect([await register.lapseByAge(), await register.lapseByAge(), await state()]).toEqual([
      1,
      0,
      'NEEDS_CONFIRMATION',
    ]);
    expect((await kinds('kim')).at(0)).toBe('CONSENT_NEEDS_CONFIRMATION');
    const kim = actorFor('family-access')('family', 'child', 'kim', 'family');
    expect((await register.confirmConsent(kim, id)).body).toMatchObject({ by: 'own', state: 'ACTIVE' });
  });
});
