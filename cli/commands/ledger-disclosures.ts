import { Command, Option } from 'commander';
import type { AccountEntry } from '@trellis/ledger';
import { vocabulary } from '@trellis/vocabulary';
import { askGateway } from '../ask-gateway.ts';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';
import { requesterFrom, requesterOptions, type RequesterOptions } from '../requester-options.ts';
import { print } from './ledger-files.ts';
import { runningGateway } from '../running-gateway.ts';

interface Options extends RequesterOptions {
  readonly by?: string;
  readonly recipient?: string;
  readonly from?: string;
  readonly to?: string;
  readonly format: 'csv' | 'fhir' | 'json';
  readonly system: string;
  readonly gateway: string;
  readonly token?: string;
}

interface Node extends Omit<AccountEntry, 'id' | 'at' | 'child' | 'categories' | 'grounds' | 'disclosure' | 'flow'> {
  readonly id: string;
  readonly reference: string;
  readonly at: string;
  readonly child: { readonly id: string } | null;
  readonly categories: readonly string[];
  readonly summarised: readonly string[];
  readonly grounds: readonly { readonly category: string; readonly kind: string; readonly id: string }[];
  readonly flowedTo: string | null;
}
interface Connection {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const connection = `{ edges { node {
  id reference index at child { id } requester { agency role user kind } purpose categories summarised obligations ruleSet flowedTo grounds { category kind id }
} } pageInfo { hasNextPage endCursor } }`;
const ofChild = `query($child: NetworkId!, $agency: String, $from: DateTime, $to: DateTime, $after: String) {
  child(id: $child) { disclosures(first: 200, agency: $agency, from: $from, to: $to, after: $after) ${connection} } }`;
const byUser = `query($by: String, $from: DateTime, $to: DateTime, $after: String) {
  disclosures(first: 200, by: $by, from: $from, to: $to, after: $after) ${connection} }`;

/** `trellis ledger disclosures`: an account of disclosures as a file; asked of a gateway, so that nobody is told more than they may see. */
export function disclosuresCommand(): Command {
  return new Command('disclosures')
    .description('who received what of a child, or of all; what the requester named may see of it')
    .argument('[child]', 'network id of the child')
    .addOption(requesterOptions.agency)
    .addOption(requesterOptions.role)
    .addOption(requesterOptions.user)
    .addOption(requesterOptions.kind)
    .option('--by <user>', 'without a child: only what this person received')
    .option('--recipient <agency>', 'with a child: only what this agency received')
    .option('--from <instant>', 'from then on (ISO 8601)')
    .option('--to <instant>', 'up to then')
    .addOption(new Option('--format <format>', 'what to print').choices(['csv', 'fhir', 'json']).default('csv'))
    .option('--system <uri>', 'with `fhir`: what the network’s own codes belong to', 'urn:trellis:network')
    .option('--gateway <url>', 'the gateway to ask', runningGateway.url())
    .option('--token <jwt>', "the requester's token; one of the development issuer unless given")
    .action(disclosures);
}

async function disclosures(child: string | undefined, options: Options): Promise<void> {
  if (child === undefined ? options.recipient !== undefined : options.by !== undefined)
    throw new Failure('--recipient goes with a child, --by without one', { exitCode: 2 });
  const { auditEvent, writeCsv } = await import('@trellis/ledger');
  const entries = (await read(child, options)).map(entryOf);
  if (options.format === 'csv') process.stdout.write(writeCsv(entries));
  else if (options.format === 'json') entries.forEach(print);
  else {
    const hl7Purpose = (purpose: string) => vocabulary.purposes.get(purpose)?.hl7;
    for (const entry of entries) print(auditEvent(entry, { system: options.system, hl7Purpose }));
  }
}

/** Every page, to the last. */
async function read(child: string | undefined, options: Options): Promise<readonly Node[]> {
  const requester = requesterFrom(options);
  const purpose = requester.kind === 'family' ? 'family-access' : 'privacy-administration';
  const token = options.token ?? (await mint({ ...requester, purposes: [purpose] }));
  const { from, to, by, recipient: agency } = options;
  const nodes: Node[] = [];
  for (let after: string | null = null; ;) {
    const variables: Record<string, unknown> = { child, by, agency, from, to, after };
    const data: { child?: { disclosures: Connection | null } | null; disclosures?: Connection } = await askGateway(
      options.gateway,
      { query: child === undefined ? byUser : ofChild, variables, token, purpose },
    );
    const page = child === undefined ? data.disclosures : data.child?.disclosures;
    if (!page) throw new Failure('the gateway gave no disclosures');
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}

async function mint(claims: ReturnType<typeof requesterFrom> & { readonly purposes: string[] }): Promise<string> {
  const { openDevelopmentIssuer } = await import('@trellis/network/development');
  return (await openDevelopmentIssuer(dataDirectory())).mint(claims);
}

function entryOf({ id, reference, at, child, categories, summarised, grounds, flowedTo, ...rest }: Node): AccountEntry {
  const byGround = new Map<string, { kind: string; id: string; categories: string[] }>();
  for (const { kind, id: ground, category } of grounds) {
    const known = byGround.get(`${kind} ${ground}`) ?? { kind, id: ground, categories: [] };
    known.categories.push(category);
    byGround.set(`${kind} ${ground}`, known);
  }
  return {
    ...rest,
    id,
    disclosure: reference,
    at: Date.parse(at),
    child: child?.id ?? null,
    categories: { FULL: categories, SUMMARY: summarised },
    grounds: [...byGround.values()],
    ...(flowedTo !== null && { flow: { to: flowedTo } }),
  };
}
