import { recordId } from '@trellis/subgraph-kit';
import type { MentalHealthRecords } from '@trellis/subgraph-mental-health';
import type { FindChild } from '../format.ts';
import type { FhirFile } from './fhir-file.ts';
import type { AboutPatient, FhirSource, PatientSource, ProviderSource } from './source-record.ts';

export const fhirSource = 'fhir-r4';

/** A FHIR resource as mental health's records. */
export function mapFhir(
  record: FhirSource,
  file: FhirFile,
  findChild: FindChild,
): MentalHealthRecords | { readonly skipped: string } {
  if (record.of === 'patients') return mapPatient(record, file, findChild);
  if (record.of === 'providers') return { providers: [mapProvider(record, file)] };
  const number = file.patient(record.subject);
  if (number === undefined) return { skipped: 'its subject is no patient that can be told' };
  const found = findChild(number);
  return 'skipped' in found ? found : mapAbout(record, found.child);
}

/** A patient is in service from the first encounter known; of one marked inactive, until the last. */
function mapPatient({ person: { number }, active, diedOn }: PatientSource, file: FhirFile, findChild: FindChild) {
  const found = findChild(number);
  if ('skipped' in found) return found;
  const { startedOn, lastOn, provider } = file.service(number);
  return {
    services: [
      {
        ...identified('services', `Patient/${number}`),
        child: found.child,
        startedOn,
        endedOn: diedOn ?? (active ? null : lastOn),
        provider: provider === null ? null : recordId('mental-health', 'providers', fhirSource, provider),
      },
    ],
  };
}

function mapProvider({ sourceId, said }: ProviderSource, file: FhirFile) {
  const organization = file.organizationOf(sourceId);
  return {
    ...identified('providers', sourceId),
    name: said.name,
    organization: organization?.name ?? said.organization,
    phone: said.phone ?? organization?.phone ?? null,
  };
}

function mapAbout(record: AboutPatient, child: string): MentalHealthRecords {
  const of = { ...identified(record.of, record.sourceId), child };
  switch (record.of) {
    case 'conditions':
      return { conditions: [{ ...of, ...record.said }] };
    case 'carePlans':
      return { carePlans: [{ ...of, ...record.said }] };
    case 'encounters':
      return { encounters: [{ ...of, ...record.said }] };
    case 'riskAssessments':
      return { riskAssessments: [{ ...of, ...record.said }] };
    case 'scores':
      return { scores: [{ ...of, ...record.said }] };
  }
}

function identified(table: string, sourceId: string) {
  return { id: recordId('mental-health', table, fhirSource, sourceId), source: fhirSource, sourceId };
}
