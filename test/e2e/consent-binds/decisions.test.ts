import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Requester } from '@trellis/vocabulary';
import { done, refusal } from '../network/mutations.ts';
import { nextRequest } from '../network/next-request.ts';
import { family, idOf, officer, system, worker } from '../network/people.ts';
import { oneAt, readAt } from '../network/read-at.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../network/start-observed-network.ts';

const school = 'education-support';
let network: ObservedNetwork;
beforeAll(async () => {
  network = await startObservedNetwork();
}, patience);
afterAll(() => network.close());

const next = (requester: Requester, purpose: string, child: string, selection: string, path: string) =>
  nextRequest(network, { requester, purpose }, child, selection, path);
const inService = (requester: Requester, child: string, purpose = school) =>
  next(requester, purpose, child, 'inMentalHealthService', 'inMentalHealthService');

async function authorityOf(reader: Requester, child: string, holder: string): Promise<string> {
  const query = 'query($id: NetworkId!) { child(id: $id) { authorities { id holder } } }';
  const { data } = await network.ask({ requester: reader, purpose: 'family-access', query, variables: { id: child } });
  const held = readAt(data, 'child.authorities').find((each) => oneAt(each, 'holder') === holder);
  return String(oneAt(held, 'id'));
}

const permit = (child: string, by: string, more: object = {}) => ({
  input: {
    child,
    by,
    decision: 'PERMIT',
    recipients: [{ agency: 'education', role: 'teacher' }],
    purposes: [school],
    categories: ['mental-health.involvement'],
    ...more,
  },
});
const refuse = (child: string, by: string, more: object = {}) =>
  permit(child, by, { decision: 'REFUSE', level: 'SUMMARY', ...more });

describe('a consent', () => {
  const gabriel = idOf('Gabriel');
  const teacher = worker('te-vale');
  const self = family('child', 'gabriel');

  it('opens on the next request, where who is entitled gave it, and closes on the next one after it is withdrawn', async () => {
    const own = await authorityOf(self, gabriel, self.user);
    expect(await inService(teacher, gabriel)).toEqual({ withheld: ['CONSENT'] });
    const { id, state } = await done(network, self, 'recordConsent', permit(gabriel, own));
    expect(state).toBe('ACTIVE');
    expect(await inService(teacher, gabriel)).toBe(true);
    // For this purpose, to this role, and nothing more than was said.
    expect(await inService(teacher, gabriel, 'care-coordination')).toEqual({ withheld: ['CONSENT'] });
    expect(await inService(worker('pr-okoro'), gabriel)).toEqual({ withheld: ['CONSENT'] });
    expect(
      await next(teacher, school, gabriel, 'mentalHealth { conditions { display } }', 'mentalHealth.conditions'),
    ).toEqual({ withheld: ['CONSENT'] });

    const stranger = family('mother', 'adele');
    for (const [who, why] of [
      [stranger, 'of another family'],
      [family('mother', 'gabriel'), 'the decision is not hers'],
      [worker('te-nguyen'), 'not assigned'],
      [officer('police'), 'police are not involved'],
    ] as const) {
      expect([why, await refusal(network, who, 'withdrawConsent', { id })]).toEqual([why, ['FORBIDDEN']]);
    }
    expect(await inService(teacher, gabriel)).toBe(true);

    expect(await done(network, self, 'withdrawConsent', { id, reason: 'I changed my mind' })).toEqual({
      id,
      state: 'WITHDRAWN',
    });
    expect(await inService(teacher, gabriel)).toEqual({ withheld: ['CONSENT'] });
    // What was disclosed before stays listed.
    const query =
      'query($id: NetworkId!) { child(id: $id) { disclosures { edges { node { summarised requester { user } } } } } }';
    const { data } = await network.ask({
      requester: self,
      purpose: 'family-access',
      query,
      variables: { id: gabriel },
    });
    expect(readAt(data, 'child.disclosures.edges.node')).toContainEqual({
      summarised: ['mental-health.involvement'],
      requester: { user: teacher.user },
    });
  });

  it('of a parent opens nothing where the decision has become the child’s', async () => {
    const mother = family('mother', 'gabriel');
    const hers = await authorityOf(mother, gabriel, mother.user);
    const { id } = await done(network, mother, 'recordConsent', permit(gabriel, hers));
    expect(await inService(teacher, gabriel)).toEqual({ withheld: ['CONSENT'] });
    // The child may make it its own.
    await done(network, self, 'confirmConsent', { id });
    expect(await inService(teacher, gabriel)).toBe(true);
    const consents = await network.ask({
      requester: self,
      purpose: 'family-access',
      query: 'query($id: NetworkId!) { child(id: $id) { consents { id state by } } }',
      variables: { id: gabriel },
    });
    const given = readAt(consents.data, 'child.consents').find(
      (each) => oneAt(each, 'state') === 'ACTIVE' && oneAt(each, 'by') !== hers,
    );
    await done(network, self, 'withdrawConsent', { id: oneAt(given, 'id') });
    expect(await inService(teacher, gabriel)).toEqual({ withheld: ['CONSENT'] });
  });

  it('that a worker writes down waits, also with a signed form, until the holder confirms it or another agency attests it', async () => {
    const own = await authorityOf(self, gabriel, self.user);
    const clinician = worker('cl-whitebirch');
    const proposed = await done(network, clinician, 'recordConsent', permit(gabriel, own));
    expect(proposed.state).toBe('PROPOSED');
    expect(await inService(teacher, gabriel)).toEqual({ withheld: ['CONSENT'] });
    const signed = await done(network, clinician, 'recordConsent', permit(gabriel, own, { evidence: 'Form 14' }));
    expect(await inService(teacher, gabriel)).toEqual({ withheld: ['CONSENT'] });
    const attest = { id: signed.id, evidence: 'Form 14, seen signed' };
    for (const who of [clinician, teacher, officer('education')])
      expect([who.user, await refusal(network, who, 'attestConsent', attest)]).toEqual([who.user, ['FORBIDDEN']]);
    await done(network, officer('mental-health'), 'attestConsent', attest);
    expect(await inService(teacher, gabriel)).toBe(true);
    await done(network, clinician, 'withdrawConsent', { id: signed.id });
    expect(await inService(teacher, gabriel)).toEqual({ withheld: ['CONSENT'] });
  });

  it('is not taken from who may not give it, nor under an authority that is not theirs', async () => {
    const own = await authorityOf(self, gabriel, self.user);
    for (const who of [
      family('mother', 'gabriel'),
      family('father', 'adele'),
      worker('po-garrick'),
      officer('police'),
      system('education'),
    ])
      expect([who.user, await refusal(network, who, 'recordConsent', permit(gabriel, own))]).toEqual([
        who.user,
        ['FORBIDDEN'],
      ]);
    expect(await refusal(network, self, 'recordConsent', permit(gabriel, own, { categories: ['no-such'] }))).toEqual([
      'BAD_REQUEST',
    ]);
    expect(await refusal(network, self, 'recordConsent', permit(gabriel, own, { purposes: ['*'] }))).toEqual([
      'BAD_REQUEST',
    ]);
    expect(await refusal(network, self, 'recordConsent', permit('GABRIEL', own))).toEqual(['BAD_ID']);
    expect(await inService(teacher, gabriel)).toEqual({ withheld: ['CONSENT'] });
  });

  it('ends at its instant', async () => {
    const own = await authorityOf(self, gabriel, self.user);
    await done(network, self, 'recordConsent', permit(gabriel, own, { to: '2026-11-22T12:00:00-05:00' }));
    expect(await inService(teacher, gabriel)).toBe(true);
    network.setNow('2026-11-22T16:59:59.999Z');
    expect(await inService(teacher, gabriel)).toBe(true);
    network.setNow('2026-11-22T17:00:00Z');
    expect(await inService(teacher, gabriel)).toEqual({ withheld: ['CONSENT'] });
  });
});

