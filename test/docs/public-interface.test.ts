import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { expect, it } from '@jest/globals';
import { buildProgram } from '@trellis/cli';
import type { Command } from 'commander';
import type { GraphQLArgument } from 'graphql';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { root } from './pages.ts';

const file = join(root, 'docs/public-interface.txt');
const source = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every type, field, argument and value of the graph that clients see. */
function graph(): readonly string[] {
  const schema = Supergraph.build(source('schema/supergraph.graphql')).apiSchema().toGraphQLJSSchema();
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap((type) => {
      if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [type.name];
      return Object.values(type.getFields()).map((field) => {
        const args =
          'args' in field ? field.args.map(({ name, type: of }: GraphQLArgument) => `${name}: ${String(of)}`) : [];
        return `${type.name}.${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}: ${String(field.type)}`;
      });
    });
}

/** Every command with its arguments, and every option. */
function commands(command: Command, before = ''): readonly string[] {
  const name = `${before}${command.name()}`;
  const usage = command.registeredArguments.map((each) => (each.required ? `<${each.name()}>` : `[${each.name()}]`));
  return [
    [name, ...usage].join(' '),
    ...command.options.map(({ flags }) => `${name} ${flags}`),
    ...command.commands.flatMap((each) => commands(each, `${name} `)),
  ];
}

/** Every variable of the environment, by the file that reads it. */
function environment(): readonly string[] {
  const files = [
    'gateway/config.ts',
    'gateway/config-issuers.ts',
    'platform/configuration/variables.ts',
    'network/production/agency-config.ts',
    'network/production/ledger-config.ts',
    'network/production/migrate-all.ts',
    'cli/read-development.ts',
  ];
  return files.flatMap((path) => [...source(path).matchAll(/^\s+([A-Z][A-Z_]+): /gm)].map(([, name]) => String(name)));
}

/** Every path that the gateway answers, by the sources that route it. */
function paths(): readonly string[] {
  const folders = ['gateway/server', 'gateway/explorer'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder)).flatMap((name) =>
      name.endsWith('.ts') && !name.endsWith('.test.ts') ? [`${folder}/${name}`] : [],
    ),
  );
  const route = /(?:\.(get|post|all)\(\s*|url: )'(\/[^']*)'/g;
  return files.flatMap((path) => [...source(path).matchAll(route)].map(([, , url]) => String(url)));
}

it('docs/public-interface.txt holds all that users type and call (UPDATE_DOCS=1 writes it)', async () => {
  const sections = {
    Graph: graph(),
    Commands: commands(await buildProgram()),
    Environment: environment(),
    Paths: paths(),
  };
  const lines = Object.entries(sections).flatMap(([title, found]) => {
    expect(found.length).toBeGreaterThan(3);
    return [`# ${title}`, ...[...new Set(found)].sort(), ''];
  });
  const current = lines.join('\n');
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, current);
  expect(readFileSync(file, 'utf8')).toBe(current);
});
