import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { format, resolveConfig } from 'prettier';
import { withGenerated } from './generated.ts';
import { pages, readPage, root } from './pages.ts';

it.each(pages.filter((page) => readPage(page).includes('<!-- generated: ')))(
  '%s holds the tables as they are (UPDATE_DOCS=1 writes them)',
  async (page) => {
    const path = join(root, page);
    const options = await resolveConfig(path);
    const current = await format(withGenerated(readPage(page)), { ...options, parser: 'markdown' });
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(path, current);
    expect(readPage(page)).toBe(current);
  },
);

/** A variable, and its default as the page or the source gives it: `required`, a figure or word, or nothing. */
type Variables = Readonly<Record<string, string>>;

const sorted = (entries: Iterable<readonly [string, string]>): Variables =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('docs/guides/operator.md names the environment, with its defaults, of', () => {
  const page = readPage('docs/guides/operator.md');

  /** What the table under a heading says. */
  const documented = (heading: string): Variables => {
    const [, after = ''] = page.split(`### ${heading}\n`);
    const [section = ''] = after.split(/^#{2,3} /m);
    const rows = section.matchAll(/^\| `([A-Z_]+)` +\| ([^|]*?) +\|/gm);
    return sorted([...rows].map(([, name = '', said = '']) => [name, said.replaceAll('`', '').trim()]));
  };

  /** What a process reads, as its source spells it. */
  const read = (file: string, more: Variables = {}): Variables => {
    const text = readFileSync(join(root, file), 'utf8');
    const found = text.matchAll(/^ {2}([A-Z][A-Z_]+): ([\s\S]*?)(?=^ {2}[A-Z/]|^\}\);)/gm);
    const named = [...found].map(([, name = '', shape = '']) => [name, defaultOf(shape)] as const);
    return sorted([...Object.entries(more), ...named]);
  };
  const defaultOf = (shape: string): string => {
    const given = /(?:\.default\(|\bport\(|\bwhole\()'?([\w.]+)/.exec(shape)?.[1]?.replaceAll('_', '');
    return given ?? (/\.optional\(\)|\.default\(\{/.test(shape) ? '' : 'required');
  };

  const database = { DATABASE_URL: 'required', DATABASE_PASSWORD_FILE: '' };

  it('a gateway', () => {
    expect(documented('A gateway')).toEqual({
      ...read('gateway/config.ts', database),
      REDIS_URL: 'required in production',
      // One issuer or several: gateway/config-issuers.ts reads these together.
      OIDC_AUDIENCE: 'required',
      OIDC_ISSUER: 'required',
      OIDC_ISSUERS: '',
      TRELLIS_CORS_ORIGINS: 'none',
      OIDC_JWKS_URI: 'found by OIDC_ISSUER, an https URL',
      TRELLIS_BUDGETS: '20,000 requests and a cost of 2,000,000 an agency, 600 and 200,000 a person, in 10 s',
    });
  });

  it('an agency', () => {
    expect(documented('An agency')).toEqual({
      ...read('network/production/agency-config.ts', database),
      TRELLIS_DUTY_CONTACTS: 'required by register',
    });
  });

  it('the migrations', () => {
    expect(documented('`trellis migrate`')).toEqual(read('network/production/migrate-all.ts'));
  });

  it('the ledger’s commands', () => {
    const ledger = read('network/production/ledger-config.ts', database);
    expect(documented('`trellis ledger`')).toEqual({ ...ledger, DATABASE_URL: 'the embedded data' });
  });

  it('the development network', () => {
    const [, environment = ''] = readFileSync(join(root, 'cli/commands/dev.ts'), 'utf8').split('Environment:');
    const lists = environment.matchAll(/^ {2}([A-Z_]+(?:, [A-Z_]+)*) {2,}/gm);
    const names = [...lists].flatMap(([, list = '']) => list.split(', '));
    expect(Object.keys(documented('The development network'))).toEqual(names.sort());
  });
});
