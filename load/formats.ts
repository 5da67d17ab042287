import { cin } from './cin/index.ts';
import { edFi } from './ed-fi/index.ts';
import { fhir } from './fhir/index.ts';
import { nibrs } from './nibrs/index.ts';

/** The format that each agency's systems export. */
export const formats = { 'mental-health': fhir, education: edFi, police: nibrs, 'child-protection': cin } as const;

/** An agency that records can be loaded for. */
export type LoadingAgency = keyof typeof formats;

export const loadingAgencies = Object.keys(formats) as readonly LoadingAgency[];

export function isLoadingAgency(name: string): name is LoadingAgency {
  return Object.hasOwn(formats, name);
}
