import type { Clock, Database } from '@trellis/platform';
import type { Vocabulary } from '@trellis/vocabulary';
import type { Inputs } from './inputs.ts';
import type { NetworkReader } from './network-reader.ts';
import type { NewNotice } from './notices.ts';

/** Dependencies of every command. */
export interface Dependencies {
  readonly database: Database;
  readonly vocabulary: Vocabulary;
  readonly inputs: Inputs;
  readonly network: NetworkReader;
  /** Only in development, where the clock may stand still. */
  readonly clock: Clock | undefined;
  readonly newId: () => string;
  /** The safety rule: whether telling this endangers nobody. */
  readonly mayTell: (notice: NewNotice) => boolean;
  /** Milliseconds that an emergency access stays open. */
  readonly emergencyMs: number;
}
