import type { FileRecord, PlacementRecord } from '@trellis/subgraph-child-protection';

const settings: Readonly<Record<string, PlacementRecord['setting']>> = {
  // Foster care by a relative or friend, long-term, for adoption, or other.
  U1: 'KIN',
  U2: 'KIN',
  U3: 'KIN',
  U4: 'FOSTER',
  U5: 'FOSTER',
  U6: 'FOSTER',
  // Children's homes, secure ones among them, residential care and schools, supported living.
  H5: 'GROUP',
  K1: 'GROUP',
  K2: 'GROUP',
  R1: 'GROUP',
  S1: 'GROUP',
};

/** The setting a child lives in, by the code of the placement; undefined where the network has no word: own parents, hospital, custody, alone. */
export function settingOf(place: string | undefined): PlacementRecord['setting'] | undefined {
  return settings[place?.toUpperCase() ?? ''];
}

const statuses: Readonly<Record<string, NonNullable<FileRecord['legalStatus']>>> = {
  C1: 'INTERIM_CARE',
  C2: 'EXTENDED_CARE',
  E1: 'EXTENDED_CARE',
  V2: 'VOLUNTARY_AGREEMENT',
  V3: 'VOLUNTARY_AGREEMENT',
  V4: 'VOLUNTARY_AGREEMENT',
};

/** The legal status by its code; null for what the network has no word for: police protection, remand. */
export function legalStatusOf(code: string | undefined): FileRecord['legalStatus'] {
  return statuses[code?.toUpperCase() ?? ''] ?? null;
}
