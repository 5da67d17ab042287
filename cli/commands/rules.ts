import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { askGateway } from '../ask-gateway.ts';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';
import { proposedByAgency } from '../rules/proposed-by-agency.ts';
import type { WithAgencyRules } from '../rules/with-agency-rules.ts';
import { runningGateway } from '../running-gateway.ts';

interface Options {
  readonly gateway: string;
  readonly token?: string;
  readonly json?: boolean;
}
interface DraftOptions extends Options {
  readonly base?: number;
  readonly agency?: string;
  readonly without?: readonly string[];
}
interface RuleText {
  readonly number: number;
  readonly yaml: string;
}
/** A text of rules and the set that it was written against. */
interface Written {
  readonly yaml: string;
  readonly base: number;
  readonly placeOf?: WithAgencyRules['placeOf'];
}
type Role = 'privacy-officer' | 'approver';

interface RuleSet {
  readonly number: number;
  readonly state: string;
  readonly liveFrom: string | null;
}
interface RulesCheck {
  readonly head: number;
  readonly problems: readonly {
    readonly severity: string;
    readonly message: string;
    readonly path: string | null;
    readonly line: number | null;
    readonly column: number | null;
    readonly rules: readonly string[];
  }[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}
interface Impact {
  readonly questions: number;
  readonly changed: number;
  readonly complete: boolean;
  readonly changes: readonly {
    readonly agency: string;
    readonly role: string;
    readonly purpose: string;
    readonly category: string;
    readonly level: string;
    readonly opens: boolean;
    readonly questions: number;
  }[];
}

const purpose = 'privacy-administration';
const shown = '{ number state liveFrom }';
const checked = '{ head problems { severity message path line column rules } added removed changed }';

/** `trellis rules`: sets of sharing rules, from a text to the moment they are live, asked of a running gateway as an officer of the network. */
export function rulesCommand(): Command {
  const command = new Command('rules').description('sets of sharing rules: check, draft, approve, publish, revert');
  const add = (name: string, description: string): Command =>
    command
      .command(name)
      .description(description)
      .option('--gateway <url>', 'the gateway to ask', runningGateway.url())
      .option('--token <jwt>', "an officer's token; one of the development issuer unless given")
      .option('--json', 'print the answer as JSON');

  add('check', 'what stands in the way of a text, and how it differs from the last set published')
    .argument('<file>', 'the pack, YAML')
    .action(async (file: string, options: Options) => {
      const found = await check(await textOf(file), options);
      print(options, found, () => printCheck(found));
      if (found.problems.some(({ severity }) => severity === 'ERROR')) process.exitCode = 1;
    });

  add('draft', 'store a text as a draft; where somebody published since, show the difference instead')
    .argument('[file]', 'the pack, YAML')
    .option('--base <number>', 'with a file: the set it was written against', wholeNumber)
    .option('--agency <name>', 'in place of a file: what agencies/NAME/rules.yaml proposes, in the last set published')
    .option('--without <id...>', 'with --agency: rules that are to go, since a file cannot say what it no longer has')
    .action(async (file: string | undefined, { base, agency, without, ...options }: DraftOptions) => {
      if ((file === undefined) === (agency === undefined) || (file === undefined) !== (base === undefined))
        throw new Failure('a draft is a file with --base NUMBER, or --agency NAME', { exitCode: 2 });
      if (file !== undefined && base !== undefined) return draft({ yaml: await textOf(file), base }, options);
      const proposed = await proposedByAgency(agency ?? '', without ?? [], {
        live: async () =>
          (await ask<{ rules: RuleText }>(options, 'privacy-officer', '{ rules { number yaml } }', {})).rules,
        ofNumber: async (number) => {
          const query = 'query($number: Int!) { set: ruleSet(number: $number) { number yaml } }';
          return (await ask<{ set: RuleText }>(options, 'privacy-officer', query, { number })).set.yaml;
        },
        head: async (yaml) => (await check(yaml, options)).head,
      });
      await draft(proposed, options);
    });

  add('approve', 'approve a draft; not by its author')
    .argument('<number>', 'the draft', wholeNumber)
    .action((number: number, options: Options) =>
      change(options, 'approver', `mutation($number: Int!) { set: approveRules(number: $number) ${shown} }`, {
        number,
      }),
    );

  add('publish', 'make an approved set live, everywhere at one instant')
    .argument('<number>', 'the set', wholeNumber)
    .option('--at <instant>', 'later (ISO 8601); now unless given')
    .action((number: number, options: Options & { readonly at?: string }) =>
      change(
        options,
        'privacy-officer',
        `mutation($number: Int!, $at: DateTime) { set: publishRules(number: $number, at: $at) ${shown} }`,
        { number, at: options.at ?? null },
      ),
    );

  add('revert', 'ask to bring back what an earlier set said, as a new set: live once another approves it')
    .argument('<number>', 'the earlier set', wholeNumber)
    .action((to: number, options: Options) =>
      change(options, 'privacy-officer', `mutation($to: Int!) { set: revertRules(to: $to) ${shown} }`, { to }),
    );

  add('impact', 'what a set would answer otherwise, over what was disclosed')
    .argument('<number>', 'the set', wholeNumber)
    .option('--from <instant>', 'since when (ISO 8601); a month ago unless given')
    .action(async (number: number, options: Options & { readonly from?: string }) => {
      const query = `query($number: Int!, $from: DateTime) { ruleSet(number: $number) { impact(from: $from) {
        questions changed complete changes { agency role purpose category level opens questions } } } }`;
      const { ruleSet } = await ask<{ ruleSet: { impact: Impact } | null }>(options, 'privacy-officer', query, {
        number,
        from: options.from ?? null,
      });
      if (ruleSet === null) throw new Failure(`there is no rule set ${String(number)}`);
      print(options, ruleSet.impact, () => printImpact(ruleSet.impact));
    });
  return command;
}

/** Stores a text as a draft against the set it was written against, and says how it differs. */
async function draft({ yaml, base, placeOf }: Written, options: Options): Promise<void> {
  const found = await check(yaml, options);
  if (found.head !== base || found.problems.some(({ severity }) => severity === 'ERROR')) {
    printCheck(found, placeOf);
    throw new Failure(
      found.head === base
        ? 'the text cannot be drafted'
        : `rule set ${String(found.head)} was published since ${String(base)}`,
      { fix: `Put it right against rule set ${String(found.head)}, and draft with --base ${String(found.head)}.` },
    );
  }
  if (placeOf !== undefined && options.json !== true) printCheck({ ...found, problems: [] });
  const query = `mutation($input: RulesInput!) { set: draftRules(input: $input) ${shown} }`;
  await change(options, 'privacy-officer', query, { input: { base, yaml } });
}

const check = async (yaml: string, options: Options): Promise<RulesCheck> =>
  (
    await ask<{ found: RulesCheck }>(
      options,
      'privacy-officer',
      `query($yaml: String!) { found: checkRules(yaml: $yaml) ${checked} }`,
      { yaml },
    )
  ).found;

async function change(options: Options, role: Role, query: string, variables: Record<string, unknown>): Promise<void> {
  const { set } = await ask<{ set: RuleSet }>(options, role, query, variables);
  const from = set.liveFrom === null ? '' : `, live from ${set.liveFrom}`;
  print(options, set, () => console.log(`rule set ${String(set.number)}: ${set.state}${from}`));
}

async function ask<Data>(
  { gateway, token }: Options,
  role: Role,
  query: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  return askGateway<Data>(gateway, { query, variables, purpose, token: token ?? (await mint(role)) });
}

async function mint(role: Role): Promise<string> {
  const { openDevelopmentIssuer } = await import('@trellis/network/development');
  const issuer = await openDevelopmentIssuer(dataDirectory());
  return issuer.mint({ agency: 'network', role, kind: 'officer', user: `network:${role}`, purposes: [purpose] });
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new Failure(`the file ${file} cannot be read (${why})`, { exitCode: 2 });
  }
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Failure(`\`${text}\` is not the number of a rule set`, { exitCode: 2 });
  return Number(text);
}

