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

describe('docs/guides/operator.md names the environment of', () => {
  const page = readPage('docs/guides/operator.md');
  /** The variables in the table under a heading. */
  const documented = (heading: string): readonly string[] => {
    const [, after = ''] = page.split(`### ${heading}\n`);
    const [section = ''] = after.split(/^#{2,3} /m);
    return [...section.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name = '']) => name).sort();
  };
  /** The variables that a process reads, as its source spells them. */
  const read = (...files: readonly string[]): readonly string[] => {
    const texts = files.map((file) => readFileSync(join(root, file), 'utf8'));
    return [
      ...new Set(texts.flatMap((text) => [...text.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = '']) => name))),
    ].sort();
  };
  const database = ['DATABASE_PASSWORD_FILE', 'DATABASE_URL'];

  it('a gateway', () => {
    expect(documented('A gateway')).toEqual(read('gateway/config.ts'));
  });

  it('an agency', () => {
    expect(documented('An agency')).toEqual(
      [...new Set([...database, ...read('network/production/agency-config.ts')])].sort(),
    );
  });

  it('the migrations', () => {
    expect(documented('`trellis migrate`')).toEqual(read('network/production/migrate-all.ts'));
  });

  it('the ledger’s commands', () => {
    expect(documented('`trellis ledger`')).toEqual(
      [...new Set([...database, ...read('network/production/ledger-config.ts')])].sort(),
    );
  });

  it('the development network', () => {
    const help = readFileSync(join(root, 'cli/commands/dev.ts'), 'utf8');
    const [, environment = ''] = help.split('Environment:');
    const names = [...environment.matchAll(/^ {2}([A-Z_]+(?:, [A-Z_]+)*) {2,}/gm)].flatMap(([, list = '']) =>
      list.split(', '),
    );
    expect(documented('The development network')).toEqual(names.sort());
  });
});
