import { describe, expect, it } from '@jest/globals';
import { vocabulary } from './index.ts';

describe.each(vocabulary.categories.map((category) => [category.code, category] as const))('%s', (code, category) => {
  it('has a plain sentence in English and in French', () => {
    expect(category.en).toMatch(/^[A-Z].{15,}\.$/);
    expect(category.fr).toMatch(/^[A-ZÀÉÊÎ].{15,}\.$/);
    expect(category.fr).not.toBe(category.en);
  });

  it('carries one confidentiality, and the sensitivities of HL7 that fit', () => {
    const [confidentiality, ...sensitivities] = category.labels;
    expect(['N', 'R', 'V']).toContain(confidentiality);
    const known = [
      'DEMO',
      'DOB',
      'LOCIS',
      'LIVARG',
      'VIO',
      'SDV',
      'MH',
      'SSP',
      'PSY',
      'PSYTHPN',
      'ETH',
      'SUD',
      'SEX',
      'GDIS',
    ];
    expect(sensitivities.filter((label) => !known.includes(label))).toEqual([]);
    // What stigmatises is never ordinary.
    if (sensitivities.some((label) => !['DEMO', 'DOB'].includes(label))) expect(confidentiality).not.toBe('N');
    expect(code.startsWith(`${category.domain}.`)).toBe(true);
  });
});
