import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Requester } from '@trellis/vocabulary';
import { call, done, refusal, type MutationName } from '../network/mutations.ts';
import { nextRequest } from '../network/next-request.ts';
import { family, idOf, officer, system, worker } from '../network/people.ts';
import { oneAt, readAt } from '../network/read-at.ts';
import { patience, startObservedNetwork, usualNow, type ObservedNetwork } from '../network/start-observed-network.ts';

let network: ObservedNetwork;
beforeAll(async () => {
  network = await startObservedNetwork();
}, patience);
afterAll(() => network.close());

async function refused(
  who: readonly Requester[],
  mutation: MutationName,
  variables: Readonly<Record<string, unknown>>,
) {
  for (const each of who)
    expect([each.user, await refusal(network, each, mutation, variables)]).toEqual([each.user, ['FORBIDDEN']]);
}

describe('an approval', () => {
  const noor = idOf('Noor');
  const rivard = worker('po-rivard');
  const police = 'law-enforcement-investigation';
  const risk = (requester = rivard, purpose = police) =>
    nextRequest(network, { requester, purpose }, noor, 'protection { riskLevel }', 'protection.riskLevel');
  const input = {
    child: noor,
    custodian: 'child-protection',
    categories: ['child-protection.risk'],
    purpose: police,
    rationale: 'A call to the home is being prepared',
  };
  const approve = (id: string, until = '2026-11-30T17:00:00-05:00') => ({ id, until, rationale: 'For this call' });

  it('opens what was asked for, to who asked, until its end; a request that waits opens nothing', async () => {
    expect(await risk()).toEqual({ withheld: ['APPROVAL'] });
    await refused([family('mother', 'noor'), system('police')], 'requestDisclosure', { input });
    const asked = await done(network, rivard, 'requestDisclosure', { input });
    expect(asked.state).toBe('PENDING');
    expect(await risk()).toEqual({ withheld: ['APPROVAL'] });

    const custodian = officer('child-protection', 'approver');
    const inbox = await network.ask({
      requester: custodian,
      purpose: 'privacy-administration',
      query: '{ approvals(state: PENDING) { id rationale recipient { user } child { id } } }',
    });
    expect(readAt(inbox.data, 'approvals').find((each) => oneAt(each, 'id') === asked.id)).toMatchObject({
      rationale: input.rationale,
      recipient: { user: 'po-rivard' },
      child: { id: noor },
    });

    await refused(
      [
        rivard,
        officer('police'),
        worker('cw-stonecrane'),
        officer('child-protection', 'auditor'),
        officer('network', 'privacy-officer'),
        family('mother', 'noor'),
      ],
      'approveDisclosure',
      approve(asked.id),
    );
    expect(await risk()).toEqual({ withheld: ['APPROVAL'] });
    expect((await done(network, custodian, 'approveDisclosure', approve(asked.id))).state).toBe('APPROVED');
    expect(await risk()).toBe('HIGH');
    expect(await risk(worker('po-garrick'))).toEqual({ withheld: ['APPROVAL'] });
    expect(await refusal(network, custodian, 'approveDisclosure', approve(asked.id))).toEqual(['CONFLICT']);
    const { trellis } = await network.ask({
      requester: rivard,
      purpose: police,
      query: 'query($id: NetworkId!) { child(id: $id) { protection { riskLevel } } }',
      variables: { id: noor },
    });
    expect(trellis.obligations.map(({ code }) => code).sort()).toEqual(['HUMAN_REVIEW', 'NO_FURTHER_DISCLOSURE']);

    network.setNow('2026-11-30T21:59:59Z');
    expect(await risk()).toBe('HIGH');
    network.setNow('2026-11-30T22:00:00Z');
    expect(await risk()).toEqual({ withheld: ['APPROVAL'] });
    network.setNow(usualNow);
  });

  it('that was declined opens nothing', async () => {
    const custodian = officer('child-protection', 'approver');
    const categories = ['child-protection.hazards'];
    const { id } = await done(network, rivard, 'requestDisclosure', { input: { ...input, categories } });
    await refused([rivard, officer('police')], 'declineDisclosure', { id, reason: 'no' });
    expect((await done(network, custodian, 'declineDisclosure', { id, reason: 'Not needed' })).state).toBe('DECLINED');
    expect(await refusal(network, custodian, 'approveDisclosure', approve(id))).toEqual(['CONFLICT']);
    const asking = { requester: rivard, purpose: police };
    expect(await nextRequest(network, asking, noor, 'protection { hazards { kind } }', 'protection.hazards')).toEqual({
      withheld: ['APPROVAL'],
    });
  });

  it('is asked of the custodian of what is asked for', async () => {
    const wrong = { ...input, custodian: 'education' };
    expect(await refusal(network, rivard, 'requestDisclosure', { input: wrong })).toEqual(['BAD_REQUEST']);
  });

  it('is refused with the reason, where no approval could open it and where more is pending', async () => {
    const why = async (change: object) => {
      const { errors } = await call(network, rivard, 'requestDisclosure', { input: { ...input, ...change } });
      return errors.map(({ extensions: { code, reason } }) => [code, reason]);
    };
    expect(await why({ categories: ['child-protection.reporter'] })).toEqual([
      ['BAD_REQUEST', 'NOT_OPENED_ON_APPROVAL'],
    ]);
    const both = ['child-protection.hazards', 'child-protection.safety-alert'];
    await done(network, rivard, 'requestDisclosure', { input: { ...input, categories: both } });
    expect(await why({ categories: [both[0]] })).toEqual([['CONFLICT', 'PENDING_ALREADY']]);
  });

  it('is judged by the purposes of the token: one that it lacks is refused, and what one of them opens by itself is not asked for', async () => {
    const theo = idOf('Theo');
    const osei = worker('cw-osei');
    const why = async (requester: Requester, purposes: readonly string[], asked: object) => {
      const { errors } = await network.post(
        JSON.stringify({
          query: 'mutation ($input: DisclosureRequest!) { requestDisclosure(input: $input) { state } }',
          variables: { input: { child: theo, custodian: 'child-protection', rationale: 'x', ...asked } },
        }),
        {
          authorization: `Bearer ${await network.tokenOf(requester, purposes)}`,
          'purpose-of-use': purposes[0] ?? '',
          'content-type': 'application/json',
        },
      );
      return errors.map(({ extensions: { code, reason } }) => [code, reason]);
    };
    const investigation = 'child-protection-investigation';
    const risk = { categories: ['child-protection.risk'], purpose: 'emergency' };
    expect(await why(osei, ['emergency', investigation], risk)).toEqual([['BAD_REQUEST', 'OPENED_BY_ITSELF']]);
    // Somebody without that purpose has no other way: what a purpose of her role would open is no answer to her.
    expect(await why(osei, ['emergency'], risk)).toEqual([]);
    const hazards = { categories: ['child-protection.hazards'], purpose: police };
    expect(await why(rivard, ['youth-justice-supervision'], hazards)).toEqual([
      ['BAD_REQUEST', 'PURPOSE_NOT_IN_TOKEN'],
    ]);
    expect(await why(rivard, ['youth-justice-supervision', police], hazards)).toEqual([]);
  });
});

