import type { Queryable } from '@trellis/platform';
import type { DisciplineParticipantRecord } from '@trellis/subgraph-education';
import { participantKey } from './map-ed-fi.ts';

/** The participants that earlier files of this source brought into these incidents, by student and incident: what was done about them may come in a file of its own. */
export async function earlierParticipants(
  agency: Queryable,
  source: string,
  incidents: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly DisciplineParticipantRecord[]>> {
  const found = new Map<string, DisciplineParticipantRecord[]>();
  if (incidents.size === 0) return found;
  const { rows } = await agency.query<{ row: DisciplineParticipantRecord; student: string; of: string }>(
    `select jsonb_build_object('id', p.id, 'source', p.source, 'sourceId', p.source_id, 'child', p.child, 'incident', p.incident,
         'role', p.role, 'action', p.action, 'adult', p.adult) as row, r.about as student, i.source_id as of
     from discipline_participants p join discipline_incidents i on i.id = p.incident
     join load_rows r on r.tab = 'discipline_participants' and r.id = p.id
     where p.source = $1 and i.source_id = any($2) and r.about is not null`,
    [source, [...incidents]],
  );
  for (const { row, student, of } of rows) {
    const key = participantKey({ student, incident: of });
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}
