import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Imports = ReadonlyMap<string, ReadonlySet<string>>;

function filesOf(room: string): readonly string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', room], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && existsSync(join(root, file)));
}

/** File → the files of the same room that it imports, types included. */
function importsOf(room: string): Imports {
  const files = filesOf(room);
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const targets = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, name = '']) => join(dirname(file), name));
      return [file, new Set(targets.filter((target) => files.includes(target)))];
    }),
  );
}

/** The same between the room's folders; a file at the top is a folder of its own. */
function folderImportsOf(imports: Imports): Imports {
  const folderOf = (file: string): string => file.split('/').slice(0, 2).join('/');
  const folders = new Map<string, Set<string>>();
  for (const [file, targets] of imports) {
    const known = folders.get(folderOf(file)) ?? new Set<string>();
    for (const target of targets) if (folderOf(target) !== folderOf(file)) known.add(folderOf(target));
    folders.set(folderOf(file), known);
  }
  return folders;
}

/** One circle of imports, as the names along it; undefined where there is none. */
function circleIn(imports: Imports): readonly string[] | undefined {
  const done = new Set<string>();
  const follow = (name: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of imports.get(name) ?? []) {
      const found = follow(next, [...path, name]);
      if (found) return found;
    }
    done.add(name);
    return undefined;
  };
  for (const name of imports.keys()) {
    const found = follow(name, []);
    if (found) return found;
  }
  return undefined;
}

describe('the map of imports', () => {
  it('finds a circle where there is one', () => {
    const imports = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['b'])],
    ]);
    expect(circleIn(imports)).toEqual(['b', 'c', 'b']);
  });

  it.each(['gateway', 'schema'])('has no circle among the folders of %s', (room) => {
    const folders = folderImportsOf(importsOf(room));
    expect(folders.size).toBeGreaterThan(3);
    expect(circleIn(folders)).toBeUndefined();
  });

  it.each(['gateway', 'schema'])('has no circle among the files of %s', (room) => {
    expect(circleIn(importsOf(room))).toBeUndefined();
  });
});