describe('a standing approval', () => {
  it('opens to every worker whom it fits, until the day of its review', async () => {
    const theo = idOf('Theo');
    const asking = { requester: worker('cw-osei'), purpose: 'child-protection-investigation' };
    const scores = () => nextRequest(network, asking, theo, 'mentalHealth { scores { total } }', 'mentalHealth.scores');
    const input = {
      recipient: { agency: 'child-protection', role: 'caseworker' },
      purposes: ['child-protection-investigation'],
      categories: ['mental-health.score'],
      involvement: 'investigation',
      from: '2026-11-01T00:00:00-04:00',
      reviewOn: '2026-12-01',
      authority: 'Protocol of 2026 between the clinic and the society',
    };
    expect(await scores()).toEqual({ withheld: ['CONSENT', 'APPROVAL'] });
    await refused(
      [officer('mental-health', 'approver'), worker('cl-beaulieu'), system('mental-health')],
      'grantStandingApproval',
      { input },
    );
    // Each agency speaks for its own records alone.
    expect(await refusal(network, officer('child-protection'), 'grantStandingApproval', { input })).toEqual([
      'BAD_REQUEST',
    ]);
    expect(await scores()).toEqual({ withheld: ['CONSENT', 'APPROVAL'] });
    const { id } = await done(network, officer('mental-health'), 'grantStandingApproval', { input });
    expect(await scores()).toEqual({ withheld: ['CONSENT', 'APPROVAL'] });
    await refused([officer('mental-health'), officer('child-protection')], 'confirmStandingApproval', { id });
    await done(network, officer('mental-health', 'approver', 2), 'confirmStandingApproval', { id });
    expect(await scores()).toMatchObject({ total: expect.any(Number) as unknown });
    network.setNow('2026-12-01T04:59:59Z');
    expect(await scores()).toMatchObject({ total: expect.any(Number) as unknown });
    network.setNow('2026-12-01T05:00:00Z');
    expect(await scores()).toEqual({ withheld: ['CONSENT', 'APPROVAL'] });
    network.setNow(usualNow);
  });
});

