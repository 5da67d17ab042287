import { Command } from 'commander';
import { expandCategories, vocabulary } from '@trellis/vocabulary';
import { askGateway } from '../ask-gateway.ts';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';
import { readPurpose, requesterFrom, requesterOptions, type RequesterOptions } from '../requester-options.ts';
import { runningGateway } from '../running-gateway.ts';

interface Options extends RequesterOptions {
  readonly purpose: string;
  readonly at?: string;
  readonly category?: readonly string[];
  readonly gateway: string;
  readonly token?: string;
  readonly json?: boolean;
}

interface CategoryExplanation {
  readonly category: string;
  readonly level: 'FULL' | 'SUMMARY' | null;
  readonly decidedBy: number;
  readonly routes: readonly string[];
  /** Rules that speak of it and do not apply here. */
  readonly unmet: readonly { readonly rule: string; readonly sentence: string }[];
  readonly lines: readonly {
    readonly number: number;
    readonly applies: boolean;
    readonly sentence: string;
    readonly cites: readonly string[];
  }[];
}

const query = `query Explain($child: NetworkId!, $requester: RequesterInput!, $purpose: Purpose!, $at: DateTime, $categories: [Category!]) {
  explain(child: $child, requester: $requester, purpose: $purpose, at: $at, categories: $categories) {
    at ruleSet categories { category level decidedBy routes lines { number applies sentence cites } unmet { rule sentence } }
  }
}`;

/** `trellis explain`: the ten lines of the decision, asked of a running gateway as a privacy officer. */
export function explainCommand(): Command {
  return new Command('explain')
    .description("why a requester is, or is not, given each category of a child's data")
    .argument('<child>', 'network id of the child')
    .addOption(requesterOptions.agency)
    .addOption(requesterOptions.role)
    .requiredOption('--purpose <code>', 'the purpose of the request')
    .addOption(requesterOptions.user)
    .addOption(requesterOptions.kind)
    .option('--category <code...>', 'only these categories, or all of a domain, each with its ten lines')
    .option('--at <instant>', 'as the register stood then (ISO 8601); now unless given')
    .option('--gateway <url>', 'the gateway to ask', runningGateway.url())
    .option('--token <jwt>', "a privacy officer's token; one of the development issuer unless given")
    .option('--json', 'print the explanation as JSON')
    .action(async (child: string, options: Options) => {
      const { kind, ...requester } = requesterFrom(options);
      const purpose = 'privacy-administration';
      const variables = {
        child,
        requester: { ...requester, kind },
        purpose: readPurpose(options.purpose),
        at: readInstant(options.at),
        categories: readCategories(options.category),
      };
      const token = options.token ?? (await mintOfficer(purpose));
      const { explain } = await askGateway<{
        explain: { at: string; ruleSet: number; categories: CategoryExplanation[] };
      }>(options.gateway, {
        query,
        variables,
        token,
        purpose,
      }).catch((error: unknown) => {
        throw options.at !== undefined && error instanceof Failure && error.message.includes('BAD_REQUEST')
          ? new Failure(`the register has nothing to decide by at ${options.at}`, {
              fix: 'No rule set was live yet: name a later instant.',
            })
          : error;
      });
      if (options.json) return console.log(JSON.stringify(explain));
      console.log(
        `${requester.agency} ${requester.role} (${requester.user}), ${options.purpose}, at ${explain.at}, rule set ${String(explain.ruleSet)}\n`,
      );
      explain.categories.forEach(options.category === undefined ? printSummary : printLines);
      if (options.category === undefined) console.log('\nAdd --category CODE for the ten lines of one of them.');
    });
}

async function mintOfficer(purpose: string): Promise<string> {
  const { openDevelopmentIssuer } = await import('@trellis/network/development');
  const issuer = await openDevelopmentIssuer(dataDirectory());
  return issuer.mint({
    agency: 'network',
    role: 'privacy-officer',
    kind: 'officer',
    user: 'privacy-officer',
    purposes: [purpose],
  });
}

function readCategories(codes: readonly string[] | undefined): readonly string[] | null {
  const unknown = codes?.find((code) => expandCategories(vocabulary, code) === undefined);
  if (unknown !== undefined) {
    throw new Failure(`\`${unknown}\` is neither a category nor a domain`, {
      fix: `Domains: ${[...new Set(vocabulary.categories.map(({ domain }) => domain))].join(', ')}. Without --category all are listed.`,
      exitCode: 2,
    });
  }
  return codes ?? null;
}

function readInstant(at: string | undefined): string | null {
  if (at === undefined) return null;
  const instant = Date.parse(at);
  if (Number.isNaN(instant))
    throw new Failure(`\`${at}\` is not an instant`, { fix: 'Write it as 2026-03-01T12:00:00Z.', exitCode: 2 });
  return new Date(instant).toISOString();
}

function printSummary({ category, level, decidedBy, routes, lines }: CategoryExplanation): void {
  const decided = lines.find(({ number }) => number === decidedBy);
  const open = level === null && routes.length > 0 ? ` (routes: ${routes.join(', ')})` : '';
  console.log(
    `${(level ?? 'withheld').padEnd(9)} ${category.padEnd(38)} ${String(decidedBy).padStart(2)}. ${decided?.sentence ?? ''}${open}`,
  );
}

function printLines({ category, level, decidedBy, routes, lines, unmet }: CategoryExplanation): void {
  console.log(`${category}: ${level ?? 'withheld'}${level === null ? `, routes: ${routes.join(', ') || 'none'}` : ''}`);
  for (const { number, applies, sentence, cites } of lines) {
    const mark = number === decidedBy ? '>' : applies ? '+' : ' ';
    console.log(
      `${mark} ${String(number).padStart(2)}. ${sentence}${cites.length > 0 ? ` [${cites.join('; ')}]` : ''}`,
    );
  }
  for (const { rule, sentence } of unmet) console.log(`      not met: ${rule}: ${sentence}`);
  console.log('');
}