describe('a refusal', () => {
  it('by one of two parents refuses for both, until that parent withdraws it', async () => {
    const adele = idOf('Adèle');
    const teacher = worker('te-delorme');
    const father = family('father', 'adele');
    expect(await inService(teacher, adele)).toBe(true);
    const his = await authorityOf(father, adele, father.user);
    const { id } = await done(network, father, 'recordConsent', refuse(adele, his, { categories: ['mental-health'] }));
    expect(await inService(teacher, adele)).toEqual({ withheld: ['CONSENT'] });
    // To withdraw a refusal gives: the worker who may withdraw a permit may not.
    expect(await refusal(network, worker('cl-beaulieu'), 'withdrawConsent', { id })).toEqual(['FORBIDDEN']);
    expect(await refusal(network, family('mother', 'adele'), 'withdrawConsent', { id })).toEqual(['FORBIDDEN']);
    await done(network, father, 'withdrawConsent', { id });
    expect(await inService(teacher, adele)).toBe(true);
  });

  it('closes the circle of care, and what is locked stays closed in an emergency too', async () => {
    const hugo = idOf('Hugo');
    const clinician = worker('cl-beaulieu');
    const mother = family('mother', 'hugo');
    const conditions = () =>
      next(clinician, 'treatment', hugo, 'mentalHealth { conditions { display } }', 'mentalHealth.conditions');
    expect(await conditions()).toMatchObject({ display: expect.any(String) as unknown });
    const hers = await authorityOf(mother, hugo, mother.user);
    const terms = {
      recipients: [{ agency: 'mental-health' }],
      purposes: ['treatment', 'emergency'],
      categories: ['mental-health', 'sensitivity'],
    };
    const { id } = await done(network, mother, 'recordConsent', refuse(hugo, hers, terms));
    expect(await conditions()).toEqual({ withheld: ['CONSENT', 'APPROVAL', 'EMERGENCY'] });
    await done(network, clinician, 'openEmergencyAccess', { child: hugo, reason: 'Found unconscious' });
    expect(await conditions()).toMatchObject({ display: expect.any(String) as unknown });
    await done(network, mother, 'recordConsent', refuse(hugo, hers, { ...terms, notEvenInEmergency: true }));
    expect(await conditions()).toEqual({ withheld: ['CONSENT', 'APPROVAL', 'EMERGENCY'] });
    expect((await done(network, mother, 'withdrawConsent', { id })).state).toBe('WITHDRAWN');
    expect(await conditions()).toEqual({ withheld: ['CONSENT', 'APPROVAL', 'EMERGENCY'] });
  });
});

