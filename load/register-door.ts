import type { Work } from './format.ts';

/** What a file says of one child, for the register. */
export interface ChildTold {
  readonly child: string;
  /** As identity has it now; absent where the file identifies nobody, and nothing is told but the work. */
  readonly born?: {
    readonly birthDate: string | null;
    /** The file brought this date, or changed it. */
    readonly changed: boolean;
    /** Another source says otherwise: the strictest age applies. */
    readonly disputed: boolean;
  };
  /** What the agency does with the child now. */
  readonly work: Work | undefined;
}

/** What loading needs of the register. It records no consent: sources that export records export nobody's decision. */
export interface RegisterDoor {
  /**
   * Makes children known with their birth dates, and has the agency's involvements say what the agency does now: one that is missing is
   * opened, and one that an earlier file of this format opened is closed where a child is told of and the work has ended.
   */
  tell(agency: string, evidence: string, children: readonly ChildTold[]): Promise<void>;
}
