import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { packages } from '../../house.config.js';
import { root } from '../docs/pages.ts';

const kept = join(root, 'test/api/public-api.txt');

/** What a module exports, by name, with what each is: a `type` or a `value`. */
function exportsOf(file: string): ReadonlyMap<string, 'type' | 'value'> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Map<string, 'type' | 'value'>();
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause, moduleSpecifier, isTypeOnly } = statement;
      if (exportClause && ts.isNamedExports(exportClause)) {
        for (const { name, isTypeOnly: own } of exportClause.elements)
          found.set(name.text, isTypeOnly || own ? 'type' : 'value');
      } else if (moduleSpecifier && ts.isStringLiteral(moduleSpecifier)) {
        const more = exportsOf(join(dirname(file), moduleSpecifier.text));
        for (const [name, kind] of more) if (kind === 'type' || !isTypeOnly) found.set(name, kind);
      }
      continue;
    }
    const isExported = ts.canHaveModifiers(statement)
      ? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
      : false;
    if (!isExported) continue;
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    const declared = ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [statement];
    for (const each of declared) {
      const name = 'name' in each ? (each.name as ts.Node | undefined) : undefined;
      if (name !== undefined) found.set(name.getText(), isType ? 'type' : 'value');
    }
  }
  return found;
}

/** Every entry of every package, one name a line. */
function publicApi(): string {
  const lines = Object.entries(packages).flatMap(([name, room]) => {
    const described = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8')) as {
      readonly exports?: Readonly<Record<string, string>>;
    };
    return Object.entries(described.exports ?? {}).flatMap(([entry, file]) =>
      file.endsWith('.ts')
        ? [...exportsOf(join(root, room, file))].map(
            ([exported, kind]) => `${name}${entry.slice(1)} ${exported} ${kind}`,
          )
        : [`${name}${entry.slice(1)}`],
    );
  });
  return `${lines.sort().join('\n')}\n`;
}

it('what packages offer is what test/api/public-api.txt says: whoever changes it, sees it (UPDATE_DOCS=1 writes it anew)', () => {
  const now = publicApi();
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(kept, now);
  expect(now).toBe(readFileSync(kept, 'utf8'));
});
