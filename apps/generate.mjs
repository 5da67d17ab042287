// Types for the pages' operations, made from the composed graph: a field that is gone, or a wrong variable, fails the build.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Supergraph } from '@apollo/federation-internals';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';

import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { getNamedType, isObjectType, parse, printSchema, valueFromASTUntyped } from 'graphql';

const root = fileURLToPath(new URL('.', import.meta.url));
const scalars = {
  NetworkId: 'string',
  DateTime: 'string',
  Date: 'string',
  Category: 'string',
  Purpose: 'string',
};

/** Writes `apps/generated/graph.ts` (documents and their types) and `apps/generated/labels.ts` (the categories of each field). */
export async function generate() {
  const sdl = readFileSync(join(root, '../schema/supergraph.graphql'), 'utf8');
  const schema = Supergraph.build(sdl, { supportedFeatures: null, validateSupergraph: false })
    .apiSchema()
    .toGraphQLJSSchema();
  const documents = readdirSync(root, { recursive: true })
    .filter((name) => name.endsWith('.graphql') && !/^(node_modules|dist)\//.test(name))
    .sort()
    .map((name) => ({ location: name, document: parse(readFileSync(join(root, name), 'utf8')) }));
  const config = {
    scalars,
    strictScalars: true,
    useTypeImports: true,
    enumsAsTypes: true,
    onlyOperationTypes: true,
    avoidOptionals: { field: true },
    skipTypename: true,
    nonOptionalTypename: false,
    immutableTypes: true,
  };
  const text = await codegen({
    filename: 'graph.ts',
    schema: parse(printSchema(schema)),
    documents,
    config,
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode },
  });
  mkdirSync(join(root, 'generated'), { recursive: true });
  writeFileSync(join(root, 'generated/graph.ts'), text);
  writeFileSync(join(root, 'generated/labels.ts'), labelsOf(sdl, schema));
}

/** The categories that each labelled field needs of itself, with those of the type it returns. */
function labelsOf(sdl, schema) {
  const categories = (node) =>
    (node.directives ?? [])
      .filter(({ name }) => name.value === 'label')
      .flatMap(({ arguments: given = [] }) => given.filter(({ name }) => name.value === 'is'))
      .flatMap(({ value }) => valueFromASTUntyped(value));
  const ofType = new Map();
  const labels = {};
  const types = parse(sdl).definitions.filter(({ kind }) => kind === 'ObjectTypeDefinition');
  for (const type of types) ofType.set(type.name.value, categories(type));
  for (const type of types) {
    const known = schema.getType(type.name.value);
    if (!isObjectType(known)) continue;
    for (const field of type.fields ?? []) {
      const reached = known.getFields()[field.name.value];
      if (reached === undefined) continue;
      const all = [...new Set([...categories(field), ...(ofType.get(getNamedType(reached.type).name) ?? [])])];
      if (all.length > 0) labels[`${type.name.value}.${field.name.value}`] = all;
    }
  }
  return `/** The categories that each field of the graph needs. Generated from schema/supergraph.graphql. */\nexport const labels: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(labels, null, 1)};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
