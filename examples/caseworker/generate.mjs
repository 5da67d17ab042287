// Types for the operations under src/operations, from the schema: `src/graph.generated.ts`. Run it whenever either changes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (path) => parse(readFileSync(at(path), 'utf8'));

const operations = readdirSync(at('src/operations')).sort();
const text = await codegen({
  filename: 'graph.generated.ts',
  schema: read('../../schema/supergraph.graphql'),
  documents: operations.map((name) => ({ location: name, document: read(`src/operations/${name}`) })),
  config: {
    scalars: { NetworkId: 'string', DateTime: 'string', Date: 'string', Category: 'string', Purpose: 'string' },
    enumsAsTypes: true,
    onlyOperationTypes: true,
    useTypeImports: true,
  },
  plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
  pluginMap: { typescriptOperations, typedDocumentNode },
});
writeFileSync(at('src/graph.generated.ts'), text);
