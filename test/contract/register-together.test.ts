import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shownToMember } from '@trellis/decision';
import type { Actor, Register } from '@trellis/register';
import { openTestRegister, type TestRegister } from './open-test-register.ts';

const child = 'a'.repeat(26);
const [one, two] = [1, 2].map((number): Actor => ({
  ...{ agency: 'network', role: 'privacy-officer', user: `net-${String(number)}`, kind: 'officer' },
  purpose: 'privacy-administration',
}));
const member = (role: string, user: string): Actor => ({
  ...{ agency: 'family', role, user, kind: 'family' },
  purpose: 'family-access',
});
const mother = member('parent', 'mother');
const band = member('band-representative', 'band');

describe('authorities of equal rank', () => {
  let opened: TestRegister;
  let register: Register;
  beforeAll(async () => {
    const authority = { child, domains: null, from: '2016-01-01', to: null, suspended: false };
    const parent = { ...authority, kind: 'custodial-parent' };
    opened = await openTestRegister(undefined, {
      children: [{ child, birthDate: '2018-01-01', disputed: false, names: ['Kim'] }],
      authorities: [
        { ...parent, id: 'm', holder: 'mother', jointWith: [] },
        { ...parent, id: 'f', holder: 'father', jointWith: ['m'] },
        { ...parent, id: 'later', holder: 'stepfather', jointWith: ['m', 'f'], from: '2099-01-01' },
        { ...parent, id: 'over', holder: 'uncle', jointWith: [], to: '2020-01-01' },
      ],
    });
    ({ register } = opened);

    for (const [holder, kind] of [
      ['foster', 'foster-carer'],
      ['kin', 'kin-carer'],
      ['counsel', 'childs-counsel'],
      ['band', 'band-representative'],
    ] as const) {
      const { id } = await register.recordAuthority(one!, { child, holder, kind, from: '2020-01-01' });
      await register.confirmAuthority(two!, id);
    }
  });
  afterAll(() => opened.close());

  const idOf = async (holder: string): Promise<string | undefined> =>
    (await register.read([child])).facts.get(child)?.authorities.find((each) => each.holder === holder)?.id;
  const jointOf = async (holder: string): Promise<readonly string[] | undefined> =>
    (await register.read([child])).facts.get(child)?.authorities.find((each) => each.holder === holder)?.jointWith;
  const permit = async (by: string, categories: readonly string[], actor = mother) => {
    const { id } = await register.recordConsent(actor, {
      ...{ child, decision: 'PERMIT', by, categories, recipients: [{ agency: 'education' }] },
      purposes: ['education-support'],
    });
    return id;
  };
  const isTold = async (user: string, record: string): Promise<boolean> =>
    (await register.noticesFor({ agency: 'family', user })).some((each) => each.record === record);
  const isShown = async (who: Actor, id: string): Promise<boolean> => {
    const { facts, rules, network, now } = await register.read([child]);
    const known = facts.get(child)!;
    return shownToMember(rules, network, known, who, now, []).consent(known.consents.find((each) => each.id === id)!);
  };
  const confirms = (who: Actor, id: string): Promise<unknown> =>
    register.confirmConsent(who, id).then(
      () => 'done',
      (error: unknown) => (error as { code?: string }).code,
    );

  it('decide together only what both reach: those who carry nothing out together are joint with nobody', async () => {
    expect([await jointOf('foster'), await jointOf('kin'), await jointOf('counsel')]).toEqual([[], [], []]);
    expect(new Set(await jointOf('band'))).toEqual(new Set(['m', 'f', 'later']));
  });

  it('are joint with what is still to begin, and with nothing that is over', async () => {
    const input = { child, holder: 'gran', kind: 'custodial-parent', from: '2020-01-01' };
    const { body } = await register.recordAuthority(one!, input);
    expect(new Set(body.jointWith)).toEqual(new Set(['m', 'f', 'later', await idOf('band')]));
  });

  it('neither learn nor confirm what another decided about what is not theirs', async () => {
    const counselling = await permit('m', ['mental-health.safety-plan']);
    const father = member('parent', 'father');
    expect([await isShown(father, counselling), await isShown(band, counselling)]).toEqual([true, false]);
    expect([await isTold('father', counselling), await isTold('band', counselling)]).toEqual([true, false]);
    expect(await confirms(band, counselling)).toBe('FORBIDDEN');
    expect(await confirms(father, counselling)).toBe('done');
  });

  it('learn of what they decide together', async () => {
    const plan = await permit('m', ['child-protection.plan', 'mental-health.safety-plan']);
    expect([await isShown(band, plan), await isTold('band', plan)]).toEqual([true, true]);
    expect(await confirms(band, plan)).toBe('done');
  });
});
