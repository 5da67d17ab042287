import type {
  ASTNode,
  DocumentNode,
  FieldNode,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import {
  Kind,
  TypeInfo,
  astFromValue,
  getNullableType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  isListType,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Random } from './random.ts';

/** A document and its variables: one way to ask. */
export interface Wording {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Other words for the same question. */
export type Rewrite = (random: Random, schema: GraphQLSchema, wording: Wording) => Wording;

/** Every response name becomes another, one to one. */
const aliases: Rewrite = (random, _schema, { document, variables }) => {
  const pool = ['id', 'name', 'involved', 'kinds', '_entities', 'g0', 'r0', 'v0', 'birthYear', 'child'];
  const names = new Map<string, string>();
  const other = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const free = pool.filter((each) => ![...names.values()].includes(each));
    const chosen = free.length > 0 ? random.pick(free) : `alias${names.size}`;
    names.set(name, chosen);
    return chosen;
  };
  return { document: visit(document, { Field: (field) => aliased(field, other(response(field))) }), variables };
};

const response = (field: FieldNode): string => field.alias?.value ?? field.name.value;
const aliased = (field: FieldNode, name: string): FieldNode => ({
  ...field,
  alias: { kind: Kind.NAME, value: name },
});

/** Fields are asked a second time under other names, here and there. */
const repeated: Rewrite = (random, _schema, { document, variables }) => {
  let count = 0;
  const repeat = (selection: SelectionNode): readonly SelectionNode[] =>
    selection.kind === Kind.FIELD && random.chance(0.3)
      ? [selection, aliased(selection, `again${count++}`)]
      : [selection];
  return { document: onSets(document, (set) => ({ ...set, selections: set.selections.flatMap(repeat) })), variables };
};

/** Fragments are written where they are spread. */
const inlined: Rewrite = (_random, _schema, { document, variables }) => {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const inline = <Node extends ASTNode>(node: Node): Node =>
    visit(node, {
      FragmentSpread: {
        leave: (spread) => {
          const fragment = fragments.get(spread.name.value);
          if (!fragment) return undefined;
          const { typeCondition, selectionSet } = inline(fragment);
          return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet, directives: spread.directives };
        },
      },
    }) as Node;
  const definitions = document.definitions.filter((each) => each.kind !== Kind.FRAGMENT_DEFINITION).map(inline);
  return { document: { ...document, definitions }, variables };
};

/** Selections are wrapped, each or together: in fragments without a type, of the same type, of an interface it has, of each type it may be. */
const wrapped: Rewrite = (random, schema, { document, variables }) => {
  const info = new TypeInfo(schema);
  const rewritten = visit(
    document,
    visitWithTypeInfo(info, {
      SelectionSet: {
        leave: (set) => {
          const type = info.getParentType();
          const conditions: (string | undefined)[] = [undefined, type?.name];
          if (isObjectType(type))
            conditions.push(
              ...type
                .getInterfaces()
                .map(({ name }) => name)
                .filter((name) => covers(schema, name, set)),
            );
          const wrap = (selections: readonly SelectionNode[], condition: string | undefined): SelectionNode => ({
            kind: Kind.INLINE_FRAGMENT,
            ...(condition !== undefined && {
              typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: condition } },
            }),
            directives: random.chance(0.3) ? [included] : [],
            selectionSet: { kind: Kind.SELECTION_SET, selections },
          });
          if ((isInterfaceType(type) || isUnionType(type)) && random.chance(0.5)) {
            // What is asked of an interface is asked of each type that has it.
            const own = set.selections.filter((each) => each.kind === Kind.FIELD);
            const rest = set.selections.filter((each) => each.kind !== Kind.FIELD);
            const split = schema.getPossibleTypes(type).map(({ name }) => wrap(own, name));
            return { ...set, selections: own.length > 0 ? [...split, ...rest] : rest };
          }
          const selections = set.selections.map((each) =>
            random.chance(0.4) ? wrap([each], random.pick(conditions)) : each,
          );
          return random.chance(0.3)
            ? { ...set, selections: [wrap(selections, random.pick(conditions))] }
            : { ...set, selections };
        },
      },
    }),
  ) as DocumentNode;
  return { document: rewritten, variables };
};

