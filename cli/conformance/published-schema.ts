import { Kind, parse, type DocumentNode, type FieldDefinitionNode, type TypeNode } from 'graphql';

type Composite = Readonly<{
  fields: readonly FieldDefinitionNode[];
  keyed: boolean;
  about: boolean;
  abstract: boolean;
}>;

/** The schema that an agency published, as far as the checks ask for it. */
export interface PublishedSchema {
  /** Types that the gateway enters by `_entities`, the ones that are somebody's records first. */
  readonly entities: readonly { readonly type: string; readonly about: boolean }[];
  /** A selection of everything under a type that needs no arguments, three levels deep. */
  selectionOf(type: string): string;
}

const levels = 3;

/** Reads an agency's SDL, head or none. Throws graphql's own error where it is no SDL. */
export function readPublishedSchema(sdl: string): PublishedSchema {
  const types = compositesOf(parse(sdl));
  const select = (type: string, depth: number): string => {
    const found = types.get(type);
    if (found === undefined || depth > levels) return '';
    if (found.abstract) return '{ __typename }';
    const fields = found.fields
      .filter(({ arguments: taken = [] }) => !taken.some(isRequired))
      .flatMap(({ name, type: of }) => {
        const named = namedType(of);
        if (!types.has(named)) return [name.value];
        const below = select(named, depth + 1);
        return below === '' ? [] : [`${name.value} ${below}`];
      });
    return `{ ${['__typename', ...fields].join(' ')} }`;
  };
  return {
    entities: [...types]
      .filter(([, { keyed }]) => keyed)
      .map(([type, { about }]) => ({ type, about }))
      .sort((one, other) => Number(other.about) - Number(one.about)),
    selectionOf: (type) => select(type, 1),
  };
}

function compositesOf(document: DocumentNode): ReadonlyMap<string, Composite> {
  const types = new Map<string, Composite>();
  for (const node of document.definitions) {
    const object = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
    const abstract = node.kind === Kind.INTERFACE_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_DEFINITION;
    if (!object && !abstract) continue;
    const directives = new Set(node.directives?.map(({ name }) => name.value));
    const before = types.get(node.name.value);
    // A field of another agency is not answered here unless a representation brings it along.
    const own = 'fields' in node ? (node.fields ?? []).filter((field) => !marked(field, 'external', 'requires')) : [];
    types.set(node.name.value, {
      fields: [...(before?.fields ?? []), ...own],
      keyed: before?.keyed === true || directives.has('key'),
      about: before?.about === true || directives.has('about'),
      abstract,
    });
  }
  return types;
}

function marked(field: FieldDefinitionNode, ...names: readonly string[]): boolean {
  return field.directives?.some(({ name }) => names.includes(name.value)) === true;
}

function isRequired({ type, defaultValue }: { readonly type: TypeNode; readonly defaultValue?: unknown }): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
