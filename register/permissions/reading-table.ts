import type { ReadingGrant } from './grant.ts';

/** The parts of the register and the ledger that people may ask to read. */
export type Readable =
  | 'consents'
  | 'authorities'
  | 'orders'
  | 'involvements'
  | 'relations'
  | 'harmRefusals'
  | 'statements'
  | 'disclosures'
  | 'disclosuresAsListed'
  | 'explain'
  | 'approvals'
  | 'confirmations'
  | 'standing'
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
  | 'lookUps'
  | 'childFile'
  | 'impact'
  | 'reachability';

const family: ReadingGrant = {
  kind: 'family',
  agency: 'family',
  roles: 'EVERY',
  when: ['holds-an-authority'],
  extent: 'OWN',
};
const anyFamily: ReadingGrant = { ...family, when: [] };
const worker: ReadingGrant = { kind: 'worker', agency: 'AGENCY', roles: 'EVERY', when: ['is-assigned'], extent: 'OWN' };
const anyWorker: ReadingGrant = { ...worker, when: [] };
const officer: ReadingGrant = {
  kind: 'officer',
  agency: 'AGENCY',
  roles: 'EVERY',
  when: ['agency-is-involved'],
  extent: 'OWN',
};
const ownOfficer: ReadingGrant = { ...officer, when: [] };
const network: ReadingGrant = { kind: 'officer', agency: 'network', roles: 'EVERY', when: [], extent: 'ALL' };

/**
 * The people who may read each part of the register and the ledger, beside the table of who may call which mutation. What no line allows is
 * refused. A consent or an involvement can tell that another agency works with a child, so workers and an agency's officers see their own
 * alone.
 */
export const readingTable: Readonly<Record<Readable, readonly ReadingGrant[]>> = {
  consents: [family, worker, officer, network],
  authorities: [
    family,
    // Those who may record one (the register's table).
    { ...worker, agency: 'PROTECTION' },
    { ...worker, agency: 'CAPACITY' },
    officer,
    network,
  ],
  orders: [officer, network],
  involvements: [worker, officer, network],
  relations: [{ ...worker, agency: 'PROTECTION' }, officer, network],
  harmRefusals: [officer, network],
  statements: [family, worker, officer, network],
  disclosures: [family, officer, network],
  // What a member of the family has on their own list, beside the officer's.
  disclosuresAsListed: [officer, network],
  explain: [officer, network],
  // The network's officers: protocols alone. What one agency asks of another is between the two.
  approvals: [ownOfficer, network],
  // What whoever reads it may confirm, by the register's table, and may see.
  confirmations: [ownOfficer, network],
  emergencyAccesses: [ownOfficer, network],
  // Orders and legal holds across children: what the agency recorded itself.
  standing: [ownOfficer, network],
  disclosuresBy: [ownOfficer, network],
  rules: [ownOfficer, network, anyFamily, { ...worker, when: [] }, { ...worker, kind: 'system', when: [] }],
  ruleSet: [ownOfficer, network],
  myChildren: [anyFamily],
  otherIds: [family, worker, officer, network],
  legalHolds: [officer, network],
  // For whoever must confirm them.
  linkages: [network],
  erasures: [network],
  // Each what was told to itself.
  notices: [ownOfficer, network, anyFamily, { ...worker, when: [] }],
  checkRules: [network],
  // What the reader asked for and opened, with reasons and times.
  ownRequests: [ownOfficer, anyWorker, anyFamily],
  ownEmergencyAccesses: [anyWorker],
  // For a court: every disclosure, and what ties its proof to the child.
  childFile: [network],
  // Supervisors: what their agency's workers have open.
  team: [{ ...anyWorker, roles: 'SUPERVISORS' }, ownOfficer],
  // Who among the officers looked at whose consents, authorities and disclosures.
  lookUps: [{ ...network, roles: ['auditor', 'privacy-officer'] }],
  impact: [network],
  // Whether agencies answer: each agency's officers of their own.
  reachability: [ownOfficer, network],
};
