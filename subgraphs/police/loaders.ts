import { manyLoader, oneLoader, type AgencyContext } from '@trellis/subgraph-kit';
import type { PersonRow } from './incident-categories.ts';
import type { IncidentRecord, MissingReportRecord, OfficerRecord } from './records.ts';

export type IncidentRow = Omit<IncidentRecord, 'source' | 'sourceId' | 'occurredAt'> & {
  readonly occurredAt: Date | string | null;
};
export type MissingRow = Omit<MissingReportRecord, 'source' | 'sourceId' | 'child'>;

type OfficerRow = Pick<OfficerRecord, 'id' | 'name' | 'badge' | 'unit' | 'phone'>;

export interface PlainRow {
  readonly id: string;
}

export type PoliceLoaders = ReturnType<typeof loaders>;

export const incidentColumns = `i.id, i.number, i.occurred_at, i.reported_on::text, i.violation, i.violation_text, i.clearance,
  i.narrative, i.officer, i.categories`;
export const latestFirst = 'i.occurred_at desc nulls last, i.id';

export const loaders = ({ database }: Pick<AgencyContext, 'database'>) => ({
  incidents: manyLoader<IncidentRow>(
    database,
    `select p.child as key, ${incidentColumns} from answerable_incidents i
     join (select distinct child, incident from incident_persons where child = any($1)) p on p.incident = i.id
     order by ${latestFirst}`,
  ),
  incident: oneLoader<IncidentRow>(
    database,
    `select i.id as key, ${incidentColumns} from answerable_incidents i where i.id = any($1)`,
  ),
  /** The linked children in an incident, in each part they had. */
  persons: manyLoader<PersonRow>(
    database,
    `select incident as key, child, role, relationship, disposition, disposition_on::text from incident_persons
     where incident = any($1) and child is not null order by child, role, id`,
  ),
  officer: oneLoader<OfficerRow>(
    database,
    'select id as key, id, name, badge, unit, phone from officers where id = any($1)',
  ),
  /** A row for each child police know, youth records aside. */
  known: oneLoader<{ key: string }>(
    database,
    `select child as key from incident_persons where child = any($1) and role <> 'ACCUSED' and disposition is null
     union select child from no_contact_conditions where child = any($1)
     union select child from domestic_violence_attendances where child = any($1)
     union select child from missing_reports where child = any($1)`,
  ),
  /** The officer to call about a child. */
  liaison: oneLoader<OfficerRow>(
    database,
    `select l.child as key, o.id, o.name, o.badge, o.unit, o.phone
     from liaisons l join officers o on o.id = l.officer
     where l.child = any($1) order by l.since desc nulls last, l.id`,
  ),
  noContact: manyLoader<PlainRow & { from: string | null; to: string | null }>(
    database,
    `select child as key, id, binds, text, court, "from"::text, "to"::text from no_contact_conditions
     where child = any($1) order by "from" desc nulls last, id`,
  ),
  domesticViolence: manyLoader<PlainRow>(
    database,
    `select child as key, id, attended_on::text, child_present, outcome from domestic_violence_attendances
     where child = any($1) order by attended_on desc nulls last, id`,
  ),
  missing: oneLoader<MissingRow>(
    database,
    `select child as key, id, reported_at, found_at, last_seen_place from missing_reports
     where child = any($1) order by reported_at desc, id`,
  ),
});
