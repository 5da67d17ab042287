import type { Requester } from '@trellis/vocabulary';

/** The workers of the synthetic agencies, by the `sub` of their token. Invented; the same in every population. */
export interface Worker extends Requester {
  readonly name: string;
  readonly telephone: string;
}

const staff = (agency: string, role: string, people: Record<string, string>): Worker[] =>
  Object.entries(people).map(([user, name], at) => ({
    agency,
    role,
    user,
    kind: 'worker',
    name,
    telephone: `705-555-01${String(agency.length % 10)}${String(at)}`,
  }));

export const workers = {
  caseworkers: staff('child-protection', 'caseworker', {
    'cw-renaud': 'M. Renaud',
    'cw-osei': 'A. Osei',
    'cw-larkham': 'J. Larkham',
    'cw-stonecrane': 'D. Stonecrane',
  }),
  intakeWorkers: staff('child-protection', 'intake-worker', { 'iw-moreau': 'P. Moreau', 'iw-singh': 'R. Singh' }),
  supervisors: staff('child-protection', 'supervisor', { 'su-ashgrove': 'V. Ashgrove' }),
  clinicians: staff('mental-health', 'clinician', {
    'cl-haddad': 'Dr S. Haddad',
    'cl-beaulieu': 'N. Beaulieu',
    'cl-whitebirch': 'T. Whitebirch',
  }),
  teachers: staff('education', 'teacher', {
    'te-carrow': 'L. Carrow',
    'te-nguyen': 'H. Nguyen',
    'te-delorme': 'C. Delorme',
    'te-vale': 'B. Vale',
  }),
  principals: staff('education', 'principal', { 'pr-okoro': 'F. Okoro', 'pr-sauve': 'G. Sauvé' }),
  counsellors: staff('education', 'counsellor', { 'co-penhale': 'E. Penhale' }),
  officers: staff('police', 'officer', {
    'po-garrick': 'Cst. Garrick',
    'po-rivard': 'Cst. Rivard',
    'po-quillan': 'Det. Quillan',
  }),
  youthLiaisons: staff('police', 'youth-liaison', { 'yl-yarrow': 'Cst. Yarrow' }),
} as const;

/** Everybody, in one list. */
export const allWorkers: readonly Worker[] = Object.values(workers).flat();
