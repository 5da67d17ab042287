// What a network calls its family is its own: nothing in code may hang on Ontario's word for the child.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstRules } from '@trellis/network/first-rules';
import type { Register } from '@trellis/register';
import { readNetwork } from '@trellis/vocabulary';
import { effectFor } from '../../subgraphs/register/effect-for.ts';
import { actorFor } from './actor-for.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { authorityOver, involvementWith } from './records-of.ts';

const romandie = readNetwork(fileURLToPath(new URL('../../networks/romandie/', import.meta.url)));
const { vocabulary } = romandie;
const [young, unborn] = ['b'.repeat(26), 'c'.repeat(26)];
const actor = actorFor('suivi-pediatrique');
const mother = actor('family', 'titulaire', 'mere', 'family');
const child = actor('family', 'mineur', 'kim', 'family');

describe('a family whose child has another name for its role than in Ontario', () => {
  let opened: TestRegister;
  let register: Register;
  beforeAll(async () => {
    const over = (id: string, found: readonly string[] | null) => [
      authorityOver(id, { id: `hers-${id}`, holder: 'mere', kind: 'titulaire' }),
      authorityOver(id, { id: `own-${id}`, holder: 'kim', kind: 'mineur', domains: found }),
    ];
    opened = await openTestRegister(
      undefined,
      {
        ruleSets: [firstRules(romandie).yaml],
        children: [
          { child: young, birthDate: '2010-06-15', disputed: false },
          { child: unborn, birthDate: null, disputed: false },
        ],
        authorities: [...over(young, null), ...over(unborn, [])],
        involvements: [young, unborn].map((id) =>
          involvementWith(id, { id: `mandat-${id}`, agency: 'curatelle', kind: 'mandat', assigned: ['cu-1'] }),
        ),
      },
      { vocabulary },
    );
    ({ register } = opened);
  });
  afterAll(() => opened.close());

  const permit = (id: string, by: string) => ({
    ...{ child: id, decision: 'PERMIT', by, recipients: [{ agency: 'curatelle' }] },
    ...{ purposes: ['enquete-de-protection'], categories: ['pediatrie.vaccin'] },
  });
  /** As the graph tells a member of the family. */
  const effectTo = async (who: typeof child, id: string, consent: string) => {
    const records = await register.recordsOf([id], ['consent']);
    const { facts, rules, network, now } = await register.read([id]);
    const record = records.find((each) => each.id === consent);
    if (record === undefined) throw new Error('no such consent');
    return effectFor(who, record, { facts: facts.get(id)!, rules, network, now }, records);
  };

  it('tells a child of unknown age what its own consent does, and why nothing', async () => {
    const { id } = await register.recordConsent(child, permit(unborn, `own-${unborn}`));
    expect(await effectTo(child, unborn, id)).toMatchObject({ state: 'NO_EFFECT', reasons: ['DOMAIN', 'AGE'] });
    const hers = await register.recordConsent(mother, permit(unborn, `hers-${unborn}`));
    expect(await effectTo(mother, unborn, hers.id)).toMatchObject({ state: 'NO_EFFECT', reasons: ['AGE'] });
  });

  it('lets a child take back what a parent permitted, and tells the parent nothing of it', async () => {
    const { id } = await register.recordConsent(mother, permit(young, `hers-${young}`));
    const before = await effectTo(mother, young, id);
    await register.withdrawConsent(child, id, null);
    expect((await effectTo(child, young, id)).reasons).toEqual(['WITHDRAWN']);
    expect(await effectTo(mother, young, id)).toEqual(before);
  });
});
