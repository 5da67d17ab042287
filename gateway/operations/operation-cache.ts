import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind, valueFromAST, visit } from 'graphql';
import { canonicalJson } from '@trellis/platform';
import { normalise } from './normalise.ts';
import type { NormalisedOperation } from './tree.ts';

/**
 * Normalises operations, remembering each document's trees while the document lives. What is remembered depends on the document, the operation and
 * the conditions' values, and holds no value of a request: those are read anew each time.
 */
export class OperationCache {
  readonly #schema: GraphQLSchema;
  readonly #limit: number;
  readonly #reserved: ReadonlySet<string>;
  readonly #known = new WeakMap<OperationDefinitionNode, Map<string, NormalisedOperation>>();
  readonly #conditions = new WeakMap<DocumentNode, readonly string[]>();

  /** `reserved`: names of fields that agencies require with arguments of their own. */
  constructor(schema: GraphQLSchema, limit: number, reserved: ReadonlySet<string>) {
    this.#schema = schema;
    this.#reserved = reserved;
    this.#limit = limit;
  }

  normalise(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): NormalisedOperation {
    const conditions = this.#conditionsOf(document).map((name) => String(variables[name]));
    const trees = this.#known.get(operation) ?? new Map<string, NormalisedOperation>();
    const known = trees.get(conditions.join());
    const values = known && valuesFor(known, variables);
    if (known && values) return { ...known, values };
    const normalised = normalise(this.#schema, document, operation, variables, this.#limit, this.#reserved);
    if (!normalised.dependsOnValues && trees.size < mostTrees) {
      trees.set(conditions.join(), { ...normalised, values: {} });
      this.#known.set(operation, trees);
    }
    return normalised;
  }

  #conditionsOf(document: DocumentNode): readonly string[] {
    const known = this.#conditions.get(document);
    if (known) return known;
    const names = new Set<string>();
    visit(document, {
      Directive(directive) {
        for (const { value } of directive.arguments ?? [])
          if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
    const conditions = [...names].sort();
    this.#conditions.set(document, conditions);
    return conditions;
  }
}

/** Trees kept for one operation: its conditions may combine in many ways. */
const mostTrees = 64;

/** The lifted values of another request of the same document; undefined where they would make another tree. */
function valuesFor(
  { lifted, absent }: NormalisedOperation,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  if (absent.some((node) => node.kind !== Kind.VARIABLE || variables[node.name.value] !== undefined)) return undefined;
  const values: Record<string, unknown> = {};
  for (const { variable, node, type, isDefault, defaultValue } of lifted) {
    const said = node && valueFromAST(node, type, variables);
    const value = said === undefined ? defaultValue : said;
    if (value === undefined) return undefined;
    if (defaultValue !== undefined && (canonicalJson(value) === canonicalJson(defaultValue)) !== isDefault)
      return undefined;
    values[variable] = value;
  }
  return values;
}
