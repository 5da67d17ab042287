import { ofSources, type AgencyTables } from './agency-tables.ts';

export const policeTables: AgencyTables = {
  agency: 'police',
  sources: ['nibrs-2019'],
  evidence: 'an open incident in a NIBRS submission',
  tables: ['incidents', 'incidentPersons'],
  hangs: { incidentPersons: { by: 'incident', from: 'incidents' } },
  work: `select p.child, 'police-investigation' as kind from incident_persons p join incidents i on i.id = p.incident
    where p.child = any($1) and $2::date is not null and i.clearance = 'OPEN' and ${ofSources('i.source')} group by p.child`,
};
