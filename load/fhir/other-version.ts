import { isObject, stringAt, valuesAt, type JsonObject } from '../json.ts';

type OtherVersion = 'STU3' | 'DSTU2' | 'R5';

/** Elements that R4 does not have, and the version that does. */
const marks: Readonly<Record<string, Readonly<Record<string, OtherVersion>>>> = {
  Patient: { animal: 'STU3', careProvider: 'DSTU2' },
  Condition: { context: 'STU3', assertedDate: 'STU3', patient: 'DSTU2', dateRecorded: 'DSTU2' },
  // What R5 calls `reason` is a list with uses and values; STU3 has concepts under the same name.
  Encounter: {
    actualPeriod: 'R5',
    plannedStartDate: 'R5',
    virtualService: 'R5',
    admission: 'R5',
    reason: 'STU3',
    patient: 'DSTU2',
    indication: 'DSTU2',
  },
  CarePlan: { context: 'STU3', definition: 'STU3' },
  Observation: { context: 'STU3', comment: 'STU3', comments: 'DSTU2' },
  RiskAssessment: { context: 'STU3' },
};

/** The version that a resource is of, where that is not R4; undefined where nothing shows that it is another. */
export function otherVersionOf(type: string, resource: JsonObject): OtherVersion | undefined {
  for (const profile of valuesAt(resource, 'meta.profile')) {
    if (typeof profile !== 'string') continue;
    if (/\/(STU3|3\.0(\.\d)?)\//i.test(profile)) return 'STU3';
    if (/\/(R5|5\.0(\.\d)?)\//i.test(profile)) return 'R5';
    if (/\/(DSTU2|1\.0(\.\d)?)\//i.test(profile)) return 'DSTU2';
  }
  const found = Object.entries(marks[type] ?? {}).flatMap(([name, version]) =>
    resource[name] === undefined ? [] : [version],
  );
  if (found.includes('R5') || valuesAt(resource, 'reason.value').length > 0) return 'R5';
  if (found.includes('DSTU2')) return 'DSTU2';
  if (found.length > 0) return 'STU3';
  // A status that R4 has as a concept, written as a bare code.
  if (
    type === 'Condition' &&
    (typeof resource.clinicalStatus === 'string' || typeof resource.verificationStatus === 'string')
  )
    return 'STU3';
  if (type === 'Encounter' && typeof resource.class === 'string') return 'DSTU2';
  return isObject(resource) && stringAt(resource, 'fhirVersion')?.startsWith('3.') === true ? 'STU3' : undefined;
}
