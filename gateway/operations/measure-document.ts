import { Kind } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { TrellisError } from '../errors.ts';
import type { EdgeLimits } from './edge-limits.ts';

/** The size of a selection set once its fragments are expanded. Counts saturate; they are compared with limits and nothing else. */
export interface Measure {
  /** Fields and fragments. */
  selections: number;
  aliases: number;
  /** Fields at the top of this selection set. */
  fields: number;
  /** Fields in the longest path. */
  depth: number;
  /** The same, below `__schema` and `__type` at the top of this selection set. */
  introspectionDepth: number;
}

const most = Number.MAX_SAFE_INTEGER;
const introspective: ReadonlySet<string> = new Set(['__schema', '__type']);
/** Selection sets within one another, through fragments: far beyond any limit on depth, far below any stack. */
const levels = 500;

/**
 * Measures every operation of a document in one walk: each fragment is measured once and its measure added wherever it is
 * spread, so the work is linear in the document though what it counts may be exponential. `visited` is that work, counted.
 */
export function measureDocument(
  document: DocumentNode,
  limits: EdgeLimits,
): { operations: Measure[]; visited: number } {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Measure | 'measuring'>();
  const named = new Map<string, number>();
  let visited = 0;

  const measureSet = (set: SelectionSetNode, level: number): Measure => {
    if (level > levels) throw new TrellisError('LIMIT_EXCEEDED', { limit: 'depth', allowed: limits.depth });
    const total: Measure = { selections: 0, aliases: 0, fields: 0, depth: 0, introspectionDepth: 0 };
    for (const selection of set.selections) {
      visited += 1;
      total.selections += 1;
      if (selection.kind === Kind.FIELD) {
        countName((selection.alias ?? selection.name).value);
        const below = selection.selectionSet && measureSet(selection.selectionSet, level + 1);
        const depth = 1 + (below?.depth ?? 0);
        total.fields += 1;
        total.aliases += selection.alias === undefined ? 0 : 1;
        if (introspective.has(selection.name.value))
          total.introspectionDepth = Math.max(total.introspectionDepth, depth);
        else total.depth = Math.max(total.depth, depth, 1 + (below?.introspectionDepth ?? 0));
        if (below) addCounts(total, below);
        continue;
      }
      const below =
        selection.kind === Kind.INLINE_FRAGMENT
          ? measureSet(selection.selectionSet, level + 1)
          : measureFragment(selection.name.value, level + 1);
      if (below === undefined) continue;
      addCounts(total, below);
      total.fields = Math.min(most, total.fields + below.fields);
      total.depth = Math.max(total.depth, below.depth);
      total.introspectionDepth = Math.max(total.introspectionDepth, below.introspectionDepth);
    }
    return total;
  };

  const countName = (name: string): void => {
    const count = (named.get(name) ?? 0) + 1;
    if (count > limits.sameNames) {
      throw new TrellisError('LIMIT_EXCEEDED', { limit: 'sameNames', allowed: limits.sameNames });
    }
    named.set(name, count);
  };

  const measureFragment = (name: string, level: number): Measure | undefined => {
    const known = measured.get(name);
    if (known === 'measuring') throw new TrellisError('BAD_REQUEST', { reason: 'FRAGMENT_CYCLE' });
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return undefined; // validation names it
    measured.set(name, 'measuring');
    const measure = measureSet(fragment.selectionSet, level);
    measured.set(name, measure);
    return measure;
  };

  // Every fragment, also one that no operation spreads: validation will walk it.
  for (const name of fragments.keys()) measureFragment(name, 0);
  const operations = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [measureSet(definition.selectionSet, 0)] : [],
  );
  return { operations, visited };
}

function addCounts(total: Measure, below: Measure): void {
  total.selections = Math.min(most, total.selections + below.selections);
  total.aliases = Math.min(most, total.aliases + below.aliases);
}
