import { describe, expect, it } from '@jest/globals';
import type { Requester } from '@trellis/vocabulary';
import { fits } from './fits.ts';
import type { AgencyClass, Grant } from './grant.ts';

const words = {
  agencies: ['shelter', 'clinic', 'court'],
  mandates: { PROTECTION: ['shelter'], CAPACITY: ['clinic'] },
  supervisorRoles: new Map([['shelter', ['lead']]]),
};
const grant = (agency: AgencyClass, more: Partial<Grant> = {}): Grant => ({
  kind: 'worker',
  agency,
  roles: 'EVERY',
  when: [],
  ...more,
});
const who = (agency: string, more: Partial<Requester> = {}): Requester => ({
  agency,
  role: 'worker',
  user: 'u',
  kind: 'worker',
  ...more,
});
const agencies = ['shelter', 'clinic', 'court', 'network', 'family', 'identity', 'nobody'];

describe('a grant', () => {
  it.each<[AgencyClass, readonly string[]]>([
    ['AGENCY', ['shelter', 'clinic', 'court']],
    ['PROTECTION', ['shelter']],
    ['CAPACITY', ['clinic']],
    ['network', ['network']],
    ['family', ['family']],
    ['identity', ['identity']],
  ])('of %s is for those agencies alone, whatever a network calls them', (agency, expected) => {
    expect(agencies.filter((each) => fits(grant(agency), who(each), words))).toEqual(expected);
  });

  it('is for its kind and its roles alone', () => {
    expect(fits(grant('AGENCY'), who('clinic', { kind: 'officer' }), words)).toBe(false);
    const approvers = grant('AGENCY', { roles: ['approver'] });
    expect(fits(approvers, who('clinic'), words)).toBe(false);
    expect(fits(approvers, who('clinic', { role: 'approver' }), words)).toBe(true);
  });

  it('of those who cover a team is for the roles that the agency names, and for no other agency’s', () => {
    const supervisors = grant('AGENCY', { roles: 'SUPERVISORS' });
    expect(fits(supervisors, who('shelter', { role: 'lead' }), words)).toBe(true);
    expect(fits(supervisors, who('shelter', { role: 'supervisor' }), words)).toBe(false);
    expect(fits(supervisors, who('clinic', { role: 'lead' }), words)).toBe(false);
  });
});
