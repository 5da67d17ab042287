import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const folder = new URL('../../docs/decisions/', import.meta.url);

it('numbers the decision records without gaps, and each bears its number', () => {
  const files = readdirSync(folder).sort();
  expect(files.map((file) => file.slice(0, 4))).toEqual(files.map((_, at) => String(at + 1).padStart(4, '0')));
  for (const file of files) expect(readFileSync(new URL(file, folder), 'utf8')).toMatch(`# ${file.slice(0, 4)}. `);
});
