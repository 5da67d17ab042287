import type { FieldNode, GraphQLNamedType, GraphQLOutputType, SelectionSetNode } from 'graphql';
import { Kind, getNamedType, isAbstractType, print, visit } from 'graphql';
import { TrellisError } from '../errors.ts';
import type { CutField, CutNode, FieldRole } from './fetch-plan.ts';
import type { Graph } from './graph.ts';
import type { Need } from './need.ts';
import { needOf, unionOf } from './need.ts';
import { readsOf } from './reads-of.ts';
import type { StageNode } from './stage.ts';

export interface CompileContext {
  readonly graph: Graph;
  readonly agency: string;
  readonly needs: Need[];
  readonly dependents: ReadonlyMap<string, readonly number[]>;
  /** Aliases from the object fetched for, joined by dots → the key that takes the last one's place. */
  readonly renames: ReadonlyMap<string, string>;
}

/** The stage's nodes that a place in a fetch can stand for. */
export type Position = readonly ReadonlyMap<string, readonly StageNode[]>[];

interface Place {
  /** undefined above the type condition of an entity. */
  readonly parent: GraphQLNamedType | undefined | null;
  readonly position: Position;
  readonly path: readonly string[];
  readonly aliases: readonly string[];
  readonly isRouting: boolean;
}

/** The position in the stage of the objects that a fetch is for. */
export function startPosition(
  stage: { type: string; selections: readonly StageNode[] },
  path: readonly string[],
): Position {
  let position: Position = [new Map([[stage.type, stage.selections]])];
  for (const key of path) {
    const nodes = position.flatMap((each) => [...each.values()].flat()).filter(({ node }) => node.key === key);
    if (nodes.some(({ boundary, selections }) => boundary && !selections?.size)) {
      // Routing comes from the agency that returned the reference, or two agencies would answer for one record.
      const cause = new Error(`Routing of ${key} needs an agency of its own: the one that returns it must resolve it.`);
      throw new TrellisError('INTERNAL', {}, { cause });
    }
    position = nodes.flatMap(({ selections }) => (selections ? [selections] : []));
  }
  return position;
}

/** Gives every field of a planned request its need, its role and, where it is auxiliary, the fetches it is for. */
export function compileSelections(context: CompileContext, set: SelectionSetNode, place: Place): readonly CutNode[] {
  return set.selections.map((selection): CutNode => {
    if (selection.kind === Kind.FIELD) return compileField(context, selection, place);
    if (selection.kind !== Kind.INLINE_FRAGMENT) throw new Error('A planned request has no named fragments.');
    const condition = selection.typeCondition?.name.value ?? place.parent?.name;
    const parent = condition === undefined ? undefined : context.graph.schema.getType(condition);
    if (!parent) throw new Error('A planned request names a type that the supergraph does not have.');
    return {
      kind: 'fragment',
      type: parent.name,
      selections: compileSelections(context, selection.selectionSet, { ...place, parent }),
    };
  });
}

function compileField(context: CompileContext, ast: FieldNode, place: Place): CutField {
  const { graph } = context;
  const name = ast.name.value;
  const alias = ast.alias?.value ?? name;
  const aliases = [...place.aliases, alias];
  const key = context.renames.get(aliases.join('.')) ?? alias;
  const path = [...place.path, key];
  const parent = place.parent;
  if (!parent) throw new Error('A planned request asks a field of no type.');

  const matched = name === '__typename' ? [] : matching(graph, place.position, parent, key);
  const role = roleOf(name, matched, place.isRouting);
  const type = name === '__typename' ? graph.typename : graph.fieldTypeIn(context.agency, parent.name, name);
  const set = ast.selectionSet && withTypename(graph, `${parent.name}.${name}`, type, ast.selectionSet);
  const position = matched.flatMap(({ selections }) => (selections ? [selections] : []));
  const isRouting = place.isRouting || matched.some(({ boundary }) => boundary !== undefined);
  return {
    kind: 'field',
    name,
    coordinate: `${parent.name}.${name}`,
    alias,
    key,
    ...argumentsOf(ast),
    type,
    reads: readsOf(graph, type, role === 'selected'),
    need: placeOf(context, needFor(graph, role, parent, name, matched)),
    role,
    reach: reachOf(context, matched),
    namesType: name === '__typename' && place.aliases.length === 0 && isAbstractType(parent),
    neededBy: role === 'auxiliary' ? (context.dependents.get(path.join('.')) ?? []) : [],
    selections:
      set &&
      compileSelections(context, set, {
        parent: getNamedType(type),
        position,
        path,
        aliases,
        isRouting: isRouting && (role !== 'selected' || matched.some(({ boundary }) => boundary !== undefined)),
      }),
  };
}