describe('emergency access', () => {
  const willa = idOf('Willa');
  const singh = worker('iw-singh');
  const name = (requester = singh, purpose = 'emergency') =>
    nextRequest(network, { requester, purpose }, willa, 'name', 'name');
  const closedName = { withheld: ['APPROVAL', 'EMERGENCY'] };

  it('opens for the one who opened it, with a reason, and closes on the next request', async () => {
    expect(await name()).toEqual(closedName);
    const open = { child: willa, reason: 'Caller says the child is alone' };
    await refused(
      [family('mother', 'willa'), officer('child-protection'), system('child-protection')],
      'openEmergencyAccess',
      open,
    );
    expect(await refusal(network, singh, 'openEmergencyAccess', { child: willa, reason: ' ' })).toEqual([
      'BAD_REQUEST',
    ]);
    const { id } = await done(network, singh, 'openEmergencyAccess', open);
    expect(await name()).toBe('Willa Stonecrane');
    expect(await name(worker('su-ashgrove'))).toEqual(closedName);

    await refused([worker('iw-moreau'), officer('police'), family('mother', 'willa')], 'closeEmergencyAccess', { id });
    expect(await name()).toBe('Willa Stonecrane');
    await done(network, singh, 'closeEmergencyAccess', { id });
    expect(await name()).toEqual(closedName);

    const finding = { id, finding: 'The child was alone', justified: true };
    await refused(
      [singh, officer('police'), officer('child-protection', 'auditor'), family('mother', 'willa')],
      'reviewEmergencyAccess',
      finding,
    );
    expect(await done(network, officer('child-protection'), 'reviewEmergencyAccess', finding)).toMatchObject({
      justified: true,
    });
    expect(await refusal(network, officer('child-protection'), 'reviewEmergencyAccess', finding)).toEqual(['CONFLICT']);
  });

  it('ends by itself after four hours', async () => {
    const reason = 'Brought to the hospital';
    const { until } = await done(network, singh, 'openEmergencyAccess', { child: willa, reason });
    expect(until).toBe('2026-11-22T03:00:00.000Z');
    network.setNow('2026-11-22T02:59:59Z');
    expect(await name()).toBe('Willa Stonecrane');
    network.setNow('2026-11-22T03:00:00Z');
    expect(await name()).toEqual(closedName);
    network.setNow(usualNow);
  });
});

