/**
 * Runs the tests of Apollo's subgraph compatibility suite, its subgraphs behind our gate. `FEDERATION_COMPATIBILITY=<package> npm run compatibility`, where the
 * package is an unpacked @apollo/federation-subgraph-compatibility-tests@1.2.1; nothing of it needs to be installed. Exits with 1 if a test fails.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Script } from 'node:vm';
import { TestCollector } from '../mutants/collect-tests.ts';
import { openFederation } from './open-federation.ts';
import { startProducts } from './products.ts';

interface Question {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

const external = createRequire(import.meta.url);
/** Where the suite's own two subgraphs listen. */
const suites = { users: 'http://127.0.0.1:4002/', inventory: 'http://127.0.0.1:4003/' };

const directory = process.env['FEDERATION_COMPATIBILITY'];
if (directory === undefined) {
  console.log('Skipped: FEDERATION_COMPATIBILITY names no unpacked @apollo/federation-subgraph-compatibility-tests.');
} else {
  const children = Object.keys(suites).map((name) => startSuites(directory, name));
  const products = await startProducts(join(directory, 'products.graphql'));
  try {
    await Promise.all(Object.values(suites).map(listening));
    process.exitCode = (await runAll(directory, products.url)) ? 0 : 1;
  } finally {
    await products.close();
    for (const child of children) child.kill();
  }
}

function startSuites(suite: string, name: string): ChildProcess {
  return spawn(process.execPath, ['index.js'], { cwd: join(suite, 'dist/subgraphs', name), stdio: 'ignore' });
}

async function listening(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      await post(url, { query: '{ __typename }' });
      return;
    } catch {
      await wait(200);
    }
  }
  throw new Error(`Nothing listens at ${url}.`);
}

async function post(url: string, question: Question, headers: Record<string, string> = {}): Promise<unknown> {
  const body = JSON.stringify(question);
  const reply = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return reply.json();
}

async function runAll(suite: string, productsUrl: string): Promise<boolean> {
  const urls: Record<string, string> = { ...suites, products: productsUrl };
  const sdlOf = (name: string): string =>
    readFileSync(
      name === 'products' ? join(suite, 'products.graphql') : join(suite, `dist/subgraphs/${name}/${name}.graphql`),
      'utf8',
    );
  const ask = openFederation(
    Object.keys(urls).map((name) => ({ name, typeDefs: sdlOf(name) })),
    async ({ agency, query, variables }) =>
      JSON.stringify(await post(urls[agency] ?? '', { query, variables: { ...variables } })),
  );
  const client = {
    productsRequest: (question: Question, headers?: Record<string, string>) => post(productsUrl, question, headers),
    routerRequest: async ({ query, variables = {} }: Question) => {
      const { data, hasErrors } = await ask(query, variables);
      return hasErrors ? { data, errors: [{}] } : { data };
    },
  };
  const files = readdirSync(join(suite, 'dist/tests')).filter((file) => file.endsWith('.test.js'));
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    for (const { name, act } of collect(suite, join(suite, 'dist/tests', file), client)) {
      try {
        await act();
        passed += 1;
      } catch (error) {
        failed += 1;
        console.log(`${file} ${name}: ${String(error)}`);
      }
    }
  }
  console.log(`${String(passed)} of ${String(passed + failed)} tests of the subgraph compatibility suite`);
  return failed === 0 && passed > 0;
}

function collect(suite: string, file: string, client: object): TestCollector['tests'] {
  const collector = new TestCollector();
  const { test, it, describe, expect } = collector.globals;
  const load = (path: string): object => {
    const exports = {};
    const text = readFileSync(path, 'utf8');
    const body = new Script(`(function (exports, require, __dirname, test, it, describe, expect) {${text}\n})`, {
      filename: path,
    }).runInThisContext() as (...args: unknown[]) => void;
    body(exports, need, join(suite, 'dist/utils'), test, it, describe, expect);
    return exports;
  };
  const need = (name: string): unknown => {
    if (name === '../utils/client') return client;
    return name.startsWith('../utils/') ? load(join(suite, 'dist/tests', `${name}.js`)) : external(name);
  };
  load(file);
  return collector.tests;
}
