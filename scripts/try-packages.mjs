// Packs every built package, installs the tarballs in an empty folder outside the repository, and goes the way of somebody who has nothing else: init, new, check, and a
// type-checked agency. `npm run build` first, or `--build`. With `--offline-from FOLDER`, other people's packages are linked from that node_modules and nothing is fetched.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist/packages');
const folder = mkdtempSync(join(tmpdir(), 'trellis-packages-'));
const run = (command, args, cwd = folder) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const offlineFrom = process.argv[process.argv.indexOf('--offline-from') + 1];

if (process.argv.includes('--build'))
  execFileSync(process.execPath, [join(root, 'scripts/build-packages.mjs')], { stdio: 'inherit' });
try {
  const names = readdirSync(built);
  const packed = names.map((name) => join(folder, run('npm', ['pack', '--silent', join(built, name)]).trim()));
  if (process.argv.includes('--offline-from')) unpack(names, packed);
  else {
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    run('npm', [
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      'typescript@6.0.3',
      '@types/node@20.19.43',
      ...packed,
    ]);
  }
  await goTheWay();
  console.log('Installed from tarballs: a network was made, an agency written, checked, type-checked and served.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The tarballs as npm would lay them, beside links to everybody else's packages. */
function unpack(names, packed) {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@trellis'), { recursive: true });
  names.forEach((name, at) => {
    mkdirSync(join(modules, '@trellis', name));
    run('tar', ['xzf', packed[at], '--strip-components=1', '-C', join(modules, '@trellis', name)]);
  });
  for (const name of readdirSync(offlineFrom)) {
    if (name === '@trellis' || name === '.bin' || name.startsWith('.')) continue;
    symlinkSync(join(offlineFrom, name), join(modules, name));
  }
  mkdirSync(join(modules, '.bin'));
  symlinkSync('../@trellis/cli/bin/trellis.mjs', join(modules, '.bin/trellis'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
}

async function goTheWay() {
  const trellis = (...args) => run(process.execPath, [join(folder, 'node_modules/.bin/trellis'), ...args]);
  trellis('init', 'harbour', '--name', 'Harbour', '--jurisdiction', 'XX');
  const network = join(folder, 'harbour');
  trellis(
    '--network',
    network,
    'new',
    'food-bank',
    '--title',
    'Food bank',
    '--role',
    'volunteer',
    '--involvement',
    'meals',
    '--telephone',
    '555-0100',
  );
  if (!existsSync(join(network, 'agencies/food-bank/index.ts'))) throw new Error('`new` wrote no agency.');
  const checked = JSON.parse(trellis('--network', network, 'check', 'food-bank', '--json'));
  if (!checked.ok) throw new Error(`\`check\` found: ${JSON.stringify(checked.found)}`);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        target: 'es2023',
        lib: ['es2023'],
        types: ['node'],
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        allowImportingTsExtensions: true,
        rootDir: '.',
      },
      files: [join('harbour/agencies/food-bank/index.ts')],
    }),
  );
  run(process.execPath, [join(folder, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  await serve(network, trellis);
}

/** Starts the network, asks its gateway who is on it, and ends it. */
async function serve(network, trellis) {
  const env = {
    ...process.env,
    TRELLIS_DATA: join(folder, 'data'),
    PORT: '0',
    ADMIN_PORT: '0',
    TRELLIS_PORTS_FROM: '0',
  };
  process.env.TRELLIS_DATA = env.TRELLIS_DATA;
  const child = spawn(process.execPath, [join(folder, 'node_modules/.bin/trellis'), '--network', network, 'dev'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const graph = await new Promise((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (chunk) => {
        said += String(chunk);
        const url = /^Graph +(\S+)/m.exec(said)?.[1];
        if (url !== undefined) resolve(url);
      });
      child.on('exit', () => reject(new Error(`\`dev\` ended: ${said}`)));
      globalThis.setTimeout(() => reject(new Error('`dev` did not start in five minutes.')), 300_000).unref();
    });
    const token = trellis(
      '--network',
      network,
      'token',
      '--agency',
      'network',
      '--role',
      'auditor',
      '--purpose',
      'privacy-administration',
    ).trim();
    const answer = await globalThis.fetch(graph, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'purpose-of-use': 'privacy-administration',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: '{ agencies { name } }' }),
    });
    const { data } = await answer.json();
    if (!data?.agencies.some(({ name }) => name === 'food-bank'))
      throw new Error('The gateway does not know the new agency.');
  } finally {
    child.removeAllListeners('exit');
    child.kill();
  }
}
