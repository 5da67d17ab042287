import type { Ledger } from '@trellis/ledger';
import type { Register } from '@trellis/register';
import type { Vocabulary } from '@trellis/vocabulary';

/** The parts behind the register's subgraph, which is their public face. */
export interface RegisterDependencies {
  readonly register: Register;
  readonly ledger: Pick<Ledger, 'disclosures' | 'eraseChild' | 'proveInclusions' | 'questions' | 'saltsOf'>;
  readonly vocabulary: Vocabulary;
  /** Whom to call at an agency at any hour, now: agencies may join while the process runs. */
  readonly contacts: readonly Contact[] | (() => readonly Contact[]);
}

interface Contact {
  readonly agency: string;
  readonly telephone: string;
}
