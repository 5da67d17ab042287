import type { Vocabulary } from '@trellis/vocabulary';
import type { Consent, Instant, Recipient } from '../facts.ts';

export type FhirRelease = 'R4' | 'R5';

/** One decision as `recordConsent` takes it: a consent that the register has not yet numbered and dated. */
export interface ConsentDraft extends Omit<Consent, 'id' | 'recordedAt' | 'from'> {
  readonly child: string;
  /** null: from the moment it is recorded. */
  readonly from: Instant | null;
}

/** An element that could not be carried, and why. */
export interface FhirRefusal {
  /** The place where it stands, e.g. `provision.provision[0].actor[1].role`. */
  readonly element: string;
  readonly reason: string;
}

/** The network as an importer must know it: its words, and whom a reference means. An answer of undefined refuses the Consent. */
export interface FhirContext {
  readonly vocabulary: Vocabulary;
  /** The zone in which a date without a time is meant, e.g. `America/Toronto`. */
  readonly timeZone: string;
  /** The child that a Patient is. */
  child(reference: string): string | undefined;
  /** The authority by which somebody decides for this child. */
  authority(reference: string): string | undefined;
  /** The recipients that an actor stands for: an agency, a role, a person, or the members of a group. */
  recipients(reference: string): readonly Recipient[] | undefined;
  /** The categories, or domains, of which an Organization is custodian. */
  custodian(reference: string): readonly string[] | undefined;
  /** Whom a permit means that names no recipient. Undefined: such a permit is refused. */
  readonly everyone: readonly Recipient[] | undefined;
  /** The policy texts this network has read, by address: a Consent under any other is refused. */
  readonly policies: ReadonlySet<string>;
}
