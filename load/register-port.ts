/** The birth of a child as a file tells it, for the register. */
export interface Birth {
  readonly child: string;
  /** As identity has it now. */
  readonly birthDate: string | null;
  /** The file brought this date, or changed it. */
  readonly changed: boolean;
  /** Another source says otherwise: the strictest age applies. */
  readonly disputed: boolean;
}

/** The work of an agency with a child now, as its records say: a kind of involvement, or null where the work has ended. */
export interface ChildWork {
  readonly child: string;
  readonly kind: string | null;
}

/** Something the register was made to record; kept with the load, so that undoing it can have the opposite recorded. */
export interface RegisterAct {
  readonly act: 'OPENED' | 'CLOSED' | 'BORN';
  readonly child: string;
  readonly record?: string;
  readonly kind?: string;
  readonly evidence?: string;
  /** Of a birth: what was known before; null where the child was not. */
  readonly before?: { readonly birthDate: string | null; readonly disputed: boolean } | null;
}

/** The part of the register that loading needs. It records no consent: sources that export records export nobody's decision. */
export interface RegisterPort {
  /** Makes children known with their birth dates. A date that two sources disagree on stays disputed until a person settles it. */
  recordBirths(births: readonly Birth[]): Promise<readonly RegisterAct[]>;
  /**
   * Has the agency's involvements say what the agency does now: one that is missing is opened, and one that was opened on this evidence is
   * closed where the work has ended or is of another kind. What was opened by others, or on other evidence, is left alone.
   */
  recordWork(agency: string, evidence: string, work: readonly ChildWork[]): Promise<readonly RegisterAct[]>;
  /** Records the opposite of what a load had recorded: closes what it opened, opens again what it closed, puts births back. */
  undo(agency: string, acts: readonly RegisterAct[]): Promise<void>;
  /** Records a birth date that a person established: it is disputed no longer. */
  settleBirth(child: string, birthDate: string): Promise<void>;
  /** Of these children, those about whom somebody has recorded a decision, an authority or an order. */
  decidedAbout(children: readonly string[]): Promise<readonly string[]>;
  /** Checks whether two officers have erased this child, and no legal hold stands. */
  erased(child: string): Promise<boolean>;
}
