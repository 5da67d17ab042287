import { recordId } from '@trellis/subgraph-kit';
import type { MentalHealthRecords } from '@trellis/subgraph-mental-health';
import type { MappingContext } from '../format.ts';
import type { Mapped } from '../map-items.ts';
import type { TakenBack } from '../store/take-back-rows.ts';
import type { FhirFile } from './fhir-file.ts';
import type { EarlierService } from './settle-services.ts';
import type { AboutPatient, FhirSource, PatientSource, ProviderSource } from './source-record.ts';

export const fhirSource = 'fhir-r4';

interface Context extends Pick<MappingContext, 'findChild' | 'source' | 'exportedOn'> {
  readonly file: FhirFile;
  /** By number: the services of patients of whom the file has no encounter. */
  readonly earlier: ReadonlyMap<string, EarlierService>;
}

/** A FHIR resource as mental health's records. */
export function mapFhir(record: FhirSource, context: Context): Mapped<MentalHealthRecords> {
  const { file } = context;
  if (record.of === 'takenBack') return { skipped: record.why, takesBack: allOf(record, context) };
  if (record.of === 'patients') return mapPatient(record, context);
  if (record.of === 'providers') return { providers: [mapProvider(record, file, context)] };
  // The resource is the same, and no longer says what it said of whom it was about: nothing of it stays with them.
  const gone = { tables: [record.of], sourceId: record.sourceId, isSuperseded: true };
  const number = file.patient(record.subject);
  if (number === undefined)
    return { skipped: 'its subject is no patient that can be told', takesBack: allOf(gone, context) };
  const found = context.findChild(number);
  if ('skipped' in found) return { ...found, takesBack: allOf({ ...gone, unlessAbout: number }, context) };
  const records = mapAbout(record, found.child, context);
  const predictions = (records.riskAssessments ?? []).map(({ id }) => id);
  return record.of === 'riskAssessments'
    ? { records, takesBack: [{ ...partsOf(record.sourceId), except: predictions, isSuperseded: true }] }
    : records;
}

interface Gone {
  readonly tables: readonly string[];
  readonly sourceId: string;
  readonly isSuperseded?: boolean;
  /** It stays where it is about the patient of this number. */
  readonly unlessAbout?: string;
}

/** All that a resource brought: its record in each table, and every prediction beside the first. */
function allOf({ tables, sourceId, isSuperseded = false, unlessAbout }: Gone, context: Context): readonly TakenBack[] {
  const how = { isSuperseded, ...(unlessAbout === undefined ? {} : { unlessAbout: [unlessAbout] }) };
  return tables.flatMap((table) => [
    { table, values: [identified(context, table, sourceId).id], ...how },
    ...(table === 'riskAssessments' ? [{ ...partsOf(sourceId), ...how }] : []),
  ]);
}

function partsOf(sourceId: string): TakenBack {
  return { table: 'riskAssessments', by: 'parts', values: [sourceId] };
}

/** A patient is in service from the first encounter known; one who has died or is marked inactive, until that day or the last encounter known. */
function mapPatient(
  { person: { number }, active, dead, diedOn, isLabelled }: PatientSource,
  context: Context,
): Mapped<MentalHealthRecords> {
  const found = context.findChild(number);
  if ('skipped' in found) return found;
  const own = identified(context, 'services', `Patient/${number}`);
  if (isLabelled)
    return {
      skipped: 'carries a security label that a service record cannot carry: only who it is was kept',
      takesBack: [{ table: 'services', values: [own.id] }],
    };
  const { startedOn, lastOn, provider } = { ...context.file.service(number), ...context.earlier.get(number) };
  return {
    services: [
      {
        ...own,
        child: found.child,
        startedOn,
        endedOn: diedOn ?? (active && !dead ? null : (lastOn ?? context.exportedOn)),
        provider: provider === null ? null : identified(context, 'providers', provider).id,
      },
    ],
  };
}

function mapProvider({ sourceId, said }: ProviderSource, file: FhirFile, context: Context) {
  const organization = file.organizationOf(sourceId);
  return {
    ...identified(context, 'providers', sourceId),
    name: said.name,
    organization: organization?.name ?? said.organization,
    phone: said.phone ?? organization?.phone ?? null,
  };
}

function mapAbout(record: AboutPatient, child: string, context: Context): MentalHealthRecords {
  const of = { ...identified(context, record.of, record.sourceId), child };
  switch (record.of) {
    case 'conditions':
      return { conditions: [{ ...of, ...record.said }] };
    case 'carePlans':
      return { carePlans: [{ ...of, ...record.said }] };
    case 'encounters':
      return { encounters: [{ ...of, ...record.said }] };
    case 'riskAssessments':
      return {
        riskAssessments: [
          { ...of, ...record.said },
          // Every prediction is kept: the second may say `suicide: high`.
          ...(record.more ?? []).map((said, at) => ({
            ...identified(context, record.of, `${record.sourceId}#${at + 2}`),
            child,
            ...said,
          })),
        ],
      };
    case 'scores':
      return { scores: [{ ...of, ...record.said }] };
  }
}

function identified({ source }: Pick<Context, 'source'>, table: string, sourceId: string) {
  return { id: recordId('mental-health', table, source, sourceId), source, sourceId };
}
