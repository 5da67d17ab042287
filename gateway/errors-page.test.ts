import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { format, resolveConfig } from 'prettier';
import { errorsPage } from './errors-page.ts';

const page = new URL('../docs/errors.md', import.meta.url);

it('docs/errors.md is the table (UPDATE_DOCS=1 writes it)', async () => {
  const options = await resolveConfig(page);
  const generated = await format(errorsPage(), { ...options, parser: 'markdown' });
  if (process.env['UPDATE_DOCS'] === '1') await writeFile(page, generated);
  expect(await readFile(page, 'utf8')).toBe(generated);
});
