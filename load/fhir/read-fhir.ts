import { unmappedFields } from '../mapping.ts';
import type { OnBytes, Part, SourceItem } from '../source-item.ts';
import { leafPaths, stringAt, type JsonObject } from './json.ts';
import { fhirMappings } from './mappings.ts';
import { readAboutPatient } from './read-about-patient.ts';
import { readEntries, type Entry } from './read-entries.ts';
import { readPatient, readProvider } from './read-patient.ts';
import type { FhirSource } from './source-record.ts';

type Mapped = keyof typeof fhirMappings;

/** A FHIR R4 file as source records, resource by resource. */
export async function* readFhir(path: string, onBytes?: OnBytes): AsyncGenerator<SourceItem<FhirSource>> {
  for await (const entry of readEntries(path, onBytes)) yield readResource(entry);
}

/** One entry as a source record. */
export function readResource({ place, resource, deleted }: Entry): SourceItem<FhirSource> {
  const type = stringAt(resource, 'resourceType');
  // A type is the format's word or it is not shown: a name must not reach the account by this way.
  const parts: [Part] = [
    { element: type !== undefined && /^[A-Z][A-Za-z]{2,40}$/.test(type) ? type : '(no resource)', place },
  ];
  if (type === undefined) return { parts, fate: { skipped: 'has no resource' } };
  if (!isMapped(type)) return { parts, fate: 'unmapped' };
  if (deleted) return { parts, fate: { skipped: 'asks for a deletion, which loading does not do' } };
  return { parts, fate: fateOf(type, resource), unmappedFields: leftOver(type, resource) };
}

function isMapped(type: string): type is Mapped {
  return Object.hasOwn(fhirMappings, type);
}

function fateOf(type: Mapped, resource: JsonObject): SourceItem<FhirSource>['fate'] {
  const id = stringAt(resource, 'id');
  if (id === undefined) return { skipped: 'has no id' };
  const sourceId = `${type}/${id}`;
  if (type === 'Patient') return { record: readPatient(resource, id) };
  if (type === 'Practitioner' || type === 'Organization') {
    const provider = readProvider(resource, sourceId);
    return provider ? { record: provider } : { skipped: 'has no name' };
  }
  const subject = stringAt(resource, 'subject.reference');
  const read = readAboutPatient(resource, { sourceId, subject: subject ?? '' });
  if (read === undefined) return 'unmapped';
  if ('skipped' in read) return read;
  return subject === undefined ? { skipped: 'names no patient' } : { record: read };
}

/** `resourceType`, and the text for people (`text`) that is made from the rest, say nothing of their own. */
function leftOver(type: Mapped, resource: JsonObject): readonly string[] {
  const own = Object.entries(resource).filter(([name]) => name !== 'resourceType' && name !== 'text');
  return unmappedFields(fhirMappings[type], leafPaths(Object.fromEntries(own)), '.');
}
