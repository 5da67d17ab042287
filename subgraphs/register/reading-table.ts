import type { Kind } from '@trellis/vocabulary';

/** What people may ask to see here. */
export type Sight =
  | 'consents'
  | 'authorities'
  | 'orders'
  | 'involvements'
  | 'statements'
  | 'disclosures'
  | 'explain'
  | 'approvals'
  | 'emergencyAccesses'
  | 'disclosuresBy'
  | 'rules'
  | 'ruleSet'
  | 'myChildren'
  | 'otherIds'
  | 'legalHolds'
  | 'linkages'
  | 'erasures'
  | 'notices'
  | 'checkRules'
  | 'ownRequests'
  | 'ownEmergencyAccesses'
  | 'team'
  | 'childFile'
  | 'impact';

/** What must hold of the child asked about. */
export type Standing = 'ANY' | 'HOLDS_AUTHORITY' | 'AGENCY_INVOLVED' | 'ASSIGNED';

/** How much of it: everything, or what is the reader's own (its agency's, or its family's). */
export type Extent = 'ALL' | 'OWN';

export interface Reader {
  readonly kind: Kind;
  /** `AGENCY`: any agency that holds or asks for records; otherwise agencies by name. */
  readonly agencies: readonly string[];
  readonly roles: readonly string[] | 'EVERY';
  readonly standing: Standing;
  readonly extent: Extent;
}

const family: Reader = {
  kind: 'family',
  agencies: ['family'],
  roles: 'EVERY',
  standing: 'HOLDS_AUTHORITY',
  extent: 'OWN',
};
const anyFamily: Reader = { ...family, standing: 'ANY' };
const worker: Reader = { kind: 'worker', agencies: ['AGENCY'], roles: 'EVERY', standing: 'ASSIGNED', extent: 'OWN' };
const anyWorker: Reader = { ...worker, standing: 'ANY' };
const officer: Reader = {
  kind: 'officer',
  agencies: ['AGENCY'],
  roles: 'EVERY',
  standing: 'AGENCY_INVOLVED',
  extent: 'OWN',
};
const ownOfficer: Reader = { ...officer, standing: 'ANY' };
const network: Reader = { kind: 'officer', agencies: ['network'], roles: 'EVERY', standing: 'ANY', extent: 'ALL' };

/**
 * Who may see what of the register and the ledger; beside the register's table of who may do what. What no line allows is refused. A
 * consent or an involvement can tell that another agency works with a child, so workers and an agency's officers see their own alone.
 */
export const readingTable: Readonly<Record<Sight, readonly Reader[]>> = {
  consents: [family, worker, officer, network],
  authorities: [
    family,
    // Those who may record one (the register's table).
    { ...worker, agencies: ['child-protection', 'mental-health'] },
    officer,
    network,
  ],
  orders: [officer, network],
  involvements: [worker, officer, network],
  statements: [family, worker, officer, network],
  disclosures: [family, officer, network],
  explain: [officer, network],
  approvals: [ownOfficer],
  emergencyAccesses: [ownOfficer, network],
  disclosuresBy: [ownOfficer, network],
  rules: [
    ownOfficer,
    network,
    anyFamily,
    { ...worker, standing: 'ANY' },
    { ...worker, kind: 'system', standing: 'ANY' },
  ],
  ruleSet: [ownOfficer, network],
  myChildren: [anyFamily],
  otherIds: [family, worker, officer, network],
  legalHolds: [officer, network],
  // For whoever must confirm them.
  linkages: [network],
  erasures: [network],
  // Each what was told to itself.
  notices: [ownOfficer, network, anyFamily, { ...worker, standing: 'ANY' }],
  checkRules: [network],
  // What the reader asked for and opened, with reasons and times.
  ownRequests: [ownOfficer, anyWorker],
  ownEmergencyAccesses: [anyWorker],
  // For a court: every disclosure, and what ties its proof to the child.
  childFile: [network],
  // Supervisors: what their agency's workers have open.
  team: [{ ...anyWorker, roles: ['supervisor'] }, ownOfficer],
  impact: [network],
};
