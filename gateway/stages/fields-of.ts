import type { CutField, CutNode } from './fetch-plan.ts';
import type { Graph } from './graph.ts';

/** The fields that a selection asks of objects of one concrete type, with the fragments that are of it resolved. */
export interface TypeFields {
  /** All but `__typename`. */
  readonly fields: readonly CutField[];
  readonly asksTypename: boolean;
  /** The number of members in a reply that brings this and nothing else; undefined where it would have to be renamed or joined to be kept. */
  readonly members: number | undefined;
}

const known = new WeakMap<readonly CutNode[], Map<string, TypeFields>>();
const empty: TypeFields = { fields: [], asksTypename: true, members: 1 };

/** Resolves a selection for a type. What was resolved once is kept with the selection. */
export function fieldsOf(graph: Graph, selections: readonly CutNode[] | undefined, type: string): TypeFields {
  if (!selections || selections.length === 0) return empty;
  let byType = known.get(selections);
  if (!byType) known.set(selections, (byType = new Map()));
  let found = byType.get(type);
  if (!found) byType.set(type, (found = resolve(graph, selections, type)));
  return found;
}

function resolve(graph: Graph, selections: readonly CutNode[], type: string): TypeFields {
  const byAlias = new Map<string, CutField>();
  collect(graph, selections, type, byAlias);
  const all = [...byAlias.values()];
  const fields = all.filter(({ role }) => role !== 'typename');
  const isKept =
    all.every(({ role, alias, key }) => alias === (role === 'typename' ? '__typename' : key)) &&
    new Set(fields.map(({ key }) => key)).size === fields.length;
  return { fields, asksTypename: byAlias.has('__typename'), members: isKept ? all.length : undefined };
}

/** One field for each alias, as a reply has one member: what several fragments ask of it is asked of it together. */
function collect(graph: Graph, selections: readonly CutNode[], type: string, into: Map<string, CutField>): void {
  for (const node of selections) {
    if (node.kind === 'fragment') {
      if (graph.isOf(type, node.type)) collect(graph, node.selections, type, into);
      continue;
    }
    const known = into.get(node.alias);
    const base = known && known.role === 'selected' ? known : node;
    const under = [...(known?.selections ?? []), ...(node.selections ?? [])];
    into.set(node.alias, known ? { ...base, selections: node.selections && under } : node);
  }
}