function print({ json }: Options, found: unknown, inWords: () => void): void {
  if (json === true) console.log(JSON.stringify(found));
  else inWords();
}

function printCheck(
  { head, problems, added, removed, changed }: RulesCheck,
  placeOf?: WithAgencyRules['placeOf'],
): void {
  console.log(`compared with rule set ${String(head)}`);
  for (const [word, ids] of Object.entries({ added, removed, changed })) {
    for (const id of ids) console.log(`${word.padEnd(8)} ${id}`);
  }
  for (const { severity, message, path, line, column, rules } of problems) {
    const own = path === null ? undefined : placeOf?.(path);
    const at = own ?? `${String(line)}:${String(column)}`;
    const place = line === null ? rules.join(', ') : `${at} ${path ?? ''}`;
    console.log(`${severity.padEnd(8)} ${place === '' ? '' : `${place}: `}${message}`);
  }
}

function printImpact({ questions, changed, complete, changes }: Impact): void {
  console.log(`${String(changed)} of ${String(questions)} questions would be answered otherwise`);
  if (!complete) console.log('there were more than could be looked through: give a later --from');
  for (const { agency, role, purpose: why, category, level, opens, questions: times } of changes) {
    console.log(`${opens ? '+' : '-'} ${String(times).padStart(5)} ${agency} ${role}, ${why}: ${category} ${level}`);
  }
}
