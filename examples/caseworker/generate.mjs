// Types for the operations under src/operations, from the schema: `src/graph.generated.ts`; and `operations.json`, the operations as this app sends
// them, for the network that registers them. Run it whenever either changes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InMemoryCache } from '@apollo/client';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse, print } from 'graphql';

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

// The client's cache asks for `__typename` besides: the text that is hashed is the text that is sent.
const cache = new InMemoryCache();
const sent = operations
  .map((name) => read(`src/operations/${name}`))
  .flatMap(({ kind, definitions }) => definitions.map((each) => ({ kind, definitions: [each] })))
  .map((document) => print(cache.transformDocument(document)));
writeFileSync(at('operations.json'), `${JSON.stringify(sent, null, 2)}\n`);