describe('a court order', () => {
  const imani = idOf('Imani');
  const teacher = worker('te-nguyen');
  const plan = () =>
    next(teacher, school, imani, 'protection { planOfService { goals } }', 'protection.planOfService.goals');
  // The file could be opened by consent; what is said is of the file, with all below it.
  const closed = { withheld: ['CONSENT'] };
  const order = (decision: string, reference: string) => ({
    input: {
      child: imani,
      decision,
      recipients: [{ agency: 'education', role: 'teacher' }],
      categories: ['child-protection.involvement', 'child-protection.plan'],
      from: '2026-11-01T00:00:00-04:00',
      court: 'Ontario Court of Justice',
      reference,
    },
  });

  it('binds once somebody who gains nothing has confirmed it, and one that forbids stands at once against one that permits', async () => {
    const [first, second] = [officer('education'), officer('network', 'approver', 2)];
    expect(await plan()).toEqual(closed);
    for (const who of [teacher, family('mother', 'imani'), officer('education', 'auditor'), officer('police')])
      expect([who.user, await refusal(network, who, 'recordOrder', order('PERMIT', 'FO-1'))]).toEqual([
        who.user,
        ['FORBIDDEN'],
      ]);
    const { id } = await done(network, first, 'recordOrder', order('PERMIT', 'FO-1'));
    expect(await plan()).toEqual(closed);
    for (const who of [first, teacher, officer('education', 'approver', 2), family('mother', 'imani')])
      expect([who.user, await refusal(network, who, 'confirmOrder', { id })]).toEqual([who.user, ['FORBIDDEN']]);
    expect(await plan()).toEqual(closed);
    expect(await done(network, second, 'confirmOrder', { id })).toEqual({ id, confirmed: true });
    expect(await plan()).toBe('School every day');
    expect(await refusal(network, second, 'confirmOrder', { id })).toEqual(['CONFLICT']);

    const forbids = await done(network, first, 'recordOrder', order('REFUSE', 'FO-2'));
    expect(forbids).toEqual({ id: forbids.id, confirmed: false });
    expect(await plan()).toEqual(closed);
    await done(network, second, 'confirmOrder', { id: forbids.id });
    expect(await plan()).toEqual(closed);
  });
});

describe('an authority', () => {
  it('that is suspended reads nothing and decides nothing, from the next request', async () => {
    const rosalie = idOf('Rosalie');
    const father = family('father', 'rosalie');
    const status = () => next(father, 'family-access', rosalie, 'protection { status }', 'protection.status');
    expect(await status()).toBe('OPEN');
    const his = await authorityOf(father, rosalie, father.user);
    const why = { id: his, reason: 'Alleged perpetrator' };
    for (const who of [father, family('mother', 'rosalie'), worker('cw-osei'), officer('police')])
      expect([who.user, await refusal(network, who, 'suspendAuthority', why)]).toEqual([who.user, ['FORBIDDEN']]);
    expect((await done(network, worker('cw-renaud'), 'suspendAuthority', why)).suspended).toBe(true);
    expect(await status()).toEqual({ withheld: [] });
    expect(await refusal(network, father, 'recordConsent', permit(rosalie, his))).toEqual(['FORBIDDEN']);
    // The mother, who decided jointly with him, is not held up by him: her status is hers.
    expect(
      await next(family('mother', 'rosalie'), 'family-access', rosalie, 'protection { status }', 'protection.status'),
    ).toBe('OPEN');
  });
});

describe('an involvement', () => {
  it('is opened by the agency’s system, never by the worker who gains from it, and ends on the next request', async () => {
    const hugo = idOf('Hugo');
    const teacher = worker('te-vale');
    const grade = () => next(teacher, school, hugo, 'education { grade }', 'education');
    const input = { child: hugo, kind: 'enrolment', evidence: 'Enrolled', assigned: [teacher.user] };
    expect(await grade()).toMatchObject({ withheld: expect.any(Array) as unknown });
    for (const who of [teacher, officer('education'), family('mother', 'hugo')])
      expect([who.user, await refusal(network, who, 'openInvolvement', { input })]).toEqual([who.user, ['FORBIDDEN']]);
    const { id } = await done(network, system('education'), 'openInvolvement', { input });
    // Hugo goes to no school that has him on its books: the answer is that there is nothing, not that it is withheld.
    expect(await grade()).toBeNull();
    for (const who of [teacher, system('police')])
      expect([who.user, await refusal(network, who, 'closeInvolvement', { id })]).toEqual([who.user, ['FORBIDDEN']]);
    await done(network, system('education'), 'closeInvolvement', { id });
    expect(await grade()).toMatchObject({ withheld: expect.any(Array) as unknown });
  });
});
