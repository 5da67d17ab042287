// A birthday takes a parent's permits where the decision has become the child's: whom it is told, and to whom it must not be.
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Authority } from '@trellis/decision';
import { seenConsent, type Register } from '@trellis/register';
import { actorFor } from './actor-for.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { authorityOver } from './records-of.ts';

const actor = actorFor('family-access');
const mother = actor('family', 'parent', 'mother', 'family');
const kim = actor('family', 'child', 'kim', 'family');
const day = (text: string): number => Date.parse(`${text}T12:00:00Z`);

describe('what lapses with age', () => {
  let moment = 0;
  let opened: TestRegister | undefined;
  let register: Register;
  let child = '';
  let next = 0;
  afterAll(() => opened?.close());

  /** A child, her mother who permits a teacher something, and what the child was found capable of. */
  const permitted = async (
    birthDate: string,
    categories: readonly string[],
    { own = {}, hers = {} }: { own?: Partial<Authority>; hers?: Partial<Authority> } = {},
  ) => {
    next += 1;
    child = String.fromCharCode(97 + next).repeat(26);
    const authorities = [
      authorityOver(child, { id: `hers-${child}`, holder: 'mother', ...hers }),
      authorityOver(child, { id: `own-${child}`, holder: 'kim', kind: 'child', domains: [], ...own }),
    ];
    opened ??= await openTestRegister(undefined, {}, { clock: { now: () => moment } });
    ({ register } = opened);
    await opened.seed({ children: [{ child, birthDate, disputed: false }], authorities });
    const given = { child, decision: 'PERMIT', by: `hers-${child}`, recipients: [{ agency: 'education' }], categories };
    return (await register.recordConsent(mother, { ...given, purposes: ['education-support'] })).id;
  };
  beforeEach(() => {
    moment = day('2026-03-01');
  });

  const told = async (user: string) =>
    (await register.noticesFor({ agency: 'family', user }))
      .filter(({ about }) => about === child)
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('CONSENT_LAPSES') || kind.startsWith('CONSENT_NEEDS'));
  const seenBy = async (who: typeof kim, id: string) => {
    const record = (await register.recordsOf([child], ['consent'])).find((each) => each.id === id);
    const { rules } = await register.read([]);
    if (record === undefined) throw new Error('no such consent');
    const { state, detail } = seenConsent(who, record, rules);
    return [state, detail['lapsed'] ?? []];
  };
  const pass = async (...days: readonly string[]) => {
    for (const each of days) {
      moment = day(each);
      await register.lapseByAge();
      await register.lapseByAge();
    }
  };

  it('is told where only part of a permit lapses, beforehand and on the day, and that part is listed', async () => {
    // At sixteen the plan is the child's to decide on; who cares for the child stays the parents' until eighteen.
    const id = await permitted('2010-06-15', ['child-protection.plan', 'identity.caregivers']);
    await pass('2026-05-20', '2026-05-21');
    expect([await told('mother'), await told('kim')]).toEqual([['CONSENT_LAPSES'], ['CONSENT_LAPSES']]);
    await pass('2026-06-15', '2026-06-16', '2026-07-01');
    for (const user of ['mother', 'kim'])
      expect([user, await told(user)]).toEqual([user, ['CONSENT_NEEDS_CONFIRMATION', 'CONSENT_LAPSES']]);
    expect(await seenBy(mother, id)).toEqual(['ACTIVE', ['child-protection.plan']]);
    await pass('2028-06-15');
    expect(await seenBy(mother, id)).toEqual(['NEEDS_CONFIRMATION', ['identity.caregivers', 'child-protection.plan']]);
  });

  it('tells nobody but the child where it rests on what the child was found capable of', async () => {
    const id = await permitted('2014-06-15', ['mental-health.safety-plan'], {
      own: { domains: ['mental-health'], from: '2026-01-01' },
    });
    await pass('2026-05-20', '2026-06-15', '2026-06-16');
    expect(await told('mother')).toEqual([]);
    expect(await seenBy(mother, id)).toEqual(['ACTIVE', []]);
    expect(await told('kim')).toEqual(['CONSENT_NEEDS_CONFIRMATION', 'CONSENT_LAPSES']);
    expect(await seenBy(kim, id)).toEqual(['NEEDS_CONFIRMATION', ['mental-health.safety-plan']]);
    // At sixteen age alone says so, and she is told as if nothing had been found before.
    await pass('2030-05-20', '2030-06-15', '2030-06-16');
    expect(await told('mother')).toEqual(['CONSENT_NEEDS_CONFIRMATION', 'CONSENT_LAPSES']);
    expect((await seenBy(mother, id))[0]).toBe('NEEDS_CONFIRMATION');
  });

  it('takes from a parent at sixteen what they permitted after the child had been found capable, as if nothing had been found', async () => {
    moment = day('2026-02-01');
    const id = await permitted('2010-06-15', ['mental-health.safety-plan'], {
      own: { domains: ['mental-health'], from: '2025-01-01' },
    });
    await pass('2026-05-20', '2026-06-14');
    expect([await seenBy(mother, id), await told('mother')]).toEqual([['ACTIVE', []], ['CONSENT_LAPSES']]);
    await pass('2026-06-15', '2026-06-16');
    expect(await told('mother')).toEqual(['CONSENT_NEEDS_CONFIRMATION', 'CONSENT_LAPSES']);
    expect(await seenBy(mother, id)).toEqual(['NEEDS_CONFIRMATION', ['mental-health.safety-plan']]);
  });

  it('takes nothing from whoever still decides for a grown child who was found not to be able to', async () => {
    const id = await permitted('2010-06-15', ['mental-health.safety-plan']);
    await opened!.seed({
      authorities: [
        authorityOver(child, { id: `found-${child}`, holder: 'kim', kind: 'child', domains: [], from: '2026-06-15' }),
      ],
    });
    await pass('2026-06-15', '2026-06-16');
    expect(await seenBy(mother, id)).toEqual(['ACTIVE', []]);
    expect(await told('mother')).toEqual([]);
  });

  it('takes a suspension for no birthday, and tells a suspended person nothing', async () => {
    const id = await permitted('2014-06-15', ['child-protection.plan']);
    const officer = actorFor('privacy-administration')('network', 'privacy-officer', 'net', 'officer');
    await register.suspendAuthority(officer, `hers-${child}`, 'alleged', {});
    await pass('2026-06-15');
    expect([await told('mother'), await told('kim')]).toEqual([[], []]);
    expect(await seenBy(mother, id)).toEqual(['ACTIVE', []]);
    await pass('2030-06-15');
    expect([await told('mother'), await told('kim')]).toEqual([[], ['CONSENT_NEEDS_CONFIRMATION']]);
  });
});
