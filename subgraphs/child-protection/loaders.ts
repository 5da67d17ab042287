import { manyLoader, oneLoader, type AgencyContext } from '@trellis/subgraph-kit';
import type { FileRow, PlacementRow, PlainRow, ReferralRow, WorkerRow, InvestigationRow } from './rows.ts';

export type ProtectionLoaders = ReturnType<typeof loaders>;

/** Selects the records that hang from any of a child's files, by child: a child with two files has one history. */
const ofFiles = (columns: string, table: string, order: string): string =>
  `select f.child as key, ${columns} from ${table} r join files f on f.id = r.file where f.child = any($1) order by ${order}, r.id`;

export const loaders = ({ database }: Pick<AgencyContext, 'database'>) => ({
  /** The open file, or else the last one. */
  file: oneLoader<FileRow>(
    database,
    `select child as key, id, child, status, opened_on::text, closed_on::text, eligibility_section, eligibility_scale,
       eligibility_severity, risk_level, legal_status, legal_status_since::text, last_seen_on::text, last_seen_by,
       last_seen_place, custody, custody_holders, custody_since::text
     from files where child = any($1) order by status = 'OPEN' desc, opened_on desc nulls last, id`,
  ),
  investigations: manyLoader<InvestigationRow>(
    database,
    ofFiles(
      'r.id, r.opened_on::text, r.closed_on::text, r.allegation, r.verification',
      'investigations',
      'r.opened_on desc nulls last',
    ),
  ),
  riskAssessments: manyLoader<PlainRow>(
    database,
    ofFiles(
      'r.id, r.started_on::text, r.completed_on::text, r.level, r.factors',
      'risk_assessments',
      'r.started_on desc nulls last',
    ),
  ),
  safetyAlerts: manyLoader<PlainRow>(
    database,
    ofFiles('r.id, r.raised_on::text, r.text', 'safety_alerts', 'r.raised_on desc nulls last'),
  ),
  hazards: manyLoader<PlainRow>(database, ofFiles('r.id, r.kind, r.text', 'hazards', 'r.kind')),
  placements: manyLoader<PlacementRow>(
    database,
    ofFiles(
      'r.id, r."from"::text, r."to"::text, r.setting, r.carers, r.relationship, r.operator, r.phone, r.address',
      'placements',
      'r."from" desc nulls last',
    ),
  ),
  plan: oneLoader<PlainRow>(
    database,
    ofFiles(
      'r.id, r."from"::text, r."to"::text, r.review_on::text, r.goals',
      'plans',
      'r."to" is null desc, r."from" desc nulls last',
    ),
  ),
  workers: manyLoader<WorkerRow>(
    database,
    `select f.child as key, w.name, w.phone, w.email, w.team, a."from"::text, a."to"::text, a.work
     from assignments a join files f on f.id = a.file join workers w on w.id = a.worker
     where f.child = any($1) order by a."from" desc nulls last, w.name`,
  ),
  /** One line for the society: the key is any. */
  afterHours: oneLoader<{ name: string; phone: string; hours: string | null }>(
    database,
    'select k.key, l.name, l.phone, l.hours from unnest($1::text[]) as k(key), after_hours_lines l order by l.id',
  ),
  household: manyLoader<PlainRow>(database, ofFiles('r.id, r.name, r.relationship', 'household_members', 'r.name')),
  caregivers: manyLoader<PlainRow>(database, ofFiles('r.id, r.name, r.relationship, r.phone', 'caregivers', 'r.name')),
  familyNotes: manyLoader<PlainRow>(
    database,
    ofFiles('r.id, r.written_on::text, r.text', 'family_notes', 'r.written_on desc nulls last'),
  ),
  referrals: manyLoader<ReferralRow>(
    database,
    ofFiles(
      'r.id, r.received_on::text, r.concern, r.outcome, r.reporter_kind, r.reporter_name, r.reporter_phone',
      'referrals',
      'r.received_on desc nulls last',
    ),
  ),
  siblings: manyLoader<{ sibling: string }>(
    database,
    `select child as key, sibling from siblings where child = any($1)
     union select sibling, child from siblings where sibling = any($1) order by 2`,
  ),
});
