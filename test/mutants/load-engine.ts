import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import { createContext, runInContext, Script } from 'node:vm';
import ts from 'typescript';
import * as vocabulary from '@trellis/vocabulary';

type Exports = Record<string, unknown>;
const external = createRequire(import.meta.url);
const folder = new URL('../../decision/', import.meta.url);
/** The one file of the vocabulary that decides: which day it is. */
const sharedFile = 'local-day.ts';
const sharedFolder = new URL('../../vocabulary/', import.meta.url);
const scripts = new Map<string, Script>();

export function readSource(file: string): string {
  return readFileSync(new URL(file, file === sharedFile ? sharedFolder : folder), 'utf8');
}

function scriptOf(text: string): Script {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: false },
  });
  return new Script(`(function (exports, require) {${outputText}\n})`);
}

/** Loads the engine anew, one of its files in other words. */
export function loadEngine(changed?: { file: string; text: string }): (file: string) => Exports {
  const loaded = new Map<string, Exports>();
  const load = (file: string): Exports => {
    const known = loaded.get(file);
    if (known) return known;
    const exports: Exports = {};
    loaded.set(file, exports);
    let script = scripts.get(file);
    if (changed?.file === file) script = scriptOf(changed.text);
    else if (!script) {
      script = scriptOf(readSource(file));
      scripts.set(file, script);
    }
    const require = (name: string): unknown => {
      if (name === '@trellis/vocabulary') return { ...vocabulary, ...load(sharedFile) };
      return name.startsWith('.') ? load(posix.join(posix.dirname(file), name)) : external(name);
    };
    (script.runInThisContext() as (exports: Exports, require: (name: string) => unknown) => void)(exports, require);
    return exports;
  };
  return load;
}

const timer = createContext({});

/** Runs an act, and throws when it takes longer than it may: a mutant may never end. */
export function within(milliseconds: number, act: () => void): void {
  timer['act'] = act;
  runInContext('act()', timer, { timeout: milliseconds });
}
