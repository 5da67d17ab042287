import type { Mapping } from '../mapping.ts';

/** SSDA903 records and what they become in child protection: the tables of the CSV form, and the elements of the XML form. */
export const ssda903Mappings = {
  Header: {
    element: 'Header',
    becomes: 'the child, its number (identity)',
    fields: { number: 'CHILD', upn: 'UPN', birthDate: 'DOB', sex: 'SEX' },
    reads: { birthDate: 'dayMonthYear' },
  },
  Episodes: {
    element: 'Episodes',
    becomes: 'file; placement',
    fields: { number: 'CHILD', from: 'DECOM', reason: 'RNE', legalStatus: 'LS', place: 'PLACE', to: 'DEC' },
    reads: { from: 'dayMonthYear', to: 'dayMonthYear' },
  },
  HEADER: {
    element: 'HEADER',
    becomes: 'the child, its number (identity)',
    fields: { number: 'CHILDID', upn: 'UPN', birthDate: 'DOB', sex: 'SEX' },
    reads: { birthDate: 'dayMonthYear' },
  },
  EPISODE: {
    element: 'EPISODE',
    becomes: 'file; placement',
    fields: { from: 'DECOM', reason: 'RNE', legalStatus: 'LS', place: 'PL', to: 'DEC' },
    reads: { from: 'dayMonthYear', to: 'dayMonthYear' },
  },
} as const satisfies Readonly<Record<string, Mapping>>;
