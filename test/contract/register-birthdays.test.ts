import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Register } from '@trellis/register';
import { actorFor } from './actor-for.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { authorityOver } from './records-of.ts';

const child = 'b'.repeat(26);
const mother = actorFor('family-access')('family', 'parent', 'mother', 'family');

describe('a birthday', () => {
  let moment = Date.parse('2026-03-01T12:00:00Z');
  let opened: TestRegister;
  let register: Register;
  beforeAll(async () => {
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
    ({ register } = opened);
  });
  afterAll(() => opened.close());

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
