import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeFolderOf } from '@trellis/network/code-folder';
import { readSubgraphs } from '@trellis/network/subgraphs';
import { readNetwork } from '@trellis/vocabulary';
import ts from 'typescript';
import { resolverTypes } from '../../cli/types/resolver-types.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const network = readNetwork(join(root, 'networks/ontario'));
const scratch = mkdtempSync(join(tmpdir(), 'trellis-types-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const typed = readSubgraphs(network).flatMap(({ name, file }) => {
  const folder = codeFolderOf(network, name) ?? '';
  return existsSync(join(folder, 'parents.ts')) ? [{ name, file, folder }] : [];
});

describe('resolvers are typed by their schema', () => {
  it('in every agency that keeps records, and where children are known', () => {
    expect(typed.map(({ name }) => name).sort()).toEqual(
      [...network.agencies.map(({ name }) => name), 'identity'].sort(),
    );
  });

  it.each(typed)(
    'what stands beside the code of $name is what its schema says (`npx trellis types`)',
    async ({ file, folder }) => {
      const text = await resolverTypes(readFileSync(file, 'utf8'), readFileSync(join(folder, 'parents.ts'), 'utf8'));
      expect(readFileSync(join(folder, 'resolvers.generated.ts'), 'utf8')).toBe(text);
      expect(readFileSync(join(folder, 'agency.ts'), 'utf8')).toContain('satisfies Resolvers');
    },
  );
});

describe('a new agency', () => {
  const folder = join(scratch, 'network');
  const own = (name: string): string => join(folder, 'agencies/shelter', name);
  const trellis = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(root, 'cli/bin/trellis.mjs'), ...args], { cwd: folder, encoding: 'utf8' });

  /** What TypeScript says of its code, in the strictest settings. */
  function faults(): readonly string[] {
    const { options } = ts.convertCompilerOptionsFromJson(
      {
        ...(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config as { compilerOptions: object })
          .compilerOptions,
        // Nobody imports an agency.
        declaration: false,
        incremental: false,
        tsBuildInfoFile: undefined,
        rootDir: '/',
        typeRoots: [join(root, 'node_modules/@types')],
      },
      folder,
    );
    const program = ts.createProgram([own('index.ts'), own('resolvers.generated.ts')], options);
    return ts
      .getPreEmitDiagnostics(program)
      .filter(({ file }) => file?.fileName.startsWith(scratch) !== false)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }

  beforeAll(() => {
    cpSync(join(root, 'networks/ontario'), folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    expect(trellis('new', 'shelter').stderr).toBe('');
  });

  it('is written with the types of its resolvers, and fits them', () => {
    expect(faults()).toEqual([]);
    expect(trellis('types', 'shelter', '--check')).toMatchObject({ status: 0, stderr: '' });
  });

  it('is told where a resolver answers another type, or the schema has another', () => {
    const code = readFileSync(own('index.ts'), 'utf8');
    writeFileSync(own('index.ts'), code.replace('(await loaders.notes.load(id)).length > 0', "'yes'"));
    expect(faults().join('\n')).toMatch(/string.*not assignable to type.*boolean/s);
    writeFileSync(own('index.ts'), code);

    const schema = readFileSync(own('schema.graphql'), 'utf8');
    writeFileSync(own('schema.graphql'), schema.replace(/knownToShelter: Boolean/, 'knownToShelter: Int'));
    expect(trellis('types', 'shelter', '--check')).toMatchObject({ status: 1 });
    expect(trellis('types', 'shelter')).toMatchObject({ status: 0 });
    expect(faults().join('\n')).toMatch(/boolean.*not assignable to type.*number/s);
  });
});
