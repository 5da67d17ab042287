import { readDate } from '../dates.ts';
import { allTextAt, elementsAt, pick, textAt, type XmlElement } from '../xml/xml-element.ts';
import { codeOf, codesAt } from './descriptor.ts';
import { edFiMappings } from './mappings.ts';
import type { ActionSource, IncidentSource, ParticipantSource, DisciplineRole } from './source-record.ts';

type Skipped = { readonly skipped: string };
type ParticipantElement =
  | 'StudentDisciplineIncidentBehaviorAssociation'
  | 'StudentDisciplineIncidentNonOffenderAssociation'
  | 'StudentDisciplineIncidentAssociation';

/** The incident an `id` attribute names: `DISC_10_255901001`. */
export type IncidentRefs = Map<string, string>;

const roles: Readonly<Record<string, DisciplineRole>> = {
  Perpetrator: 'PERPETRATOR',
  Victim: 'VICTIM',
  Witness: 'WITNESS',
};

function roleOf(descriptor: string | undefined): DisciplineRole {
  return roles[codeOf(descriptor) ?? ''] ?? 'OTHER';
}

/** School and incident together: an incident's number is its school's own. */
function incidentKey(school: string | undefined, incident: string | undefined): string | undefined {
  return school === undefined || incident === undefined ? undefined : `${school}/${incident}`;
}

export function readIncident(element: XmlElement, refs: IncidentRefs): IncidentSource | Skipped {
  const read = pick(element, edFiMappings.DisciplineIncident.fields);
  const incident = incidentKey(read.school, read.incident);
  if (incident === undefined) return { skipped: 'has no incident or school number' };
  if (read.id !== undefined) refs.set(read.id, incident);
  return {
    of: 'disciplineIncidents',
    incident,
    said: {
      occurredOn: readDate(read.occurredOn) ?? null,
      behaviour: codesAt(element, edFiMappings.DisciplineIncident.fields.behaviour) ?? null,
      place: codeOf(read.place) ?? null,
      description: allTextAt(element, edFiMappings.DisciplineIncident.fields.description) ?? null,
      categories: [],
    },
    external: elementsAt(element, edFiMappings.DisciplineIncident.fields.externalRole).map(({ text }) => roleOf(text)),
  };
}

export function readParticipant(element: XmlElement, refs: IncidentRefs): ParticipantSource | Skipped {
  const read = pick(element, { behaviour: 'Behavior', ...edFiMappings[element.name as ParticipantElement].fields });
  const incident = incidentKey(read.school, read.incident) ?? refs.get(read.incidentRef ?? '');
  if (incident === undefined) return { skipped: 'its incident is not in this file' };
  const behaviour = codeOf(read.behaviour) ?? '';
  const fields = edFiMappings[element.name as ParticipantElement].fields;
  const [first = 'OTHER', ...more] = new Set(elementsAt(element, fields.role).map(({ text }) => roleOf(text)));
  return { of: 'disciplineParticipants', student: read.child ?? '', incident, roles: [first, ...more], behaviour };
}

const incidentOfAction =
  'StudentDisciplineIncidentBehaviorAssociationReference/StudentDisciplineIncidentBehaviorAssociationIdentity/DisciplineIncidentReference/DisciplineIncidentIdentity';

export function readAction(element: XmlElement): ActionSource | Skipped {
  const { fields } = edFiMappings.DisciplineAction;
  const { child } = pick(element, { child: fields.child });
  const [first, ...more] = elementsAt(element, incidentOfAction).flatMap(
    (identity) =>
      incidentKey(
        textAt(identity, 'SchoolReference/SchoolIdentity/SchoolId'),
        textAt(identity, 'IncidentIdentifier'),
      ) ?? [],
  );
  const action = codesAt(element, fields.action);
  if (child === undefined || first === undefined || action === undefined) {
    return { skipped: 'names no student, incident or action' };
  }
  return { of: 'disciplineActions', student: child, incidents: [first, ...more], action };
}
