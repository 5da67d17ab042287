import type { InputFile } from '../input/input-file.ts';
import { unmappedFields } from '../mapping.ts';
import type { OnBytes, ItemPart, SourceItem } from '../source-item.ts';
import { readXml, type XmlShape } from '../xml/read-xml.ts';
import { unreadableIn } from '../unreadable-in.ts';
import { elementsAt, xmlLeafPaths, type XmlElement } from '../xml/xml-element.ts';
import { edFiMappings } from './mappings.ts';
import { readAction, readIncident, readParticipant, type IncidentRefs } from './read-discipline.ts';
import { readAccommodation, readAttendance, readEnrolment, readSchool, readStudent } from './read-student-records.ts';
import type { EdFiSource } from './source-record.ts';

type Mapped = keyof typeof edFiMappings;

const shape: XmlShape = {
  format: 'an Ed-Fi interchange',
  isRoot: ({ local, uri }) => local.startsWith('Interchange') && /^http:\/\/ed-fi\.org\/(?:[456]\.|0[456]00)/.test(uri),
  whyNot: ({ local, uri }) =>
    local.startsWith('Interchange') && uri.startsWith('http://ed-fi.org/')
      ? 'Ed-Fi of another version: 4.0 to 6.1 are read'
      : undefined,
  isUnit: (path) => path.length === 2,
};

const readers: Readonly<
  Record<Mapped, (element: XmlElement, refs: IncidentRefs) => EdFiSource | { readonly skipped: string }>
> = {
  Student: readStudent,
  School: readSchool,
  StudentSchoolAssociation: readEnrolment,
  StudentSchoolAttendanceEvent: readAttendance,
  StudentSectionAttendanceEvent: readAttendance,
  StudentSpecialEducationProgramAssociation: readAccommodation,
  StudentSection504ProgramAssociation: readAccommodation,
  DisciplineIncident: readIncident,
  StudentDisciplineIncidentBehaviorAssociation: readParticipant,
  StudentDisciplineIncidentNonOffenderAssociation: readParticipant,
  StudentDisciplineIncidentAssociation: readParticipant,
  DisciplineAction: readAction,
};

const refersToIncident = new Set([
  'StudentDisciplineIncidentBehaviorAssociation',
  'StudentDisciplineIncidentNonOffenderAssociation',
  'StudentDisciplineIncidentAssociation',
  'DisciplineAction',
]);

/** An Ed-Fi 5 interchange as source records, element by element. */
export async function* readEdFi(file: InputFile, onBytes?: OnBytes): AsyncGenerator<SourceItem<EdFiSource>> {
  const refs: IncidentRefs = new Map();
  const later: XmlElement[] = [];
  for await (const element of readXml(file, shape, onBytes)) {
    if (refersToIncident.has(element.name)) later.push(element);
    else yield readOne(element, refs);
  }
  // An interchange may name an incident before it gives it.
  for (const element of later) yield readOne(element, refs);
}

function readOne(element: XmlElement, refs: IncidentRefs): SourceItem<EdFiSource> {
  const parts: [ItemPart] = [{ element: element.name, place: `line ${element.line}` }];
  if (!isMapped(element.name)) return { parts, fate: 'unmapped' };
  const read = readers[element.name](element, refs);
  return {
    parts,
    fate: 'skipped' in read ? read : { record: read },
    unmappedFields: unmappedFields(edFiMappings[element.name], xmlLeafPaths(element), '/'),
    unreadable: unreadableIn(edFiMappings[element.name], (path) => elementsAt(element, path).map(({ text }) => text)),
  };
}

function isMapped(name: string): name is Mapped {
  return Object.hasOwn(edFiMappings, name);
}
