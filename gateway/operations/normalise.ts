import type {
  DocumentNode,
  FieldNode as FieldAst,
  FragmentDefinitionNode,
  GraphQLArgument,
  GraphQLField,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import {
  GraphQLString,
  Kind,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  print,
} from 'graphql';
import { TrellisError } from '../errors.ts';
import { canonical } from './canonical.ts';
import type { ReadContext } from './collect-fields.ts';
import { collectFields } from './collect-fields.ts';
import { inputReads } from './input-reads.ts';
import type { Argument, FieldNode, LiftedValue, NormalisedOperation, Selections, ShapeField } from './tree.ts';

/** One field of the client's document, with its arguments' values; `key` is known once its siblings are. */
interface Draft {
  readonly response: string;
  readonly field: GraphQLField<unknown, unknown> | undefined;
  readonly parent: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly valuesKey: string;
  readonly ast: FieldAst;
  readonly selections: ReadonlyMap<string, readonly Draft[]> | undefined;
  key: string | undefined;
}

/**
 * Reduces an operation to a tree of concrete types in canonical order: conditions evaluated, fragments expanded, aliases gone,
 * literals lifted into variables. Throws LIMIT_EXCEEDED past `limit` fields, counted as they multiply over concrete types.
 */
export function normalise(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limit: number,
): NormalisedOperation {
  const kind = operation.operation;
  const rootType = schema.getRootType(kind);
  if (kind === 'subscription' || !rootType) throw new TrellisError('BAD_REQUEST', { reason: 'VALIDATION' });

  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const reader = new Reader({ schema, fragments, variables }, limit);
  const drafts = reader.drafts(rootType, [operation.selectionSet]);
  const writer = new Writer();
  const root = writer.nodes(new Map([[rootType.name, drafts]])).get(rootType.name) ?? [];
  const text = writer.describe(root);
  return { kind, key: `${kind}${text}`, root, shape: shapeOf(drafts), ...writer.result() };
}

class Reader {
  readonly #context: ReadContext;
  readonly #limit: number;
  #count = 0;

  constructor(context: ReadContext, limit: number) {
    this.#context = context;
    this.#limit = limit;
  }

  drafts(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): readonly Draft[] {
    return [...collectFields(this.#context, type, sets)].map(([response, asts]) => this.#draft(type, response, asts));
  }

  #draft(type: GraphQLObjectType, response: string, asts: readonly FieldAst[]): Draft {
    if (++this.#count > this.#limit) {
      throw new TrellisError('LIMIT_EXCEEDED', { limit: 'expandedSelections', allowed: this.#limit });
    }
    const [first] = asts as [FieldAst];
    const field = type.getFields()[first.name.value];
    const named = { response, field, parent: type.name, ast: first, key: undefined };
    if (!field) return { ...named, values: {}, valuesKey: '', selections: undefined };
    const values = this.#argumentValues(field, first);
    const sets = asts.flatMap((ast) => ast.selectionSet ?? []);
    const selections = sets.length > 0 ? this.#selections(field.type, sets) : undefined;
    return { ...named, values, valuesKey: canonical(values), selections };
  }

  #argumentValues(field: GraphQLField<unknown, unknown>, ast: FieldAst): Record<string, unknown> {
    try {
      return getArgumentValues(field, ast, this.#context.variables);
    } catch (cause) {
      // graphql-js names the value in its message; ours does not.
      throw new TrellisError('BAD_REQUEST', { reason: 'VARIABLES' }, { cause });
    }
  }

  #selections(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): ReadonlyMap<string, readonly Draft[]> {
    const named = getNamedType(type);
    const concrete = isAbstractType(named)
      ? this.#context.schema.getPossibleTypes(named)
      : isObjectType(named)
        ? [named]
        : [];
    return new Map(concrete.map((each) => [each.name, this.drafts(each, sets)]));
  }
}

/** Merges drafts that ask the same, names their keys, and lifts their values, in one canonical order. */
class Writer {
  readonly #values: Record<string, unknown> = {};
  readonly #lifted: LiftedValue[] = [];
  readonly #absent: ValueNode[] = [];
  #dependsOnValues = false;

  result(): Pick<NormalisedOperation, 'values' | 'lifted' | 'absent' | 'dependsOnValues'> {
    return {
      values: this.#values,
      lifted: this.#lifted,
      absent: this.#absent,
      dependsOnValues: this.#dependsOnValues,
    };
  }

  nodes(drafts: ReadonlyMap<string, readonly Draft[]>): Selections {
    const all = [...drafts.values()].flat().filter((draft) => draft.field !== undefined);
    const argumentSets = distinct(all, (draft) => draft.valuesKey);
    const types = distinct(all, (draft) => String(draft.field?.type));
    for (const draft of all) {
      const name = (draft.field as GraphQLField<unknown, unknown>).name;
      const ordinal = argumentSets.get(name)?.indexOf(draft.valuesKey) ?? 0;
      const shapesDiffer = (types.get(name)?.length ?? 1) > 1;
      draft.key = `${name}${ordinal > 0 ? `__${ordinal}` : ''}${shapesDiffer ? `__${draft.parent}` : ''}`;
    }
    if ([...argumentSets.values()].some((sets) => sets.length > 1)) this.#dependsOnValues = true;
    const typeNames = [...drafts.keys()].sort();
    return new Map(typeNames.map((type) => [type, this.#typeNodes(drafts.get(type) ?? [])]));
  }

  #typeNodes(drafts: readonly Draft[]): readonly FieldNode[] {
    const groups = new Map<string, Draft[]>();
    for (const draft of drafts) {
      if (draft.key === undefined) continue;
      const group = groups.get(draft.key);
      if (group) group.push(draft);
      else groups.set(draft.key, [draft]);
    }
    return [...groups.keys()].sort().map((key) => this.#node(key, groups.get(key) as [Draft, ...Draft[]]));
  }

  #node(key: string, drafts: readonly [Draft, ...Draft[]]): FieldNode {
    const [{ field, parent, values, ast }] = drafts;
    const { name, type, args } = field as GraphQLField<unknown, unknown>;
    const given = args.filter((arg) => values[arg.name] !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
    if (args.length > 0) this.#dependsOnValues ||= mayDiffer(drafts);
    for (const arg of args) if (values[arg.name] === undefined) this.#absent.push(...argumentOf(ast, arg.name));
    const lifted = given.map((arg) => this.#lift(arg, values[arg.name], ast));
    const reads = given.flatMap((arg) => inputReads(arg.type, values[arg.name]));
    return {
      parent,
      name,
      key,
      type,
      args: lifted,
      reads: [...new Set(reads)].sort(),
      selections: this.#merged(drafts),
    };
  }

  #lift(arg: GraphQLArgument, value: unknown, ast: FieldAst): Argument {
    const argument: Argument = {
      name: arg.name,
      variable: `v${this.#lifted.length}`,
      type: arg.type,
      isDefault: canonical(value) === canonical(arg.defaultValue),
    };
    const [node] = argumentOf(ast, arg.name);
    this.#values[argument.variable] = value;
    this.#lifted.push({ ...argument, node, defaultValue: arg.defaultValue });
    return argument;
  }

  #merged(drafts: readonly Draft[]): Selections | undefined {
    if (drafts.every((draft) => draft.selections === undefined)) return undefined;
    const merged = new Map<string, Draft[]>();
    for (const { selections } of drafts) {
      for (const [type, more] of selections ?? []) merged.set(type, [...(merged.get(type) ?? []), ...more]);
    }
    return this.nodes(merged);
  }

  /** The canonical text of a tree: what the operation asks, but for values. */
  describe(nodes: readonly FieldNode[]): string {
    const fields = nodes.map((node) => {
      const args = node.args.map((arg) => `${arg.name}:$${arg.variable}${arg.isDefault ? '=' : ''}`);
      const reads = node.reads.length > 0 ? `[${node.reads.join()}]` : '';
      const under = [...(node.selections ?? [])].map(([type, inner]) => `${type}${this.describe(inner)}`);
      return `${node.key}(${args.join()})${reads}${under.join('|')}`;
    });
    return `{${fields.join(' ')}}`;
  }
}

function argumentOf(ast: FieldAst, name: string): readonly ValueNode[] {
  return (ast.arguments ?? []).filter((each) => each.name.value === name).map(({ value }) => value);
}

/** Whether drafts that now ask the same could ask otherwise with other variables, or read other fields of an input. */
function mayDiffer(drafts: readonly Draft[]): boolean {
  const texts = new Set(drafts.map(({ ast }) => (ast.arguments ?? []).map(print).sort().join()));
  const hasObjects = drafts.some(({ field }) => field?.args.some((arg) => isInputObjectType(getNamedType(arg.type))));
  return texts.size > 1 || hasObjects;
}

/** For each field name, the distinct values of `by`, sorted. */
function distinct(drafts: readonly Draft[], by: (draft: Draft) => string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const draft of drafts) {
    const name = (draft.field as GraphQLField<unknown, unknown>).name;
    const set = found.get(name);
    if (set) set.add(by(draft));
    else found.set(name, new Set([by(draft)]));
  }
  return new Map([...found].map(([name, set]) => [name, [...set].sort()]));
}

function shapeOf(drafts: readonly Draft[]): readonly ShapeField[] {
  return drafts.map(({ response, key, field, selections }) => ({
    response,
    key,
    type: field?.type ?? GraphQLString,
    selections: selections && new Map([...selections].map(([type, inner]) => [type, shapeOf(inner)])),
  }));
}
