import { ofSources, type AgencyTables } from './agency-tables.ts';

export const mentalHealthTables: AgencyTables = {
  agency: 'mental-health',
  sources: ['fhir-r4'],
  evidence: 'a patient in a FHIR R4 export',
  tables: ['providers', 'services', 'conditions', 'carePlans', 'encounters', 'riskAssessments', 'scores'],
  stays: ['providers'],
  ends: { services: (row, day) => ({ ...row, ended_on: row['ended_on'] ?? day }) },
  lapsed: `select distinct child from services where ended_on > $1::date and ended_on <= $2::date and ${ofSources('source')}`,
  work: `select child, 'treatment' as kind from services
    where child = any($1) and (ended_on is null or ended_on > $2::date) and ${ofSources('source')} group by child`,
};
