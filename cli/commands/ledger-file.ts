import { Command } from 'commander';
import { askGateway } from '../ask-gateway.ts';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';
import { requesterFrom, requesterOptions, type RequesterOptions } from '../requester-options.ts';
import { print, readLedgerFile } from './ledger-files.ts';
import type { readKeys } from './ledger-files.ts';
import { runningGateway } from '../running-gateway.ts';

interface Options extends RequesterOptions {
  readonly from: string;
  readonly to: string;
  readonly gateway: string;
  readonly token?: string;
}

interface FilePage {
  readonly child: string;
  readonly names: readonly { readonly child: string; readonly salt: string }[];
  readonly entries: readonly {
    readonly disclosure: { readonly id: string; readonly proof: string | null };
    readonly grounds: readonly object[];
  }[];
  readonly ruleSets: readonly { readonly number: number; readonly yaml: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const query = `query($child: NetworkId!, $from: DateTime!, $to: DateTime!, $after: String) {
  childFile(child: $child, from: $from, to: $to, first: 200, after: $after) {
    child names { child salt } ruleSets { number yaml } pageInfo { hasNextPage endCursor }
    entries {
      disclosure { id reference at requester { agency role user kind } purpose categories summarised obligations ruleSet flowedTo proof }
      grounds { kind id categories sentence phrase citation record acts { act at by { agency role user kind } } }
    }
  } }`;

/** `trellis ledger file`: a court's file on one child and a period; asked of a gateway, so that nobody is told more than they may see. */
export function fileCommand(): Command {
  return new Command('file')
    .description(
      'a court’s file: every disclosure of a child in a period, what it rested on, and proofs that name the child',
    )
    .argument('<child>', 'network id of the child')
    .requiredOption('--from <instant>', 'from then on (ISO 8601)')
    .requiredOption('--to <instant>', 'up to then')
    .addOption(requesterOptions.agency)
    .addOption(requesterOptions.role)
    .addOption(requesterOptions.user)
    .addOption(requesterOptions.kind)
    .option('--gateway <url>', 'the gateway to ask', runningGateway.url())
    .option('--token <jwt>', "the requester's token; one of the development issuer unless given")
    .action(file);
}

async function file(child: string, options: Options): Promise<void> {
  const requester = requesterFrom(options);
  const purpose = 'privacy-administration';
  const token = options.token ?? (await mint({ ...requester, purposes: [purpose] }));
  const pages: FilePage[] = [];
  for (let after: string | null = null; ;) {
    const variables = { child, from: options.from, to: options.to, after };
    const data: { childFile?: FilePage } = await askGateway(options.gateway, { query, variables, token, purpose });
    if (data.childFile === undefined) throw new Failure('the gateway gave no file');
    pages.push(data.childFile);
    if (!data.childFile.pageInfo.hasNextPage) break;
    after = data.childFile.pageInfo.endCursor;
  }
  const ruleSets = new Map(pages.flatMap((page) => page.ruleSets).map((each) => [each.number, each]));
  print({
    child,
    names: pages[0]?.names ?? [],
    from: options.from,
    to: options.to,
    entries: pages.flatMap(({ entries }) =>
      entries.map(({ disclosure: { proof, ...disclosure }, grounds }) => ({
        ...disclosure,
        grounds,
        proof: proof === null ? null : (JSON.parse(proof) as object),
      })),
    ),
    ruleSets: [...ruleSets.values()],
  });
}

async function mint(claims: ReturnType<typeof requesterFrom> & { readonly purposes: string[] }): Promise<string> {
  const { openDevelopmentIssuer } = await import('@trellis/network/development');
  return (await openDevelopmentIssuer(dataDirectory())).mint(claims);
}

/** Checks a file by itself, with the public keys alone; tells what does not hold. */
export async function verifyFile(path: string, keys: Awaited<ReturnType<typeof readKeys>>): Promise<readonly string[]> {
  const { childFileShape, faultsOfChildFile } = await import('@trellis/ledger');
  const read = childFileShape.safeParse(parse(await readLedgerFile(path)));
  if (!read.success) throw new Failure(`${path} is no file that \`trellis ledger file\` printed`);
  const faults = faultsOfChildFile(read.data, keys);
  if (faults.length === 0)
    console.log(
      `${String(read.data.entries.length)} disclosures of ${read.data.child}: each is proven, and of this child.`,
    );
  return faults;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what cannot be read is no file
  }
}
