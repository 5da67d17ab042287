import { dayOf, queryRows, timeZone, type Database } from '@trellis/subgraph-kit';
import { incidentColumns, latestFirst, type IncidentRow } from './loaders.ts';

/** From and to are half-open, in days where the network is. */
export interface IncidentFilter {
  readonly occurredFrom?: string | null;
  readonly occurredTo?: string | null;
  readonly violation?: string | null;
  readonly clearance?: string | null;
}

/** Every answerable incident that fits, the latest first. All of them: the gateway pages, after it has decided. */
export function listIncidents(database: Database, filter: IncidentFilter): Promise<IncidentRow[]> {
  const { occurredFrom = null, occurredTo = null, violation = null, clearance = null } = filter;
  return queryRows<IncidentRow>(
    database,
    `select ${incidentColumns} from answerable_incidents i
     where ($1::date is null or (i.occurred_at at time zone $5)::date >= $1::date)
       and ($2::date is null or (i.occurred_at at time zone $5)::date < $2::date)
       and ($3::text is null or i.violation = $3::text)
       and ($4::text is null or i.clearance = $4::text)
     order by ${latestFirst}`,
    [occurredFrom, occurredTo, violation, clearance, timeZone],
  );
}

/** The same filter over incidents already read. */
export function filterIncidents(incidents: readonly IncidentRow[], filter: IncidentFilter): IncidentRow[] {
  const { occurredFrom, occurredTo, violation, clearance } = filter;
  return incidents.filter((incident) => {
    const day = incident.occurredAt === null ? '' : dayOf(new Date(incident.occurredAt).getTime());
    if ((occurredFrom || occurredTo) && day === '') return false;
    if (occurredFrom && day < occurredFrom) return false;
    if (occurredTo && day >= occurredTo) return false;
    if (violation && incident.violation !== violation) return false;
    return !clearance || incident.clearance === clearance;
  });
}
