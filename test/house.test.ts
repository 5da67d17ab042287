import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { packages, rooms } from '../house.config.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /(?<!\.generated)\.(ts|tsx|mjs)$/.test(file) && existsSync(join(root, file)));

/** The room a file lies in: the longest name that its path begins with. */
function roomOf(file: string): string | undefined {
  const names = Object.keys(rooms).sort((a, b) => b.length - a.length);
  return names.find((name) => file.startsWith(`${name}/`));
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] as string);
}

describe('the house', () => {
  it('imports in every file only what its room may', () => {
    const refused = tracked.flatMap((file) => {
      const room = roomOf(file);
      const may = room === undefined ? '*' : rooms[room];
      return importsOf(file).flatMap((name) => {
        const target = name.startsWith('.')
          ? roomOf(relative(root, join(root, dirname(file), name)))
          : packages[name.split('/').slice(0, 2).join('/')];
        if (room === undefined || target === undefined || target === room) return [];
        // A test beside the code may use the tests' own tools; nothing else imports them.
        if (target === 'test') return file.endsWith('.test.ts') ? [] : [`${file} imports ${name}`];
        return may === '*' || may?.includes(target) === true ? [] : [`${file} imports ${name}`];
      });
    });
    expect(tracked.length).toBeGreaterThan(1_000);
    expect(refused).toEqual([]);
  });

  it('has no circle of imports, types included: of files, or of folders beside each other', () => {
    const figures = execFileSync(process.execPath, ['scripts/measure-house.mjs', '--circles'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(figures).toMatch(/^circles of files +0$/m);
    expect(figures).toMatch(/^circles of folders beside each other +0$/m);
  });

  it('keeps every file to one sitting', () => {
    const lengths = tracked.map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }));
    const most = (file: string): number => (file.startsWith('test/') || file.endsWith('.test.ts') ? 450 : 250);
    expect(lengths.filter(({ file, lines }) => lines > most(file))).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
  });
});