const included = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'include' },
  arguments: [
    { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'if' }, value: { kind: Kind.BOOLEAN, value: true } },
  ],
} as const;

/** Whether all fields of a set are fields of an interface. */
function covers(schema: GraphQLSchema, name: string, set: SelectionSetNode): boolean {
  const type = schema.getType(name);
  return (
    isInterfaceType(type) &&
    set.selections.every((each) => each.kind === Kind.FIELD && type.getFields()[each.name.value] !== undefined)
  );
}

/** Values that were written in the document come in variables, and the other way round. */
const lifted: Rewrite = (_random, schema, { document, variables }) => {
  const info = new TypeInfo(schema);
  const values: Record<string, unknown> = { ...variables };
  const declared = new Map<string, string>();
  let inDirective = false;
  const rewritten = visit(
    document,
    visitWithTypeInfo(info, {
      Directive: { enter: () => void (inDirective = true), leave: () => void (inDirective = false) },
      Argument: {
        leave: (argument) => {
          const type = info.getArgument()?.type;
          if (inDirective || !type || argument.value.kind === Kind.VARIABLE) return undefined;
          const name = `lifted${declared.size}`;
          declared.set(name, String(type));
          values[name] = valueFromAST(argument.value, type);
          return { ...argument, value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } } };
        },
      },
    }),
  ) as DocumentNode;
  const definitions = rewritten.definitions.map((each) => {
    if (each.kind !== Kind.OPERATION_DEFINITION) return each;
    const more = [...declared].map(([name, type]) => ({
      kind: Kind.VARIABLE_DEFINITION as const,
      variable: { kind: Kind.VARIABLE as const, name: { kind: Kind.NAME as const, value: name } },
      type: typeNode(type),
    }));
    return { ...each, variableDefinitions: [...(each.variableDefinitions ?? []), ...more] };
  });
  return { document: { ...rewritten, definitions }, variables: values };
};

function typeNode(text: string): ReturnType<typeof named> {
  if (text.endsWith('!')) return { kind: Kind.NON_NULL_TYPE, type: typeNode(text.slice(0, -1)) as never } as never;
  if (text.startsWith('[')) return { kind: Kind.LIST_TYPE, type: typeNode(text.slice(1, -1)) } as never;
  return named(text);
}

const named = (name: string) => ({ kind: Kind.NAMED_TYPE as const, name: { kind: Kind.NAME as const, value: name } });

/** Values that came in variables are written in the document; a list of one may be written without brackets. */
const written: Rewrite = (random, schema, { document, variables }) => {
  const info = new TypeInfo(schema);
  const rewritten = visit(
    document,
    visitWithTypeInfo(info, {
      Argument: {
        leave: (argument) => {
          const type = info.getArgument()?.type;
          if (!type || argument.value.kind !== Kind.VARIABLE) return undefined;
          const value = variables[argument.value.name.value];
          if (value === undefined) return null;
          let node: ValueNode | null | undefined = astFromValue(value, type);
          if (
            node?.kind === Kind.LIST &&
            node.values.length === 1 &&
            isListType(getNullableType(type)) &&
            random.chance(0.5)
          )
            node = node.values[0];
          return node ? { ...argument, value: node } : undefined;
        },
      },
      VariableDefinition: () => null,
    }),
  ) as DocumentNode;
  return { document: rewritten, variables: {} };
};

/** Arguments and selections in another order. */
const reordered: Rewrite = (random, _schema, { document, variables }) => {
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  const rewritten = visit(document, {
    Field: { leave: (field) => ({ ...field, arguments: shuffled(field.arguments ?? []) }) },
    SelectionSet: { leave: (set) => ({ ...set, selections: shuffled(set.selections) }) },
    ObjectValue: { leave: (value) => ({ ...value, fields: shuffled(value.fields) }) },
  });
  return { document: rewritten, variables };
};

function onSets(document: DocumentNode, change: (set: SelectionSetNode) => SelectionSetNode): DocumentNode {
  return visit(document, { SelectionSet: { leave: change } });
}

export const rewrites: Readonly<Record<string, Rewrite>> = {
  aliases,
  repeated,
  inlined,
  wrapped,
  lifted,
  written,
  reordered,
};
