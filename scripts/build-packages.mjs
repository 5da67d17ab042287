// `npm run build`: every package as plain JavaScript with declarations, under dist/packages/NAME, ready for `npm pack`. Within this repository nothing needs it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist/packages');
const emitted = join(root, 'dist/emitted');
const { version, engines, license, workspaces } = readJson(join(root, 'package.json'));

const folders = workspaces.flatMap((pattern) =>
  pattern.endsWith('/*')
    ? readdirSync(join(root, pattern.slice(0, -2))).map((name) => `${pattern.slice(0, -2)}/${name}`)
    : [pattern],
);
const packages = folders.filter((folder) => folder !== 'apps' && existsSync(join(root, folder, 'package.json')));

rmSync(join(root, 'dist'), { recursive: true, force: true });
emit();
for (const folder of packages) buildPackage(folder);
buildNetworks();
buildPages();
rmSync(emitted, { recursive: true });
console.log(`Built ${String(packages.length + 2)} packages in ${relative(process.cwd(), out) || '.'}.`);

/** TypeScript's own emit: relative imports end in `.js`, types stand beside. */
function emit() {
  mkdirSync(emitted, { recursive: true });
  const config = join(root, 'dist/tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    incremental: false,
    tsBuildInfoFile: null,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    rootDir: root,
    outDir: emitted,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  };
  const include = packages.map((folder) => join(root, folder, '**/*.ts'));
  const exclude = ['**/node_modules', '**/*.test.ts'];
  writeFileSync(config, JSON.stringify({ extends: '../tsconfig.json', compilerOptions, include, exclude }));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', config], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function buildPackage(folder) {
  const target = join(out, nameOf(folder));
  cpSync(join(emitted, folder), target, { recursive: true });
  for (const file of filesIn(target, /\.d\.ts$/)) rewrite(file, withJs);
  for (const file of filesIn(join(root, folder), /./)) {
    const name = relative(join(root, folder), file);
    if (/\.ts$|(^|\/)(package\.json|node_modules|dist)(\/|$)/.test(name)) continue;
    mkdirSync(dirname(join(target, name)), { recursive: true });
    cpSync(file, join(target, name));
    if (name.endsWith('.mjs')) rewrite(join(target, name), withJs);
  }
  const { exports, dependencies = {}, ...own } = readJson(join(root, folder, 'package.json'));
  delete own.private;
  delete own.scripts;
  const more = folder === 'vocabulary' ? ['networks'] : folder === 'network' ? ['apps'] : [];
  writePackage(target, {
    ...own,
    engines,
    ...(exports && {
      exports: Object.fromEntries(Object.entries(exports).map(([entry, file]) => [entry, entryOf(file)])),
    }),
    dependencies: { ...dependencies, ...Object.fromEntries(more.map((name) => [`@trellis/${name}`, version])) },
  });
}

/** Ontario's network and the tiny one, as data: `@trellis/vocabulary` finds them beside itself. */
function buildNetworks() {
  const target = join(out, 'networks');
  cpSync(join(root, 'networks'), target, { recursive: true, filter: (from) => !from.includes('.trellis') });
  writePackage(target, { name: '@trellis/networks', version, license });
}

/** The people's pages, built; what builds them is not in the package. */
function buildPages() {
  const target = join(out, 'apps');
  mkdirSync(target, { recursive: true });
  const { status } = spawnSync(process.execPath, [join(root, 'apps/build.mjs'), '--development'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  cpSync(join(root, 'apps/dist'), join(target, 'dist'), { recursive: true });
  writeFileSync(
    join(target, 'built.mjs'),
    '// The pages of this package are built.\nexport const areBuilt = () => true;\n',
  );
  writePackage(target, { name: '@trellis/apps', version, license, type: 'module' });
}

function writePackage(target, described) {
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(described, null, 2)}\n`);
  for (const file of ['LICENSE', 'NOTICE']) cpSync(join(root, file), join(target, file));
}

function entryOf(file) {
  return file.endsWith('.ts') ? { types: file.replace(/\.ts$/, '.d.ts'), default: file.replace(/\.ts$/, '.js') } : file;
}

/** Relative imports of TypeScript files, as their JavaScript is called. */
function withJs(text) {
  return text.replaceAll(/((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]+?)(?<!\.d)\.ts(['"])/g, '$1.js$2');
}

function nameOf(folder) {
  return readJson(join(root, folder, 'package.json')).name.replace('@trellis/', '');
}

function filesIn(folder, pattern) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function rewrite(file, change) {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
