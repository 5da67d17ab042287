/** The categories that must be permitted, by level. Both empty: open. */
export interface Requirement {
  readonly FULL: readonly string[];
  readonly SUMMARY: readonly string[];
}

/** Whose a record is, as selections on its type. */
export interface About {
  /** The key by which the gateway knows and enters a record, e.g. `id`. Every agency that returns the record resolves it. */
  readonly key: string;
  /** One path that ends in network ids, e.g. `involved { id }`. All of these children must permit. */
  readonly children: string;
  /** The field with the record's own categories, e.g. `recordCategories`. */
  readonly categories?: string;
}

export interface TypeLabels {
  readonly requirement: Requirement;
  readonly about?: About;
}

export interface ArgumentLabels {
  readonly requirement: Requirement;
  readonly page: boolean;
}

export interface FieldLabels {
  readonly requirement: Requirement;
  readonly args: ReadonlyMap<string, ArgumentLabels>;
}

/** The permissions that each element of a supergraph needs. */
export interface Labels {
  /** Object types. The labels of an `@about` type decide whether its records appear. */
  readonly types: ReadonlyMap<string, TypeLabels>;
  /** `Type.field` of object types; and of interfaces, as the union over their implementations. */
  readonly fields: ReadonlyMap<string, FieldLabels>;
  /** `Input.field`. */
  readonly inputFields: ReadonlyMap<string, Requirement>;
}
