import { mentalHealthTables } from '../agencies/mental-health.ts';
import type { MentalHealthRecords } from '@trellis/subgraph-mental-health';
import type { Format } from '../format.ts';
import { readInstant } from '../dates.ts';
import { mapItems } from '../map-items.ts';
import { FhirFile } from './fhir-file.ts';
import { fhirSource, mapFhir } from './map-fhir.ts';
import { fhirMappings } from './mappings.ts';
import { earlierObservations } from './earlier-observations.ts';
import { earlierServices, settleServices } from './settle-services.ts';
import { readEntries } from './read-entries.ts';
import { readFhir, readResource } from './read-fhir.ts';

/** FHIR R4 bundles and single resources, into mental health. */
export const fhir: Format<MentalHealthRecords> = {
  ...mentalHealthTables,
  title: 'FHIR R4',
  source: fhirSource,
  mappings: fhirMappings,
  fileNamesArePersonal: true,
  recognises: () => true,
  after: settleServices,
  async scan([input], _agency, onBytes) {
    const file = new FhirFile();
    let exportedAt: string | undefined;
    const page = { hasNext: false, hasPrevious: false };
    const told = {
      onTimestamp: (timestamp: string): void => {
        exportedAt = readInstant(timestamp);
      },
      onLink: (relation: string): void => {
        page.hasNext ||= relation === 'next';
        page.hasPrevious ||= relation === 'previous' || relation === 'prev';
      },
    };
    for await (const entry of readEntries(input, onBytes, told)) {
      const { fate } = readResource(entry);
      file.add(entry, typeof fate === 'object' && 'record' in fate ? fate.record : undefined);
    }
    file.settle();
    return {
      exportedAt,
      persons: file.persons(),
      page,
      numbers: file.numbers(),
      async *read(context, onBytesAgain) {
        const observed = await earlierObservations(context.agency, context.source);
        const earlier = await earlierServices(context.agency, context.source, file.unseen());
        yield* mapItems(
          readFhir(input, onBytesAgain, { classified: context.classified, versions: file.versions, observed }),
          (record) => mapFhir(record, { file, earlier, ...context }),
          (record) =>
            'subject' in record
              ? file.patient(record.subject)
              : record.of === 'patients'
                ? record.person.number
                : undefined,
        );
      },
    };
  },
};
