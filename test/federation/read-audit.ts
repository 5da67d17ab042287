import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Script } from 'node:vm';
import ts from 'typescript';

/** One subgraph of the audit: its schema, and what it answers. */
export interface AuditSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: Record<string, never>;
}

export interface AuditCase {
  readonly query: string;
  /** Where nothing is said of errors, there may be some. */
  readonly expected: { readonly data?: unknown; readonly errors?: boolean };
}

export interface AuditSuite {
  readonly id: string;
  readonly subgraphs: readonly AuditSubgraph[];
  readonly cases: readonly AuditCase[];
}

const external = createRequire(import.meta.url);

/** What the audit's suites are written with: here they say what they hold, and serve nothing. */
const kit: Readonly<Record<string, unknown>> = {
  'subgraph.js': {
    createSubgraph: (name: string, parts: Omit<AuditSubgraph, 'name'>): AuditSubgraph => ({ name, ...parts }),
  },
  'supergraph.js': {
    serve: (id: string, subgraphs: AuditSubgraph[], tests: AuditCase[] | (() => AuditCase[])): AuditSuite => ({
      id,
      subgraphs,
      cases: typeof tests === 'function' ? tests() : tests,
    }),
  },
  'testkit.js': { createTest: (query: string, expected: AuditCase['expected']): AuditCase => ({ query, expected }) },
  'env.js': { shouldPunishForPoorPlans: () => false },
};

/** The suites of a checkout of graphql-hive/federation-gateway-audit, read without installing it. */
export function readAudit(checkout: string): readonly AuditSuite[] {
  const suites = join(checkout, 'src/test-suites');
  return readdirSync(suites)
    .sort()
    .map((name) => load(join(suites, name, 'index.ts'), new Map())['default'] as AuditSuite);
}

function load(file: string, loaded: Map<string, Record<string, unknown>>): Record<string, unknown> {
  const known = loaded.get(file);
  if (known) return known;
  const exports: Record<string, unknown> = {};
  loaded.set(file, exports);
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions });
  const body = new Script(`(function (exports, require) {${outputText}\n})`, { filename: file }).runInThisContext() as (
    exports: Record<string, unknown>,
    require: (name: string) => unknown,
  ) => void;
  body(exports, (name) => {
    if (name.startsWith('../../')) return kit[name.slice('../../'.length)];
    return name.startsWith('.') ? load(resolve(dirname(file), name.replace(/\.js$/, '.ts')), loaded) : external(name);
  });
  return exports;
}
