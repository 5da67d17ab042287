import type { ASTNode, DocumentNode, FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql';
import {
  Kind,
  TypeInfo,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  parse,
  print,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Random } from '../../gate/random.ts';

/** An operation with a few of its parts in another way: fields of the same type asked besides, under names that keys have, through fragments, under conditions, with other values. */
export function mutateOperation(random: Random, schema: GraphQLSchema, source: string): string {
  let document = parse(source, { noLocation: true });
  for (let edits = 1 + random.below(4); edits > 0; edits--) document = edit(random, schema, document);
  return print(document);
}

function edit(random: Random, schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const sets = count(document, Kind.SELECTION_SET);
  const chosen = random.below(sets);
  const info = new TypeInfo(schema);
  let at = -1;
  return visit(
    document,
    visitWithTypeInfo(info, {
      SelectionSet: {
        leave(node) {
          at += 1;
          return at === chosen ? changed(random, schema, info, node) : undefined;
        },
      },
    }),
  );
}

function count(document: ASTNode, kind: Kind): number {
  let found = 0;
  visit(document, { enter: (node) => void (found += node.kind === kind ? 1 : 0) });
  return found;
}

function changed(random: Random, schema: GraphQLSchema, info: TypeInfo, set: SelectionSetNode): SelectionSetNode {
  const parent = info.getParentType();
  const selections = [...set.selections];
  const index = random.below(selections.length);
  const selection = selections[index];
  if (!selection) return set;
  switch (random.below(9)) {
    case 0:
      selections.splice(index, 0, selection);
      break;
    case 1:
      if (selections.length > 1) selections.splice(index, 1);
      break;
    case 2:
      if (selection.kind === Kind.FIELD) selections[index] = { ...selection, alias: name(random.pick(aliases)) };
      break;
    case 3:
      if (selection.kind === Kind.FIELD) selections.push({ ...selection, alias: name(random.pick(aliases)) });
      break;
    case 4:
      selections[index] = {
        kind: Kind.INLINE_FRAGMENT,
        ...(parent &&
          random.chance(0.7) && {
            typeCondition: { kind: Kind.NAMED_TYPE, name: name(condition(random, schema, parent.name)) },
          }),
        selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
      };
      break;
    case 5:
      selections[index] = { ...selection, directives: [directive(random)] };
      break;
    case 6:
      if (selection.kind === Kind.FIELD) selections[index] = { ...selection, name: name(random.pick(aliases)) };
      break;
    case 7:
      if (selection.kind === Kind.FIELD && selection.arguments?.length) {
        selections[index] = {
          ...selection,
          arguments: selection.arguments.map((each) => ({ ...each, value: value(random) })),
        };
      }
      break;
    default:
      if (parent && (isObjectType(parent) || isInterfaceType(parent))) {
        selections.push(drawField(random, schema, random.pick(Object.keys(parent.getFields())), parent.name, 3));
      }
  }
  return { ...set, selections };
}

/** A field of a type, with what an object below it is asked. */
function drawField(random: Random, schema: GraphQLSchema, field: string, type: string, depth: number): FieldNode {
  const parent = schema.getType(type);
  const found = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field] : undefined;
  const returned = found && getNamedType(found.type);
  const node = { kind: Kind.FIELD, name: name(field) } as const;
  if (!returned || !isCompositeType(returned)) return node;
  const concrete = isAbstractType(returned) ? random.pick(schema.getPossibleTypes(returned)) : returned;
  const names = Object.keys(concrete.getFields());
  const inner =
    depth > 0
      ? random.some(names, 3 / names.length).map((each) => drawField(random, schema, each, concrete.name, depth - 1))
      : [];
  const asked: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: [{ kind: Kind.FIELD, name: name('__typename') }, ...inner],
  };
  if (concrete === returned) return { ...node, selectionSet: asked };
  const typeCondition = { kind: Kind.NAMED_TYPE, name: name(concrete.name) } as const;
  return {
    ...node,
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: asked }],
    },
  };
}

function condition(random: Random, schema: GraphQLSchema, type: string): string {
  return random.chance(0.7) ? type : random.pick(Object.keys(schema.getTypeMap()));
}

function directive(random: Random) {
  const args = [
    { kind: Kind.ARGUMENT, name: name('if'), value: { kind: Kind.BOOLEAN, value: random.chance(0.5) } },
  ] as const;
  return {
    kind: Kind.DIRECTIVE,
    name: name(random.pick(['skip', 'include', 'include', 'defer', 'label', 'open'])),
    arguments: args,
  } as const;
}

function value(random: Random) {
  return random.pick([
    { kind: Kind.NULL },
    { kind: Kind.INT, value: '-1' },
    { kind: Kind.INT, value: '99999999999999999999' },
    { kind: Kind.FLOAT, value: '1e400' },
    { kind: Kind.STRING, value: '' },
    { kind: Kind.STRING, value: "' or 1=1 --" },
    { kind: Kind.STRING, value: 'a'.repeat(26) },
    { kind: Kind.LIST, values: [] },
    { kind: Kind.OBJECT, fields: [] },
    { kind: Kind.ENUM, value: 'OPEN' },
    { kind: Kind.VARIABLE, name: name('id') },
    { kind: Kind.VARIABLE, name: name('absent') },
  ] as const);
}

const name = (text: string) => ({ kind: Kind.NAME, value: text }) as const;

/** Names that keys, routing and the gate itself use. */
const aliases = [
  'id',
  '__typename',
  'involved',
  'recordCategories',
  'name',
  'g0',
  'child',
  'incidents__1',
  'constructor',
  'toString',
  '_entities',
  '_service',
  '__schema',
];
