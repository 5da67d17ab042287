// Before a worker of jest starts: TypeScript as everywhere in this repository, and `@jest/globals`.
import '@trellis/platform/typescript';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const globals = new URL('./globals.mjs', import.meta.url).href;
if (isMainThread) register(import.meta.url);

export const resolve = (specifier, context, next) =>
  specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context);
