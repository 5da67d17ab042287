import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { readPage, root } from './pages.ts';

/** The rooms whose code answers requests. */
const rooms = ['gateway', 'decision', 'seal', 'platform', 'register', 'ledger', 'subgraphs'];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...rooms], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

const holders = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array', 'BoundedCache']);

/** What a module has that one request could leave and another could find: variables, and collections that may be written, beside all functions or static. */
function keptBy(text: string): readonly string[] {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const declared = source.statements.flatMap((statement): (ts.PropertyDeclaration | ts.VariableDeclaration)[] => {
    if (ts.isClassDeclaration(statement)) {
      return statement.members.filter(
        (member): member is ts.PropertyDeclaration =>
          ts.isPropertyDeclaration(member) && (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0,
      );
    }
    if (!ts.isVariableStatement(statement)) return [];
    const isConstant = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
    return statement.declarationList.declarations.filter((each) => !isConstant || mayBeWritten(each));
  });
  return declared.map(({ name }) => name.getText());
}

function mayBeWritten({ type, initializer }: ts.VariableDeclaration): boolean {
  const said = type?.getText() ?? '';
  if (/^(?:readonly |Readonly)/.test(said) || initializer === undefined) return false;
  if (ts.isNewExpression(initializer)) return holders.has(initializer.expression.getText());
  const isEmptyList = ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0;
  return isEmptyList || (ts.isObjectLiteralExpression(initializer) && initializer.properties.length === 0);
}

it('docs/caching.md names every module that keeps anything from one request to the next', () => {
  const page = readPage('docs/caching.md');
  const keeping = files.filter((file) => keptBy(readFileSync(join(root, file), 'utf8')).length > 0);
  expect(keeping.length).toBeGreaterThan(5);
  expect(keeping.filter((file) => !page.includes(`\`${file}\``))).toEqual([]);
});

it('what may be kept is seen, and what may not be written is not', () => {
  const kept = ['let last = 0;', 'export let last;', 'const known = new Map();', 'const all: string[] = [];'];
  const classes = ['class Seen { static last = 0 }', 'class Seen { static readonly #known = new Set<string>() }'];
  for (const text of [...kept, ...classes]) expect([text, keptBy(text).length]).toEqual([text, 1]);
  const fixed = [
    'const names: ReadonlySet<string> = new Set();',
    'const codes: readonly string[] = [];',
    'const most = 3;',
  ];
  const local = ['function act() { let last = 0; return last; }', 'class Seen { readonly #known = new Map(); }'];
  for (const text of [...fixed, ...local]) expect([text, keptBy(text)]).toEqual([text, []]);
});
