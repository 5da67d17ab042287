import type { MentalHealthRecords } from '@trellis/subgraph-mental-health';
import type { Format } from '../format.ts';
import { readInstant } from '../dates.ts';
import { mapItems } from '../map-items.ts';
import { FhirFile } from './fhir-file.ts';
import { fhirSource, mapFhir } from './map-fhir.ts';
import { fhirMappings } from './mappings.ts';
import { readEntries } from './read-entries.ts';
import { readFhir, readResource } from './read-fhir.ts';

/** FHIR R4 bundles and single resources, into mental health. */
export const fhir: Format<MentalHealthRecords> = {
  agency: 'mental-health',
  title: 'FHIR R4',
  source: fhirSource,
  evidence: 'a patient in a FHIR R4 export',
  mappings: fhirMappings,
  fileNamesArePersonal: true,
  tables: ['providers', 'services', 'conditions', 'carePlans', 'encounters', 'riskAssessments', 'scores'],
  stays: ['providers'],
  ends: { services: (row, day) => ({ ...row, ended_on: row['ended_on'] ?? day }) },
  work: `select child, 'treatment' as kind from services
    where child = any($1) and (ended_on is null or ended_on > $2::date) and starts_with(source, $3) group by child`,
  async scan(path, _agency, onBytes) {
    const file = new FhirFile();
    let exportedAt: string | undefined;
    const onTimestamp = (timestamp: string): void => {
      exportedAt = readInstant(timestamp);
    };
    for await (const entry of readEntries(path, onBytes, onTimestamp)) {
      const { fate } = readResource(entry);
      file.add(entry, typeof fate === 'object' && 'record' in fate ? fate.record : undefined);
    }
    file.settle();
    return {
      exportedAt,
      persons: file.persons,
      numbers: file.numbers(),
      read: (context, onBytesAgain) =>
        mapItems(
          readFhir(path, onBytesAgain, context.classified),
          (record) => mapFhir(record, file, context),
          (record) =>
            'subject' in record
              ? file.patient(record.subject)
              : record.of === 'patients'
                ? record.person.number
                : undefined,
        ),
    };
  },
};
