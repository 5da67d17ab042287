import { Supergraph } from '@apollo/federation-internals';
import type { Subgraph } from '@trellis/schema';
import {
  isObjectType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { graphName } from './graph-name.ts';
import { placeOf } from './place-of.ts';
import type { CheckFinding } from './report.ts';

const link = 'docs/guides/agency.md#publish';

/** Two graphs, before and after a change of some agencies' schemas. */
interface Change {
  readonly before: string;
  readonly after: string;
  readonly subgraphs: readonly (Subgraph & { readonly file?: string | undefined })[];
  /** Whose schemas change. */
  readonly agencies: readonly string[];
}

/**
 * The fields that a change takes from agencies that do not change: those that it answers in their place, and those of theirs that nobody could ask
 * for any more.
 */
export function takenFromOthers({ before, after, subgraphs, agencies }: Change): readonly CheckFinding[] {
  const known = new Set(overridesIn(before).map(({ name }) => name));
  const names = new Map(agencies.map((agency) => [graphName(agency), agency]));
  const overridden = overridesIn(after).flatMap(({ name, graph, from, coordinate }): CheckFinding[] => {
    const agency = names.get(graph);
    if (agency === undefined || known.has(name) || agencies.includes(from)) return [];
    return [
      {
        severity: 'error',
        rule: 'publishes-only-itself',
        ...placeOf(coordinate, { subgraphs, agencies: [agency] }),
        coordinate,
        message: `${coordinate} is answered by ${from}, and @override would take it away: an agency publishes only itself.`,
        fix: `Remove @override(from: "${from}"); where ${from} agrees, it removes the field, and then you offer it.`,
        link,
      },
    ];
  });
  const [was, offered] = [apiSchema(before), apiSchema(after)];
  const others = subgraphs.filter(({ name }) => !agencies.includes(name));
  const theirs = new Map(others.flatMap(({ name, sdl }) => coordinatesIn(sdl).map((each) => [each, name] as const)));
  const hidden = [...theirs].filter(([each]) => hasField(was, each) && !hasField(offered, each));
  return [
    ...overridden,
    ...hidden.map(([coordinate, owner]): CheckFinding => ({
      severity: 'error',
      rule: 'publishes-only-itself',
      ...placeOf(coordinate, { subgraphs, agencies }),
      coordinate,
      message: `${coordinate} of ${owner} could not be asked for any more: an agency publishes only itself.`,
      fix: 'Remove what hides it, such as @inaccessible on a type that others share.',
      link,
    })),
  ];
}

interface Override {
  readonly name: string;
  readonly graph: string;
  readonly from: string;
  readonly coordinate: string;
}

function overridesIn(supergraph: string): readonly Override[] {
  return fieldsIn(supergraph).flatMap(({ type, field }) =>
    (field.directives ?? []).flatMap((directive): Override[] => {
      const from = argumentOf(directive, 'override');
      const graph = argumentOf(directive, 'graph');
      if (directive.name.value !== 'join__field' || from === undefined || graph === undefined) return [];
      const coordinate = `${type}.${field.name.value}`;
      return [{ name: `${coordinate} ${graph} ${from}`, graph, from, coordinate }];
    }),
  );
}

function argumentOf({ arguments: given = [] }: ConstDirectiveNode, name: string): string | undefined {
  const value = given.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function coordinatesIn(sdl: string): readonly string[] {
  return fieldsIn(sdl).map(({ type, field }) => `${type}.${field.name.value}`);
}

function fieldsIn(sdl: string): readonly { readonly type: string; readonly field: FieldDefinitionNode }[] {
  return parse(sdl, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
      ? (definition.fields ?? []).map((field) => ({ type: definition.name.value, field }))
      : [],
  );
}

function apiSchema(supergraph: string): GraphQLSchema {
  return Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema();
}

function hasField(schema: GraphQLSchema, coordinate: string): boolean {
  const [name = '', field = ''] = coordinate.split('.');
  const type = schema.getType(name);
  return isObjectType(type) && Object.hasOwn(type.getFields(), field);
}
