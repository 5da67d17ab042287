import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import { network } from '@trellis/vocabulary';
import { Failure } from '../failure.ts';
import { composeYaml, indexTs, loadersTs, migrationSql, parentsTs, schemaGraphql, testTs } from '../new/agency-code.ts';
import { agencyYaml, rulesYaml, type NewAgency } from '../new/agency-words.ts';
import { readPurpose } from '../requester-options.ts';
import { namesOf } from '../new/names.ts';

interface Options {
  readonly title?: string;
  readonly role?: string;
  readonly involvement?: string;
  readonly telephone?: string;
  readonly purpose?: string;
  readonly url?: string;
  readonly json?: boolean;
}

const help = `
Asks for what no flag gives, where somebody can answer; otherwise writes an example to change.

Example:
  npx trellis new youth-shelter --title "Youth shelter" --role shelter-worker --involvement housed
  npx trellis dev --agency youth-shelter`;

/** `trellis new`: an agency's folder in the network: words, schema, code, migration, rules, a test. */
export function newCommand(): Command {
  return new Command('new')
    .description('write a new agency into the network: its words, schema, code, migration, rules and test')
    .argument('<agency>', 'its code: lower-case words joined by hyphens')
    .option('--title <text>', 'what people call it')
    .option('--role <role>', 'the role of its workers')
    .option('--involvement <kind>', 'what its work with a child is called')
    .option('--purpose <code>', 'for which its workers read their own record; the network’s first unless given')
    .option('--telephone <number>', 'whom to call at any hour')
    .option('--json', 'print the files that were written as JSON')
    .addHelpText('after', help)
    .action(async (code: string, options: Options) => {
      const folder = folderFor(code);
      const agency = await ask(code, options);
      const names = namesOf(code);
      const today = new Date().toISOString().slice(0, 10);
      const { resolverTypes } = await import('../types/resolver-types.ts');
      const files: Readonly<Record<string, string>> = {
        'agency.yaml': agencyYaml(network, agency),
        'schema.graphql': schemaGraphql(names),
        'rules.yaml': rulesYaml(network, names, agency, today),
        'index.ts': indexTs(names, agency.title),
        'loaders.ts': loadersTs,
        'parents.ts': parentsTs(names),
        'resolvers.generated.ts': await resolverTypes(schemaGraphql(names), parentsTs(names)),
        'migrations/0001-records.sql': migrationSql,
        'agency.test.ts': testTs(names),
        'compose.yaml': composeYaml(names),
      };
      for (const [name, text] of Object.entries(files)) {
        const path = join(folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text, { flag: 'wx' });
      }
      if (options.json) return console.log(JSON.stringify({ folder, files: Object.keys(files) }));
      for (const name of Object.keys(files)) console.log(`wrote ${relative(process.cwd(), join(folder, name))}`);
      if (options.purpose === undefined && agency.purpose !== undefined)
        console.log(`\nIts workers read their own record for ${agency.purpose}: rules.yaml lists the other purposes.`);
      console.log(
        `\nNext:\n  npx trellis check ${code}\n  npx trellis test ${code}\n  npx trellis dev --agency ${code}`,
      );
    });
}

/** The folder in which the agency will stand. Nothing that is there is ever written over. */
function folderFor(code: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code) || code.length > 40)
    throw new Failure(`\`${code}\` is no code of an agency`, {
      fix: 'Write lower-case words joined by hyphens, such as youth-shelter.',
      exitCode: 2,
    });
  if (['network', 'family', 'entry', ...network.vocabulary.agencies].includes(code))
    throw new Failure(`\`${code}\` is taken on the network ${network.name}`, {
      fix: 'Choose another code.',
      exitCode: 2,
    });
  const folder = join(network.folder, 'agencies', code);
  if (existsSync(folder))
    throw new Failure(`${folder} is there already`, { fix: 'Choose another code, or remove it.', exitCode: 2 });
  return folder;
}

async function ask(code: string, given: Options): Promise<NewAgency> {
  const title = code.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  const purposes = [...network.vocabulary.purposes.keys()];
  const usual: Required<NewAgency> = {
    title,
    role: `${code}-worker`,
    involvement: `${code}-service`,
    telephone: '555-0100',
    purpose: purposes[0] ?? 'care-coordination',
  };
  const { title: said = undefined, role, involvement, telephone, purpose } = given;
  const flags = {
    ...(said && { title: said }),
    ...(role && { role }),
    ...(involvement && { involvement }),
    ...(telephone && { telephone }),
    ...(purpose && { purpose: readPurpose(purpose) }),
  };
  if (!process.stdin.isTTY || given.json) return { ...usual, ...flags };
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const one = async (name: keyof NewAgency, question: string): Promise<string> =>
      flags[name] ?? ((await terminal.question(`${question} (${usual[name]}): `)).trim() || usual[name]);
    return {
      title: await one('title', 'What do people call it?'),
      role: await one('role', 'What are its workers?'),
      involvement: await one('involvement', 'What is its work with a child called?'),
      telephone: await one('telephone', 'Whom does one call at any hour?'),
      purpose: readPurpose(
        await one('purpose', `What do its workers read their own record for: ${purposes.join(', ')}?`),
      ),
    };
  } finally {
    terminal.close();
  }
}
