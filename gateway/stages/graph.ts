import { QueryPlanner } from '@apollo/query-planner';
import type { Schema } from '@apollo/federation-internals';
import { Supergraph } from '@apollo/federation-internals';
import type { About, Labels } from '@trellis/schema';
import { checkSupergraph, entrySupergraph, readLabels } from '@trellis/schema';
import type { Vocabulary } from '@trellis/vocabulary';
import type { GraphQLOutputType, GraphQLSchema, SelectionNode } from 'graphql';
import {
  GraphQLNonNull,
  GraphQLString,
  Kind,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isOutputType,
  parse,
  parseType,
  typeFromAST,
} from 'graphql';
import type { Need } from './need.ts';
import { needOf, unionOf } from './need.ts';
import type { FieldNode } from '../operations/tree.ts';
import { readJoins } from './read-joins.ts';
import { selectionSet } from './selection-set.ts';

/** A type whose records belong to children, as the gate knows it. */
interface RecordType {
  readonly about: About;
  /** The key by which its records are entered, as a selection: `id`. */
  readonly key: string;
  readonly need: Need;
}

/** A supergraph made ready: read once, shared by all requests, never changed. */
export interface Graph {
  readonly vocabulary: Vocabulary;
  /** The schema that clients see and are validated against. */
  readonly apiSchema: GraphQLSchema;
  /** Every type and field there is, the inaccessible included. */
  readonly schema: GraphQLSchema;
  readonly planner: QueryPlanner;
  /** The entry supergraph's schema, in the planner's own form. */
  readonly planSchema: Schema;
  readonly records: ReadonlyMap<string, RecordType>;
  /** Checks whether a type is another, or one of it: an interface object answers by the interface's own name. */
  isOf(type: string, of: string): boolean;
  hasField(type: string, field: string): boolean;
  /** Checks whether a field of this type, concrete or abstract, may return records. */
  returnsRecords(type: string): boolean;
  /** The need of one field asked with these arguments. */
  needOfField(node: FieldNode): Need;
  /** The need of a coordinate, whatever its arguments; throws for one without a label: it must not be asked for. */
  needOfCoordinate(coordinate: string): Need;
  /** The named type that a field returns. */
  typeOf(coordinate: string): string;
  /** The type of `__typename`. */
  readonly typename: GraphQLOutputType;
  /** Names of fields that some `@requires` asks with arguments of its own. */
  readonly requiredWithArguments: ReadonlySet<string>;
  /** The agencies that answer a field. */
  agenciesOf(coordinate: string): readonly string[];
  isPage(coordinate: string, argument: string): boolean;
  /** The type that a field has in one agency's schema: what returns a union elsewhere may return one of its members here. */
  fieldTypeIn(agency: string, parent: string, field: string): GraphQLOutputType;
  /** The key, as a selection, by which an agency knows a type, among those whose fields are carried. */
  keyOf(type: string, agency: string, carried: ReadonlySet<string>): string;
}

