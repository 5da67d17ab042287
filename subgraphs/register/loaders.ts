import type { ChildFacts } from '@trellis/decision';
import DataLoader from 'dataloader';
import type { InclusionProof } from '@trellis/ledger';
import type { NewLookUp, Reading, Recorded, RecordKind } from '@trellis/register';
import type { Vocabulary } from '@trellis/vocabulary';
import type { RegisterDependencies } from './dependencies.ts';

/** The state that stands about one child at the moment it was read. */
export interface ChildReading extends Omit<Reading, 'facts'> {
  readonly child: string;
  readonly facts: ChildFacts;
}

/** The kinds of record that hang from a child. */
const shownKinds = [
  'consent',
  'authority',
  'order',
  'involvement',
  'relation',
  'harm-refusal',
  'statement',
  'emergency',
  'legal-hold',
  'linkage',
  'erasure',
] as const satisfies readonly RecordKind[];
export type ShownKind = (typeof shownKinds)[number];

export interface RegisterLoaders {
  /** The words under which who asks is looked up in the table of who may read what. */
  readonly vocabulary: Vocabulary;
  readonly known: DataLoader<string, ChildReading>;
  readonly records: DataLoader<string, readonly Recorded<ShownKind>[]>;
  /** Writes down what an officer looks up about a child, once for each heading; what is looked up waits for it. */
  readonly lookUps: DataLoader<NewLookUp, true, string>;
  /** By an entry's place; null where no checkpoint covers it yet. */
  readonly proofs: DataLoader<number, InclusionProof | null>;
}

/** One reading of the register for all children of a request, one of their records, and one of the ledger's tree. */
export function openLoaders({
  register,
  ledger,
  vocabulary,
}: Pick<RegisterDependencies, 'register' | 'ledger' | 'vocabulary'>): RegisterLoaders {
  return {
    vocabulary,
    known: new DataLoader(async (children) => {
      const { facts, ...reading } = await register.read(children);
      return children.map((child) => {
        const known = facts.get(child);
        return known === undefined ? new Error('the register left a child out') : { ...reading, child, facts: known };
      });
    }),
    records: new DataLoader(async (children) => {
      const records = await register.recordsOf(children, shownKinds);
      return children.map((child) => records.filter(({ about }) => about === child));
    }),
    lookUps: new DataLoader(
      async (looked) => {
        await register.noteLookUps(looked);
        return looked.map(() => true as const);
      },
      { cacheKeyFn: ({ about, heading, of = '' }) => `${about} ${heading} ${of}` },
    ),
    proofs: new DataLoader(async (indexes) => {
      const proofs = await ledger.proveInclusions(indexes);
      return indexes.map((index) => proofs.get(index) ?? null);
    }),
  };
}
