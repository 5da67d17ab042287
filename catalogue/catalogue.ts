import type { Current, AgencyDraft, Version } from './version.ts';

/** The publications of agencies, versioned and immutable: on the register's database, or in the network's folder. */
export interface Catalogue {
  /** The number of the latest version; 0 where nothing was published. */
  generation(): Promise<number>;
  current(): Promise<Current>;
  /** All versions of one agency, the latest first. */
  versionsOf(agency: string): Promise<readonly Version[]>;
  /**
   * Adds a version that was checked against generation `after`. Resolves once it is durable.
   *
   * @throws {CatalogueMoved} where another was published since: nothing was added, and it must be checked again.
   */
  publish(draft: AgencyDraft, after: number): Promise<Version>;
  /** The bit of each category that ever had one, these included: those that had none are given the next ones, once and for ever. */
  bits(codes: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
