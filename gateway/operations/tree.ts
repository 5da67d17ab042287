import type { GraphQLInputType, GraphQLOutputType, ValueNode } from 'graphql';

/** One argument, lifted into a variable. */
export interface Argument {
  readonly name: string;
  readonly variable: string;
  readonly type: GraphQLInputType;
  /** The value is the schema's default, said or unsaid. */
  readonly isDefault: boolean;
}

/** One field of one concrete type, asked with one set of arguments. */
export interface FieldNode {
  readonly parent: string;
  readonly name: string;
  /** The response key: the name, with an ordinal among its argument sets and its type where shapes differ. Never a client's alias. */
  readonly key: string;
  readonly type: GraphQLOutputType;
  readonly args: readonly Argument[];
  /** `Input.field` of every input field that a value of the arguments names: what is filtered or sorted by is read. */
  readonly reads: readonly string[];
  readonly selections: Selections | undefined;
}

/** The key of an object's id where other types in its place have ids of another shape. */
export const idKey = (type: string): string => `id__${type}`;

/** The fields that are asked of each concrete type. */
export type Selections = ReadonlyMap<string, readonly FieldNode[]>;

/** One field of the client's own document: where its value lies in the tree and under which name it is answered. */
export interface ShapeField {
  readonly response: string;
  /** Of the schema: `Type.field`. */
  readonly coordinate: string;
  /** undefined for `__typename`. */
  readonly key: string | undefined;
  readonly wraps: Wraps;
  /** The type of the object that it returns; undefined where only the object itself tells, and for leaves. */
  readonly concrete: string | undefined;
  /** The values that clients may see of it, where it is an enum. */
  readonly values: ReadonlySet<unknown> | undefined;
  readonly selections: ReadonlyMap<string, readonly ShapeField[]> | undefined;
}

/** The wrappers of a type around its named type: worked out once, where asking the type each time would cost more than the rest of an answer. */
export interface Wraps {
  readonly isNonNull: boolean;
  /** Of each item; undefined where it is no list. */
  readonly item: Wraps | undefined;
}

/** The source of a lifted variable's value, so that another request of the same document need not be normalised again. */
export interface LiftedValue extends Argument {
  /** undefined where the document says nothing and the schema's default stands. */
  readonly node: ValueNode | undefined;
  readonly defaultValue: unknown;
}

/** An operation reduced to what it asks: the same question in other words is the same `key`. */
export interface NormalisedOperation {
  readonly kind: 'query' | 'mutation';
  readonly key: string;
  readonly root: readonly FieldNode[];
  readonly shape: readonly ShapeField[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly lifted: readonly LiftedValue[];
  /** Arguments that the document names and these variables leave out. */
  readonly absent: readonly ValueNode[];
  /** True where other values of the variables (but those of conditions) could make another tree. */
  readonly dependsOnValues: boolean;
}
