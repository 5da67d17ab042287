import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const external = createRequire(import.meta.url);
const scripts = new Map<string, Script>();

type Exports = Record<string, unknown>;
type Body = (exports: Exports, require: (name: string) => unknown, console: Pick<Console, 'log'>) => void;

function scriptOf(file: string, text: string): Script {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  // A script knows no address of its own.
  const placed = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href));
  const { outputText } = ts.transpileModule(placed, { compilerOptions });
  return new Script(`(function (exports, require, console) {${outputText}\n})`, { filename: file });
}

/**
 * Loads sources and tests anew, one of the files in other words. `given` are the modules that are handed over as they are; other rooms and packages
 * are this process's own.
 */
export function loadSources(
  changed: { file: string; text: string },
  given: ReadonlyMap<string, unknown>,
): (file: string) => Exports {
  const loaded = new Map<string, Exports>();
  const load = (file: string): Exports => {
    const known = loaded.get(file);
    if (known) return known;
    const exports: Exports = {};
    loaded.set(file, exports);
    let script = scripts.get(file);
    if (file === join(root, changed.file)) script = scriptOf(file, changed.text);
    else if (!script) scripts.set(file, (script = scriptOf(file, readFileSync(file, 'utf8'))));
    const require = (name: string): unknown => {
      if (given.has(name)) return given.get(name);
      return name.startsWith('.') ? load(resolve(dirname(file), name)) : external(name);
    };
    (script.runInThisContext() as Body)(exports, require, { log: () => undefined });
    return exports;
  };
  return load;
}
