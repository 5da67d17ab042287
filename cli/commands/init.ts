import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { Failure } from '../failure.ts';
import { smallNetworkYaml, smallPackYaml } from '../init/small-network.ts';

interface Options {
  readonly from: 'small' | 'ontario';
  readonly name?: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
}

const shipped = fileURLToPath(new URL('../../networks/ontario/', import.meta.url));

const help = `
Examples:
  npx trellis init my-network                    a small one, without agencies: \`npx trellis new\` adds them
  npx trellis init my-network --from ontario     one that starts as Ontario's`;

/** `trellis init`: a new network's folder. */
export function initCommand(): Command {
  return new Command('init')
    .description('make a new network: a folder of words, rules and agencies')
    .argument('<folder>', 'where; it is made, or is empty')
    .addOption(new Option('--from <start>', 'what it starts as').choices(['small', 'ontario']).default('small'))
    .option('--name <text>', 'what it is called; the name of the folder unless given')
    .option('--jurisdiction <code>', 'whose law it is under, such as CA-ON', 'XX')
    .option('--time-zone <zone>', 'where its days begin', 'UTC')
    .addHelpText('after', help)
    .action(async (written: string, options: Options) => {
      const folder = resolve(written);
      if (existsSync(folder) && (await readdir(folder)).length > 0)
        throw new Failure(`${folder} is not empty`, { fix: 'Name a folder that is new or empty.', exitCode: 2 });
      await mkdir(folder, { recursive: true });
      if (options.from === 'ontario') await cp(shipped, folder, { recursive: true });
      else await writeSmall(folder, options);
      await writeFile(
        join(folder, '.gitignore'),
        '# Data and keys of development, and secrets of production.\n.trellis*/\nsecrets/\n.env\n',
      );
      const where = relative(process.cwd(), folder) || '.';
      console.log(
        `Made the network in ${where}.\n\nNext:\n  cd ${where}\n  npx trellis new my-agency\n  npx trellis dev`,
      );
    });
}

async function writeSmall(folder: string, { name = basename(folder), jurisdiction, timeZone }: Options): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const network = { name, jurisdiction, timeZone };
  const files = {
    'network.yaml': smallNetworkYaml(join(shipped, 'network.yaml'), network),
    'rules/pack.yaml': smallPackYaml(network, today),
    'agencies/.gitkeep': '',
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}
