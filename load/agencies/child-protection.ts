import { ofSources, type AgencyTables } from './agency-tables.ts';

const ofFile = { by: 'file', from: 'files' };

export const childProtectionTables: AgencyTables = {
  agency: 'child-protection',
  sources: ['cin-census', 'ssda903'],
  evidence: 'an open file in a return of the authority',
  tables: ['files', 'referrals', 'investigations', 'riskAssessments', 'placements', 'plans', 'familyNotes'],
  hangs: {
    referrals: ofFile,
    investigations: ofFile,
    riskAssessments: ofFile,
    placements: ofFile,
    plans: ofFile,
    familyNotes: ofFile,
  },
  ends: {
    files: (row, day) => ({ ...row, status: 'CLOSED', closed_on: row['closed_on'] ?? day }),
    placements: (row, day) => ({ ...row, to: row['to'] ?? day }),
  },
  lapsed: `select distinct f.child from plans p join files f on f.id = p.file
    where p."to" > $1::date and p."to" <= $2::date and ${ofSources('f.source')}`,
  // Whoever has a plan or lives where the society placed them has more than an investigation.
  work: `select f.child, case when bool_or(
        exists (select from plans p where p.file = f.id and (p."to" is null or p."to" > $2::date))
        or starts_with(f.source, 'ssda903')
      ) then 'ongoing-service' else 'investigation' end as kind
    from files f where f.child = any($1) and f.status = 'OPEN' and ${ofSources('f.source')} group by f.child`,
};
