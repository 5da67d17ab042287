import { describe, expect, it } from '@jest/globals';
import { Failure } from './failure.ts';
import { readPurpose, requesterFrom } from './requester-options.ts';

describe('readRequester', () => {
  it('takes the kind from the role', () => {
    expect(requesterFrom({ agency: 'police', role: 'officer' }).kind).toBe('worker');
    expect(requesterFrom({ agency: 'police', role: 'approver' }).kind).toBe('officer');
    expect(requesterFrom({ agency: 'network', role: 'privacy-officer' }).kind).toBe('officer');
    expect(requesterFrom({ agency: 'family', role: 'parent', user: 'mother-001' }).kind).toBe('family');
    expect(requesterFrom({ agency: 'education', role: 'system' }).kind).toBe('system');
  });

  it('names a worker of that role where nobody is named', () => {
    expect(requesterFrom({ agency: 'child-protection', role: 'caseworker' }).user).toBe('cw-renaud');
    expect(requesterFrom({ agency: 'child-protection', role: 'caseworker', user: 'me' }).user).toBe('me');
  });

  it.each([
    { agency: 'police', role: 'teacher' },
    { agency: 'family', role: 'system' },
    { agency: 'family', role: 'auditor' },
  ])('refuses $role of $agency and says what there is', (options) => {
    const read = (): unknown => requesterFrom(options);
    expect(read).toThrow(Failure);
    expect(read).toThrow(/has no role/);
  });
});

describe('readPurpose', () => {
  it('refuses what is not a purpose', () => {
    expect(readPurpose('treatment')).toBe('treatment');
    expect(() => readPurpose('*')).toThrow('`*` is not a purpose');
  });
});
