import type { AgencyWords } from './agency-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An agency that keeps records, as its folder in the network describes it. */
export interface AgencyFolder {
  readonly name: string;
  /** Its folder: `agency.yaml`, and `schema.graphql` without the head. */
  readonly folder: string;
  readonly schemaFile: string;
  readonly dutyContact: string;
  /** The package that runs it, for an agency that the development network starts. */
  readonly package?: string | undefined;
  /** The address where it answers, for one that runs by itself. */
  readonly url?: string | undefined;
}

/** A network as data: a folder with `network.yaml`, `rules/` and `agencies/NAME/`. */
export interface NetworkFolder {
  readonly folder: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  /** The pack's file. */
  readonly rules: string;
  /** The file of standing approvals that the pack expects; undefined where there are none. */
  readonly protocols: string | undefined;
  /** The services that the network itself runs: `identity`, `register`. */
  readonly services: readonly string[];
  readonly agencies: readonly AgencyFolder[];
  /** Whom to call at any hour, by agency and service. */
  readonly dutyContacts: Readonly<Record<string, string>>;
  readonly vocabulary: Vocabulary;
  /** Each agency's own words, as its file says them. */
  readonly words: Readonly<Record<string, AgencyWords>>;
  /**
   * The same network with what agencies published in the place of their files; `bits` are those that categories were given.
   *
   * @throws {NetworkFolderError} where what was published does not fit.
   */
  with(published: ReadonlyMap<string, AgencyWords>, bits: ReadonlyMap<string, number>): NetworkFolder;
}
