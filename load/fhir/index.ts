import { saveRecords, type MentalHealthRecords } from '@trellis/subgraph-mental-health';
import type { Format } from '../format.ts';
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
  async scan(path, _agency, onBytes) {
    const file = new FhirFile();
    for await (const entry of readEntries(path, onBytes)) {
      const { fate } = readResource(entry);
      file.add(entry, typeof fate === 'object' && 'record' in fate ? fate.record : undefined);
    }
    file.settle();
    return {
      persons: file.persons,
      numbers: file.numbers(),
      work: new Map([...file.active].map((number) => [number, { kind: 'treatment' }])),
      read: (findChild, onBytesAgain) =>
        mapItems(readFhir(path, onBytesAgain), (record) => mapFhir(record, file, findChild)),
    };
  },
  save: saveRecords,
};
