import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

interface Locked {
  readonly version?: string;
  readonly link?: boolean;
  readonly integrity?: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const manifests = execFileSync('git', ['ls-files', '*package.json'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '');
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
const ours = /^@trellis\//;

/** The first version in which what was advised about is mended. Apollo releases its federation packages together: the gateway's floor is theirs. */
const atLeast: Readonly<Record<string, string>> = {
  '@apollo/gateway': '2.13.2', // CVE-2026-32621; before that CVE-2025-32030 and CVE-2025-32031
  '@apollo/query-planner': '2.13.2', // CVE-2024-43414
  '@apollo/federation-internals': '2.13.2',
  '@apollo/composition': '2.13.2', // CVE-2025-64530, GHSA-m8jr-fxqx-8xx6
  '@apollo/subgraph': '2.13.2',
  '@apollo/server': '5.4.0', // CVE-2026-23897
  graphql: '16.15.0', // none; what the others are known to work with
};

function isBelow(version: string, least: string): boolean {
  const [one, other] = [version, least].map((each) => each.split('.').map(Number)) as [number[], number[]];
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && (one[at] as number) < (other[at] as number);
}

const entriesOf = (name: string): readonly (readonly [string, Locked])[] =>
  Object.entries(packages).filter(
    ([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`),
  );

describe('what is installed', () => {
  it.each(manifests)('%s names exact versions and nothing else', (file) => {
    const manifest = read(file) as Manifest;
    const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
    const named = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides });
    expect(named.filter(([name, version]) => !ours.test(name) && !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it.each(Object.entries(atLeast))('%s is the one version that was locked, not below %s', (name, least) => {
    const locked = entriesOf(name);
    expect(locked).toHaveLength(1);
    const [[path, { version = '0.0.0' }]] = locked as [[string, Locked]];
    expect([name, version, isBelow(version, least)]).toEqual([name, version, false]);
    expect((read(`${path}/package.json`) as Manifest).version).toBe(version);
    const asked = manifests.flatMap((file) => {
      const { dependencies, devDependencies } = read(file) as Manifest;
      return [dependencies?.[name], devDependencies?.[name]].filter((each) => each !== undefined);
    });
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(new Set([version]));
  });

  it('has the digest of every package in the lockfile: nothing else is taken for it', () => {
    const theirs = Object.entries(packages).filter(([path, { link }]) => path.startsWith('node_modules/') && !link);
    expect(theirs.length).toBeGreaterThan(100);
    expect(theirs.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-')).map(([path]) => path)).toEqual(
      [],
    );
  });

  it('tells versions apart', () => {
    expect([isBelow('2.13.1', '2.13.2'), isBelow('2.9.9', '2.13.2'), isBelow('1.99.0', '2.0.0')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isBelow('2.13.2', '2.13.2'), isBelow('2.14.0', '2.13.2'), isBelow('3.0.0', '2.13.2')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
