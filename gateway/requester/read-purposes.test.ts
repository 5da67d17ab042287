import { describe, expect, it } from '@jest/globals';
import type { TrellisError } from '../errors.ts';
import { readPurposes } from './read-purposes.ts';

const token = ['treatment', 'care-coordination', 'placement', 'education-support', 'legal-proceeding', 'emergency'];

const read = (header: string | string[] | undefined) => {
  try {
    return readPurposes(header, token);
  } catch (error) {
    const { code, details } = error as TrellisError;
    return [code, details.reason].filter((each) => each !== undefined).join(' ');
  }
};

describe('purpose-of-use', () => {
  it('is one of the token’s purposes, or up to four of them', () => {
    expect(read('treatment')).toEqual(['treatment']);
    expect(read('emergency')).toEqual(['emergency']);
    expect(read('placement,treatment')).toEqual(['placement', 'treatment']);
    expect(read('placement, treatment,care-coordination ,education-support')).toHaveLength(4);
    expect(read(['placement', 'treatment'])).toEqual(['placement', 'treatment']);
  });

  it('is refused where it is none, or not of the token', () => {
    expect([read(undefined), read(''), read([])]).toEqual(Array(3).fill('PURPOSE_REQUIRED'));
    expect(['spying', '*', 'treatment,spying', 'treatment,', ','].map((header) => read(header))).toEqual(
      Array(5).fill('PURPOSE_NOT_PERMITTED'),
    );
  });

  it('is refused where it names five, one twice, or the emergency beside another', () => {
    expect(read('treatment,care-coordination,placement,education-support,legal-proceeding')).toBe(
      'BAD_REQUEST PURPOSES_TOO_MANY',
    );
    expect(read('treatment,treatment')).toBe('BAD_REQUEST PURPOSE_REPEATED');
    expect(read('treatment, emergency')).toBe('BAD_REQUEST EMERGENCY_ALONE');
  });
});
