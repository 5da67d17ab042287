import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n');
const stages = lines.flatMap((line) => /^FROM \S+ AS (?<stage>\w+)/.exec(line)?.groups?.['stage'] ?? []);
const copies = lines.filter((line) => line.startsWith('COPY '));

describe('the Dockerfile', () => {
  it('copies nothing that is not there, and from no stage that is not', () => {
    expect(copies.length).toBeGreaterThan(3);
    for (const copy of copies) {
      const { stage } = /--from=(?<stage>\w+)/.exec(copy)?.groups ?? {};
      if (stage !== undefined) expect(stages).toContain(stage);
      const from = copy
        .replace(/^COPY (?:--\S+ )*/, '')
        .split(' ')
        .slice(0, -1);
      for (const path of stage === undefined ? from : [])
        expect([path, existsSync(join(root, path))]).toEqual([path, true]);
    }
  });

  it('runs scripts, and starts a program, that are there', () => {
    const scripts = lines.flatMap((line) => /^RUN node (?<script>\S+)/.exec(line)?.groups?.['script'] ?? []);
    const program = /node_modules\/@trellis\/(?<path>[\w./-]+)"/.exec(lines.at(-2) ?? '')?.groups?.['path'] ?? '';
    expect(scripts).not.toEqual([]);
    expect(program).not.toBe('');
    for (const path of [...scripts, program]) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });
});
