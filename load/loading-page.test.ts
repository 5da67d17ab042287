import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { format } from 'prettier';
import { formats } from './formats.ts';
import { renderMappingTable } from './mapping-table.ts';

const page = new URL('../docs/loading.md', import.meta.url);
const [prose = '', written = ''] = readFileSync(page, 'utf8').split(/(?<=<!-- mapped: .* -->\n)/);

/** Every format's table, as the page has it: cells without the space that lines them up. */
function bare(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s*\|\s*/g, '|').replace(/-{3,}/g, '---'))
    .filter((line) => line !== '')
    .join('\n');
}

describe('docs/loading.md', () => {
  it('lists what is mapped exactly as the readers have it', async () => {
    const mapped = Object.values(formats)
      .flat()
      .map(({ title, agency, mappings }) => `### ${title}, into ${agency}\n\n${renderMappingTable(mappings)}`)
      .join('\n');
    if (process.env.UPDATE_DOCS === '1') {
      writeFileSync(page, await format(`${prose}\n${mapped}`, { parser: 'markdown', printWidth: 120 }));
      return;
    }
    expect(bare(written)).toBe(bare(mapped));
  });
});
