import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rooms = [
  'vocabulary',
  'decision',
  'schema',
  'gateway',
  'register',
  'ledger',
  'platform',
  'seal',
  'catalogue',
  'cli',
  'subgraphs/kit',
  'subgraphs/register',
];
const others = [
  'Dockerfile',
  'house.config.js',
  'package.json',
  'tsconfig.json',
  '.oxlintrc.json',
  'jest.config.js',
  'knip.json',
];
const names = readdirSync(join(root, 'networks')).flatMap((network) =>
  readdirSync(join(root, 'networks', network, 'agencies')),
);

/** The places that still name one, with the reason. */
const known: Readonly<Record<string, string>> = {
  'gateway/config-issuers.ts': 'an example in the message for an operator',
};

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...rooms, ...others], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /(?<!\.test)\.(ts|mjs|js|json|sql)$|^Dockerfile$/.test(file));

/** Code without comments: they may give examples. */
function codeOf(file: string): string {
  return readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)(\/\/|--|#).*$/gm, '');
}

/** The agencies that a text names: whole words, so that a purpose such as `education-support` is none. */
function namedIn(text: string): readonly string[] {
  return names.filter((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text));
}

describe('no agency that keeps records is named in code', () => {
  it('nor in what builds and configures it', () => {
    expect(files.length).toBeGreaterThan(400);
    expect(names).toContain('police');
    const naming = files.flatMap((file) => {
      const found = namedIn(codeOf(file));
      return found.length > 0 && !(file in known) ? [`${file}: ${found.join(', ')}`] : [];
    });
    expect(naming).toEqual([]);
  });

  it('and each exception is one still', () => {
    expect(Object.keys(known).filter((file) => namedIn(codeOf(file)).length === 0)).toEqual([]);
  });
});