/** Reads a supergraph. Throws, naming every problem that can still be seen, where it must not be served. */
export function readGraph(supergraphSdl: string, vocabulary: Vocabulary): Graph {
  const problems = checkSupergraph(supergraphSdl, vocabulary);
  if (problems.length > 0) {
    const lines = problems.map(
      ({ rule, coordinate, message, fix }) => `${rule} ${coordinate ?? ''}: ${message} ${fix}`,
    );
    throw new Error(`The supergraph is refused:\n${lines.join('\n')}`);
  }
  const labels = readLabels(supergraphSdl, vocabulary);
  const entrySdl = entrySupergraph(supergraphSdl);
  const entry = Supergraph.build(entrySdl);
  const schema = entry.schema.toGraphQLJSSchema();
  const document = parse(entrySdl, { noLocation: true });
  const { keys, ownTypes, requiredWithArguments, answeredBy } = readJoins(document);
  for (const type of Object.values(schema.getTypeMap())) {
    const reserved = isObjectType(type) && Object.keys(type.getFields()).find((field) => /.__/.test(field));
    // The gate names distinct argument sets `field__1`: a field of that name could be taken for another's answer.
    if (reserved) throw new Error(`The supergraph is refused: ${type.name}.${reserved} contains "__". Rename it.`);
  }
  const records = readRecords(labels, keys, vocabulary);
  const outputType = outputTypes(schema);
  return {
    vocabulary,
    apiSchema: Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema(),
    schema,
    planner: new QueryPlanner(entry, { reuseQueryFragments: false }),
    planSchema: entry.apiSchema(),
    records,
    isOf: (type, of) => {
      if (type === of) return true;
      const abstract = schema.getType(of);
      return isAbstractType(abstract) && schema.getPossibleTypes(abstract).some(({ name }) => name === type);
    },
    hasField: (name, field) => {
      const type = schema.getType(name);
      return isObjectType(type) && Object.hasOwn(type.getFields(), field);
    },
    returnsRecords: (name) => {
      const type = schema.getType(name);
      return isAbstractType(type)
        ? schema.getPossibleTypes(type).some((each) => records.has(each.name))
        : records.has(name);
    },
    ...needs(labels, vocabulary),
    requiredWithArguments,
    typename: new GraphQLNonNull(GraphQLString),
    typeOf: (coordinate) => {
      const [name, field] = coordinate.split('.') as [string, string];
      const type = schema.getType(name);
      const found = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
      if (!found) throw new Error(`${coordinate} is not a field of the supergraph.`);
      return getNamedType(found.type).name;
    },
    agenciesOf: (coordinate) => answeredBy.get(coordinate) ?? [],
    isPage: (coordinate, argument) => labels.fields.get(coordinate)?.args.get(argument)?.page === true,
    fieldTypeIn: (agency, parent, field) => {
      const own = ownTypes.get(`${parent}.${field} ${agency}`);
      if (own !== undefined) return outputType(own);
      const type = schema.getType(parent);
      const found = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
      if (!found) throw new Error(`${parent}.${field} is not a field of the supergraph.`);
      return found.type;
    },
    keyOf: (type, agency, carried) => {
      const known = keys.get(`${type} ${agency}`) ?? [];
      const key = known.find((each) => selectionSet(each).selections.every((field) => carried.has(nameOf(field))));
      if (key === undefined) throw new Error(`${type} is sent to ${agency} without a key.`);
      return key;
    },
  };
}

function readRecords(labels: Labels, keys: ReadonlyMap<string, readonly string[]>, vocabulary: Vocabulary) {
  const records = new Map<string, RecordType>();
  for (const [type, { about, requirement }] of labels.types) {
    const key = keys.get(`${type} entry`)?.[0];
    if (about && key !== undefined) records.set(type, { about, key, need: needOf(vocabulary, requirement) });
  }
  return records;
}

function needs(labels: Labels, vocabulary: Vocabulary): Pick<Graph, 'needOfField' | 'needOfCoordinate'> {
  const byCoordinate = new Map<string, Need>();
  const needOfCoordinate = (coordinate: string): Need => {
    const known = byCoordinate.get(coordinate);
    if (known) return known;
    const field = labels.fields.get(coordinate);
    if (!field) throw new Error(`${coordinate} has no label and is not open: it cannot be asked for.`);
    const need = needOf(vocabulary, field.requirement);
    byCoordinate.set(coordinate, need);
    return need;
  };
  return {
    needOfCoordinate,
    needOfField: (node) => {
      const coordinate = `${node.parent}.${node.name}`;
      const args = labels.fields.get(coordinate)?.args;
      const said = node.args.filter((arg) => !arg.isDefault).flatMap((arg) => args?.get(arg.name)?.requirement ?? []);
      const read = node.reads.flatMap((input) => labels.inputFields.get(input) ?? []);
      const more = [...said, ...read].map((requirement) => needOf(vocabulary, requirement));
      return unionOf(vocabulary, [needOfCoordinate(coordinate), ...more]);
    },
  };
}

/** Reads types from text, each once. */
function outputTypes(schema: GraphQLSchema): (text: string) => GraphQLOutputType {
  const known = new Map<string, GraphQLOutputType>();
  return (text) => {
    const type = known.get(text) ?? typeFromAST(schema, parseType(text));
    if (!isOutputType(type)) throw new Error(`${text} is not a type of the supergraph.`);
    known.set(text, type);
    return type;
  };
}

function nameOf(selection: SelectionNode): string {
  return selection.kind === Kind.FIELD ? selection.name.value : '';
}
