import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { network } from '@trellis/vocabulary';
import { Failure } from '../failure.ts';

interface Options {
  readonly check?: boolean;
}

const help = `
Examples:
  npx trellis types                 every agency of the network whose code has a parents.ts
  npx trellis types youth-shelter --check  whether what stands there is what the schema says`;

/** `trellis types`: writes the types of an agency's resolvers beside its code. */
export function typesCommand(): Command {
  return new Command('types')
    .description(
      "write the types of an agency's resolvers, from its schema: resolvers.generated.ts, beside its parents.ts",
    )
    .argument('[agencies...]', 'whose; all that have a parents.ts unless given')
    .option('--check', 'write nothing, and fail where it is stale')
    .addHelpText('after', help)
    .action(async (named: readonly string[], { check }: Options) => {
      const { codeFolderOf } = await import('@trellis/network/code-folder');
      const { readSubgraphs } = await import('@trellis/network/subgraphs');
      const { resolverTypes } = await import('../types/resolver-types.ts');
      const stale: string[] = [];
      for (const { name, file } of readSubgraphs(network)) {
        if (named.length > 0 && !named.includes(name)) continue;
        const folder = codeFolderOf(network, name);
        const parents = folder === undefined ? undefined : join(folder, 'parents.ts');
        if (folder === undefined || parents === undefined || !existsSync(parents)) {
          if (named.includes(name)) throw withoutParents(name);
          continue;
        }
        const target = join(folder, 'resolvers.generated.ts');
        const text = await resolverTypes(readFileSync(file, 'utf8'), readFileSync(parents, 'utf8'));
        if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
        const shown = relative(process.cwd(), target);
        if (check === true) stale.push(shown);
        else {
          writeFileSync(target, text);
          console.log(`wrote ${shown}`);
        }
      }
      if (stale.length > 0)
        throw new Failure(`not what the schema says: ${stale.join(', ')}`, { fix: 'Run `npx trellis types`.' });
    });
}

function withoutParents(name: string): Failure {
  return new Failure(`${name} has no parents.ts beside its code`, {
    fix: 'Write one: `export type Context = AgencyContext<…>`, and `<Type>Parent` for each type whose resolvers are given a row.',
    exitCode: 2,
  });
}
