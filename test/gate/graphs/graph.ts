/** A field of a drawn graph: which agency answers it, what it returns, what it needs. */
export interface DrawnField {
  readonly name: string;
  readonly agency: string;
  /** `String`, `Int`, or a type of the graph. */
  readonly returns: string;
  readonly isList: boolean;
  readonly isNonNull: boolean;
  /** Categories, all needed in full; empty where it is open. */
  readonly labels: readonly string[];
  /** The selection that the field requires, with the field and, below it, the one leaf that are read. */
  readonly requires?: {
    readonly field: string;
    readonly below?: string;
    readonly from: string;
    readonly labels: readonly string[];
  };
}

export type DrawnKind = 'child' | 'record' | 'value' | 'entity';

/** A type of a drawn graph. */
export interface DrawnType {
  readonly name: string;
  readonly kind: DrawnKind;
  /** The agency that returns it. */
  readonly home: string;
  /** Agency → its keys. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** The field that leads to its children, whether or not the graph says so by `@about`. */
  readonly path: string | undefined;
  readonly saysWhose: boolean;
  readonly hasCategories: boolean;
  readonly labels: readonly string[];
  readonly fields: DrawnField[];
  readonly implementsEntry: boolean;
}

export interface DrawnGraph {
  readonly types: readonly DrawnType[];
  /** Fields of Query, besides `child` and `children`. */
  readonly roots: readonly DrawnField[];
  /** The agency that adds `extra` to every Entry by an interface object; undefined where there is no such interface. */
  readonly entryExtra: DrawnField | undefined;
  readonly mutation: boolean;
}

export const drawnAgencies = ['identity', 'police', 'education', 'mental-health'] as const;

export function typeOf(graph: DrawnGraph, name: string): DrawnType | undefined {
  return graph.types.find((type) => type.name === name);
}

/** The field of a concrete type: its own, or the one that an interface object adds. */
export function fieldOf(graph: DrawnGraph, type: string, name: string): DrawnField | undefined {
  if (type === 'Query') return graph.roots.find((field) => field.name === name);
  const found = typeOf(graph, type);
  const own = found?.fields.find((field) => field.name === name);
  if (own) return own;
  const isEntry = type === 'Entry' || found?.implementsEntry === true;
  return isEntry && graph.entryExtra?.name === name ? graph.entryExtra : undefined;
}