/** A selection set, with the type's name where an agency returns one type of what is abstract elsewhere: the answer needs it. */
function withTypename(
  graph: Graph,
  coordinate: string,
  type: GraphQLOutputType,
  set: SelectionSetNode,
): SelectionSetNode {
  const isNarrowed = getNamedType(type).name !== graph.typeOf(coordinate);
  if (!isNarrowed || isAbstractType(getNamedType(type))) return set;
  const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  return { ...set, selections: [typename, ...set.selections] };
}

function roleOf(name: string, matched: readonly StageNode[], isRouting: boolean): FieldRole {
  if (name === '__typename') return 'typename';
  if (matched.length > 0) return 'selected';
  return isRouting ? 'routing' : 'auxiliary';
}

/** The nodes of the stage that a field may stand for, over all concrete types that its parent can be. */
function matching(graph: Graph, position: Position, parent: GraphQLNamedType, key: string): readonly StageNode[] {
  const types = isAbstractType(parent) ? graph.schema.getPossibleTypes(parent).map(({ name }) => name) : [parent.name];
  return position.flatMap((selections) =>
    types.flatMap((type) => (selections.get(type) ?? []).filter(({ node }) => node.key === key)),
  );
}

function needFor(
  graph: Graph,
  role: FieldRole,
  parent: GraphQLNamedType,
  name: string,
  matched: readonly StageNode[],
): Need {
  if (role === 'selected') {
    return unionOf(
      graph.vocabulary,
      matched.map(({ need }) => need),
    );
  }
  if (role === 'auxiliary') return graph.needOfCoordinate(`${parent.name}.${name}`);
  return needOf(graph.vocabulary, { FULL: [], SUMMARY: [] });
}

/** The needs of each type that a field can return, before a record of it may appear; none where the field can return anything but records. */
function reachOf(context: CompileContext, matched: readonly StageNode[]): readonly number[] {
  if (matched.some(({ boundary, selections }) => !boundary || selections?.size)) return [];
  const types = new Set(matched.flatMap(({ boundary }) => [...(boundary?.stages.keys() ?? [])]));
  return [...types].flatMap((type) => {
    const record = context.graph.records.get(type);
    return record ? [placeOf(context, record.need)] : [];
  });
}

function placeOf(context: CompileContext, need: Need): number {
  const found = context.needs.findIndex((each) => same(each.FULL, need.FULL) && same(each.SUMMARY, need.SUMMARY));
  return found >= 0 ? found : context.needs.push(need) - 1;
}

function same(a: Uint32Array, b: Uint32Array): boolean {
  return a.every((word, index) => word === b[index]);
}

function argumentsOf(ast: FieldNode): { args: string; variables: readonly string[] } {
  const variables: string[] = [];
  for (const arg of ast.arguments ?? []) visit(arg, { Variable: (node) => void variables.push(node.name.value) });
  const args = (ast.arguments ?? []).map((arg) => `${arg.name.value}:${print(arg.value)}`);
  return { args: args.length > 0 ? `(${args.join()})` : '', variables };
}
