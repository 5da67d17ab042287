import { expect, it } from '@jest/globals';
import { citationOf } from './citation-of.ts';

it('says of a law that was cited from memory that it was', () => {
  expect(citationOf({ citation: 'PHIPA s. 52 (1)', confidence: 'UNVERIFIED' })).toBe('PHIPA s. 52 (1), from memory');
  for (const confidence of ['SEEN', 'VERIFIED'] as const)
    expect(citationOf({ citation: 'PHIPA s. 40 (1)', confidence })).toBe('PHIPA s. 40 (1)');
});
