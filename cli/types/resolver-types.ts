import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { completeSdl } from '@trellis/schema/complete-sdl';
import { Kind, parse, visit, type DocumentNode } from 'graphql';

/** The marks of Federation that change what a resolver is given. */
const kept = new Set(['key', 'external', 'requires', 'provides']);
const head = `/* eslint-disable -- what the plugins write keeps their style */
// Generated from schema.graphql by \`npx trellis types\`: do not change it by hand.
`;
const text = { input: 'string', output: 'string' };

/**
 * The types of an agency's resolvers, from its schema. \`parents\` is the agency's \`parents.ts\`: each \`<Type>Parent\` that it names is what resolvers of
 * that type are given, and its \`Context\` their context.
 */
export async function resolverTypes(sdl: string, parents: string): Promise<string> {
  const mappers = [...new Set([...parents.matchAll(/\b([A-Z]\w*)Parent\b/g)].map(([, type = '']) => type))];
  const generated = await codegen({
    filename: 'resolvers.generated.ts',
    schema: withoutLabels(parse(completeSdl(sdl))),
    documents: [],
    pluginMap: { typescript, typescriptResolvers },
    plugins: [{ typescript: {} }, { typescriptResolvers: {} }],
    config: {
      federation: true,
      useTypeImports: true,
      enumsAsTypes: true,
      immutableTypes: true,
      skipTypename: true,
      makeResolverTypeCallable: true,
      noSchemaStitching: true,
      strictScalars: true,
      // A row's null column and a field that is not there are both no value; an argument may be null or left out.
      maybeValue: 'T | null | undefined',
      inputMaybeValue: 'T | null',
      contextType: './parents.ts#Context',
      mappers: Object.fromEntries(mappers.map((type) => [type, `./parents.ts#${type}Parent`])),
      scalars: {
        ID: text,
        NetworkId: text,
        Category: text,
        Purpose: text,
        // A database may give a Date; it leaves as text.
        Date: { input: 'string', output: 'string | Date' },
        DateTime: { input: 'string', output: 'string | Date' },
        _FieldSet: 'never',
      },
    },
  });
  return `${head}${generated.trimEnd()}\n`;
}

/** A schema without labels and links, which say nothing to resolvers. */
function withoutLabels(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: ({ name }) => (kept.has(name.value) ? undefined : null),
    DirectiveDefinition: () => null,
    SchemaExtension: () => null,
    EnumTypeDefinition: ({ name }) => (name.value === 'Level' ? null : undefined),
    [Kind.SCHEMA_DEFINITION]: () => null,
  });
}
