/** The origin of a record: `synthetic`, or the name of a feed and the id it has there. Loading the same feed again finds the same rows. */
interface Sourced {
  /** Opaque, in the form of a NetworkId, never an agency's own number: `recordId` of the kit makes one from source and source id. */
  readonly id: string;
  readonly source: string;
  readonly sourceId: string;
}

/** One child. `id` is the NetworkId. */
export interface ChildRecord extends Sourced {
  readonly givenName: string;
  readonly familyName: string;
  /** `YYYY-MM-DD`; null where unknown or disputed. */
  readonly birthDate: string | null;
}

/** One agency's own number for a child. */
export interface NumberRecord extends Sourced {
  readonly child: string;
  /** The agency's name: `education`. */
  readonly agency: string;
  /** Whose number it is within the agency, where several systems number children: `hospital-a`. Empty, or absent: the only one. */
  readonly issuer?: string;
  /** A person said whose it is. */
  readonly settled?: boolean;
  readonly number: string;
}

/** The name a child has chosen. */
export interface ChosenNameRecord extends Sourced {
  readonly child: string;
  readonly name: string;
}

export interface ContactRecord extends Sourced {
  readonly child: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
}

export interface IdentityRecords {
  readonly children?: readonly ChildRecord[];
  readonly numbers?: readonly NumberRecord[];
  readonly chosenNames?: readonly ChosenNameRecord[];
  readonly contacts?: readonly ContactRecord[];
}
