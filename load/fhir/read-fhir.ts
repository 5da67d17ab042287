import type { InputFile } from '../input/input-file.ts';
import { readInstant } from '../dates.ts';
import { LoadRefused } from '../load-refused.ts';
import { unmappedFields } from '../mapping.ts';
import type { OnBytes, ItemPart, SourceItem } from '../source-item.ts';
import { unreadableIn } from '../unreadable-in.ts';
import { jsonLeafPaths, stringAt, valuesAt, type JsonObject } from '../json.ts';
import { fhirMappings } from './mappings.ts';
import { readAboutPatient } from './read-about-patient.ts';
import { readEntries, type Entry } from './read-entries.ts';
import { readPatient, readProvider } from './read-patient.ts';
import type { FhirSource } from './source-record.ts';
import { classify, type Classified } from '../value-sets/classify.ts';
import { otherVersionOf } from './other-version.ts';
import { refuseUnkeepable } from './unkeepable.ts';
import { versionOf, type ResourceVersions } from './versions.ts';
import { whyTakenBack } from './why-taken-back.ts';

type Mapped = keyof typeof fhirMappings;

interface ReadingOptions {
  readonly classified?: Classified | undefined;
  readonly versions?: ResourceVersions;
  /** Observations that an earlier file brought: one of them may be of something else by now. */
  readonly observed?: ReadonlySet<string>;
}

function ofSomethingElse(sourceId: string): FhirSource {
  const why = 'is of something else now: taken back';
  return { of: 'takenBack', sourceId, tables: tablesOf.Observation ?? [], why, isSuperseded: true };
}

/** A FHIR R4 file as source records, resource by resource. */
export async function* readFhir(
  file: InputFile,
  onBytes?: OnBytes,
  { classified, versions, observed = new Set() }: ReadingOptions = {},
): AsyncGenerator<SourceItem<FhirSource>> {
  for await (const entry of readEntries(file, onBytes)) {
    const read = readResource(entry, classified);
    const id = `Observation/${stringAt(entry.resource, 'id') ?? ''}`;
    const isOther = read.fate === 'unmapped' && read.parts[0].element === 'Observation' && observed.has(id);
    const item = isOther ? { ...read, fate: { record: ofSomethingElse(id) } } : read;
    yield versions?.isOutdated(versionOf(entry)) === true
      ? { parts: item.parts, fate: { skipped: 'an older version of what the file has too' } }
      : item;
  }
}

/** One entry as a source record. */
export function readResource(
  { place, resource, deleted, ...entry }: Entry,
  classified?: Classified,
): SourceItem<FhirSource> {
  const type = stringAt(resource, 'resourceType');
  // A type is the format's word or it is not shown: a name must not reach the account by this way.
  const parts: [ItemPart] = [
    { element: type !== undefined && /^[A-Z][A-Za-z]{2,40}$/.test(type) ? type : '(no resource)', place },
  ];
  if (type === undefined && deleted)
    return {
      parts,
      fate: { skipped: 'asks for a deletion, and names no resource by type and id: it is not carried out' },
    };
  if (type === undefined) return { parts, fate: { skipped: 'has no resource' } };
  if (!isMapped(type)) return { parts, fate: 'unmapped' };
  refuseUnkeepable(resource, `${place}, ${type}`);
  const id = stringAt(resource, 'id');
  if (id === undefined) return { parts, fate: { skipped: 'has no id' } };
  const retracted = deleted ? 'deleted by its source: taken back' : whyTakenBack(type, resource);
  const asOf = readInstant(stringAt(resource, 'meta.lastUpdated')) ?? entry.asOf;
  const tables = tablesOf[type] ?? [];
  if (retracted !== undefined)
    return { parts, asOf, fate: { record: { of: 'takenBack', sourceId: `${type}/${id}`, tables, why: retracted } } };
  const version = otherVersionOf(type, resource);
  if (version !== undefined) throw new LoadRefused(`${place} is of FHIR ${version}: only R4 is read`);
  return {
    parts,
    asOf,
    fate: fateOf(type, resource, { id, classified }),
    notes: [...openIn(resource, classified), ...namelessIn(resource)],
    unmappedFields: leftOver(type, resource),
    unreadable: unreadableIn(fhirMappings[type], (path) =>
      valuesAt(resource, path).filter((value): value is string => typeof value === 'string'),
    ),
  };
}

function isMapped(type: string): type is Mapped {
  return Object.hasOwn(fhirMappings, type);
}

/** The tables that hold what comes of each type; of providers nothing is taken away. */
const tablesOf: Readonly<Partial<Record<Mapped, readonly string[]>>> = {
  Patient: ['services'],
  Condition: ['conditions'],
  CarePlan: ['carePlans'],
  Encounter: ['encounters'],
  RiskAssessment: ['riskAssessments'],
  Observation: ['scores', 'riskAssessments'],
};

function fateOf(
  type: Mapped,
  resource: JsonObject,
  { id, classified }: { id: string; classified: Classified | undefined },
): SourceItem<FhirSource>['fate'] {
  const sourceId = `${type}/${id}`;
  if (type === 'Patient') return { record: readPatient(resource, id) };
  if (type === 'Practitioner' || type === 'Organization') {
    const provider = readProvider(resource, sourceId);
    return provider ? { record: provider } : { skipped: 'has no name' };
  }
  const subject = stringAt(resource, 'subject.reference');
  const read = readAboutPatient(resource, { sourceId, subject: subject ?? '' }, classified);
  if (read === undefined) return 'unmapped';
  const why = 'skipped' in read ? read.skipped : subject === undefined ? 'names no patient' : undefined;
  if (why !== undefined)
    return { record: { of: 'takenBack', sourceId, tables: tablesOf[type] ?? [], why, isSuperseded: true } };
  return 'skipped' in read ? read : { record: read };
}

/** The notes on codes that nobody has classified and that therefore are withheld: the officer's list. */
function openIn(resource: JsonObject, classified: Classified | undefined): readonly string[] {
  const concepts = [
    ...(resource.resourceType === 'Condition' ? valuesAt(resource, 'code') : valuesAt(resource, 'reasonCode')),
  ];
  return classify(concepts, [], { classified }).open.map((code) => `withheld until somebody classifies it: ${code}`);
}

/** A name that stands as one text is not cut into given and family: nobody is found by it. */
function namelessIn(resource: JsonObject): readonly string[] {
  const isText = resource.resourceType === 'Patient' && stringAt(resource, 'name.text') !== undefined;
  const hasParts = stringAt(resource, 'name.family') !== undefined || stringAt(resource, 'name.given') !== undefined;
  return isText && !hasParts ? ['a name is text alone, without given and family name: it is not read'] : [];
}

/** `resourceType`, and the text for people (`text`) that is made from the rest, say nothing of their own. */
function leftOver(type: Mapped, resource: JsonObject): readonly string[] {
  const own = Object.entries(resource).filter(([name]) => name !== 'resourceType' && name !== 'text');
  return unmappedFields(fhirMappings[type], jsonLeafPaths(Object.fromEntries(own)), '.');
}