describe('a set of sharing rules', () => {
  const hugo = idOf('Hugo');
  const author = officer('network', 'privacy-officer');
  const second = officer('network', 'approver', 2);
  const asking = { requester: worker('cl-beaulieu'), purpose: 'treatment' };
  const plan = () =>
    nextRequest(network, asking, hugo, 'mentalHealth { safetyPlan { copingSteps } }', 'mentalHealth.safetyPlan');

  it('is drafted, approved by a second officer, and live everywhere once published; revertible', async () => {
    const rules = await network.ask({
      requester: author,
      purpose: 'privacy-administration',
      query: '{ rules { number yaml } }',
    });
    const yaml = String(oneAt(rules.data, 'rules.yaml'));
    // The circle of care, taken away.
    const narrower = yaml.replace(/ {2}- id: circle-of-care\n[\s\S]*?(?= {2}- id: )/, '');
    expect(narrower.length).toBeLessThan(yaml.length);
    expect(await plan()).toMatchObject({ copingSteps: expect.any(Array) as unknown });

    await refused([officer('mental-health'), worker('cl-beaulieu'), second], 'draftRules', {
      input: { base: 1, yaml: narrower },
    });
    expect(await refusal(network, author, 'draftRules', { input: { base: 1, yaml: 'rules: [' } })).toEqual([
      'BAD_REQUEST',
    ]);
    expect(await refusal(network, author, 'draftRules', { input: { base: 7, yaml: narrower } })).toEqual(['CONFLICT']);
    const drafted = { base: 1, yaml: narrower, reason: 'Nobody needs it' };
    const { number } = await done(network, author, 'draftRules', { input: drafted });
    await refused([author, officer('mental-health')], 'approveRules', { number });
    expect(await refusal(network, author, 'publishRules', { number })).toEqual(['CONFLICT']);
    await done(network, second, 'approveRules', { number });
    expect(await plan()).toMatchObject({ copingSteps: expect.any(Array) as unknown });
    await done(network, author, 'publishRules', { number });
    expect(await plan()).toMatchObject({ withheld: expect.any(Array) as unknown });
    // Families and workers read the rules, and not what their authors said to each other.
    const said = async (requester: Requester, purpose: string) =>
      (await network.ask({ requester, purpose, query: '{ rules { number reason } }' })).data?.['rules'];
    expect(await said(second, 'privacy-administration')).toEqual({ number, reason: 'Nobody needs it' });
    expect(await said(officer('mental-health'), 'privacy-administration')).toEqual({ number, reason: null });
    expect(await said(worker('cl-beaulieu'), 'treatment')).toEqual({ number, reason: null });
    expect(await said(family('mother', 'hugo'), 'family-access')).toEqual({ number, reason: null });
    await refused([officer('mental-health'), worker('cl-beaulieu')], 'revertRules', { to: 1 });
    network.setNow('2026-11-21T23:00:01Z');
    const reverted = await done(network, second, 'revertRules', { to: 1 });
    expect(await plan()).toMatchObject({ withheld: expect.any(Array) as unknown });
    await refused([second], 'approveRules', { number: reverted.number });
    await done(network, author, 'approveRules', { number: reverted.number });
    expect(await plan()).toMatchObject({ copingSteps: expect.any(Array) as unknown });

    const again = { base: reverted.number, yaml: narrower };
    const declined = await done(network, author, 'draftRules', { input: again });
    await done(network, second, 'dropProposal', { id: `rule-set:${String(declined.number)}`, reason: 'Not now' });
    const ended = async (requester: Requester) => {
      const query = `{ ruleSet(number: ${String(declined.number)}) { state dropped { outcome reason } } }`;
      return (await network.ask({ requester, purpose: 'privacy-administration', query })).data?.['ruleSet'];
    };
    expect(await ended(author)).toMatchObject({ dropped: { outcome: 'DECLINED', reason: 'Not now' } });
    expect(await ended(officer('mental-health'))).toMatchObject({ dropped: null });
  });
});
