import type { GraphQLArgument, GraphQLField, ValueNode, FieldNode as FieldAst } from 'graphql';
import { getNamedType, isInputObjectType, print } from 'graphql';
import { canonicalJson } from '@trellis/platform';
import { inputReads } from './input-reads.ts';
import type { FieldDraft } from './read-drafts.ts';
import type { Argument, FieldNode, LiftedValue, NormalisedOperation, Selections } from './tree.ts';

/** Merges drafts that ask the same, names their keys, and lifts their values, in one canonical order. */
export class TreeWriter {
  readonly #values: Record<string, unknown> = {};
  readonly #lifted: LiftedValue[] = [];
  readonly #absent: ValueNode[] = [];
  #dependsOnValues = false;
  readonly #reserved: ReadonlySet<string>;

  /** `reserved`: fields that agencies require with arguments of their own; under their plain names their answers come, not the client's. */
  constructor(reserved: ReadonlySet<string>) {
    this.#reserved = reserved;
  }

  result(): Pick<NormalisedOperation, 'values' | 'lifted' | 'absent' | 'dependsOnValues'> {
    return {
      values: this.#values,
      lifted: this.#lifted,
      absent: this.#absent,
      dependsOnValues: this.#dependsOnValues,
    };
  }

  /** The root fields of a mutation, each for itself and in the document's order: they are acts, and what is done twice is done twice. */
  acts(drafts: readonly FieldDraft[]): readonly FieldNode[] {
    const done = new Map<string, number>();
    return drafts.flatMap((draft) => {
      if (!draft.field) return [];
      const ordinal = done.get(draft.field.name) ?? 0;
      done.set(draft.field.name, ordinal + 1);
      draft.key = ordinal > 0 ? `${draft.field.name}__${ordinal}` : draft.field.name;
      return [this.#node(draft.key, [draft])];
    });
  }

  nodes(drafts: ReadonlyMap<string, readonly FieldDraft[]>): Selections {
    const all = [...drafts.values()].flat().filter((draft) => draft.field !== undefined);
    this.#dependsOnValues ||= mayDiffer(all);
    const argumentSets = distinct(all, (draft) => draft.valuesKey);
    const types = distinct(all, (draft) => String(draft.field?.type));
    for (const draft of all) {
      const name = (draft.field as GraphQLField<unknown, unknown>).name;
      const ordinal = (argumentSets.get(name)?.indexOf(draft.valuesKey) ?? 0) + (this.#reserved.has(name) ? 1 : 0);
      const shapesDiffer = (types.get(name)?.length ?? 1) > 1;
      draft.key = `${name}${ordinal > 0 ? `__${ordinal}` : ''}${shapesDiffer ? `__${draft.parent}` : ''}`;
    }
    const typeNames = [...drafts.keys()].sort();
    return new Map(typeNames.map((type) => [type, this.#typeNodes(drafts.get(type) ?? [])]));
  }

  #typeNodes(drafts: readonly FieldDraft[]): readonly FieldNode[] {
    const groups = new Map<string, FieldDraft[]>();
    for (const draft of drafts) {
      if (draft.key === undefined) continue;
      const group = groups.get(draft.key);
      if (group) group.push(draft);
      else groups.set(draft.key, [draft]);
    }
    return [...groups.keys()].sort().map((key) => this.#node(key, groups.get(key) as [FieldDraft, ...FieldDraft[]]));
  }

  #node(key: string, drafts: readonly [FieldDraft, ...FieldDraft[]]): FieldNode {
    const [{ field, parent, values, ast }] = drafts;
    const { name, type, args } = field as GraphQLField<unknown, unknown>;
    const given = args.filter((arg) => values[arg.name] !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
    // Which fields of an input are read is part of what is asked.
    if (given.some((arg) => isInputObjectType(getNamedType(arg.type)))) this.#dependsOnValues = true;
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
      isDefault: canonicalJson(value) === canonicalJson(arg.defaultValue),
    };
    const [node] = argumentOf(ast, arg.name);
    this.#values[argument.variable] = value;
    this.#lifted.push({ ...argument, node, defaultValue: arg.defaultValue });
    return argument;
  }

  #merged(drafts: readonly FieldDraft[]): Selections | undefined {
    if (drafts.every((draft) => draft.selections === undefined)) return undefined;
    const merged = new Map<string, FieldDraft[]>();
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

/** Checks whether fields that ask the same, or not the same, of these values could do otherwise with other values of the variables. */
function mayDiffer(drafts: readonly FieldDraft[]): boolean {
  const textOf = ({ ast }: FieldDraft): string => (ast.arguments ?? []).map(print).sort().join();
  return [...distinct(drafts, textOf).values()].some((texts) => texts.length > 1);
}

/** For each field name, the distinct values of `by`, sorted. */
function distinct(
  drafts: readonly FieldDraft[],
  by: (draft: FieldDraft) => string,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const draft of drafts) {
    const name = (draft.field as GraphQLField<unknown, unknown>).name;
    const set = found.get(name);
    if (set) set.add(by(draft));
    else found.set(name, new Set([by(draft)]));
  }
  return new Map([...found].map(([name, set]) => [name, [...set].sort()]));
}
