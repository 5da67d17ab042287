import { readFileSync } from 'node:fs';
import { Kind, parse, type ConstDirectiveNode } from 'graphql';
import { permissionTable, type ConditionName, type Grant } from '@trellis/register';
import { compose, type CompositionProblem } from '@trellis/schema';
import { vocabulary } from '@trellis/vocabulary';
import { refusedGraphs } from '../schema/refused-graphs.ts';
import { rules } from '../../schema/rules/rules.ts';
import { conformanceChecks } from '../../cli/conformance/run-conformance.ts';
import { root } from './pages.ts';

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** Each rule of composition: its sentence, and the fix it gives for a graph that only it refuses. */
function ruleTable(): string {
  const sentence = (name: string): string =>
    /^\/\/ (.+)\n/.exec(readFileSync(`${root}schema/rules/${name}.ts`, 'utf8'))?.[1] ?? '';
  const found = (name: string): CompositionProblem | undefined => {
    const composed = compose([...(refusedGraphs[name]?.subgraphs ?? [])], vocabulary);
    return 'problems' in composed ? composed.problems.find(({ rule }) => rule === name) : undefined;
  };
  return table(
    ['rule', 'what must hold', 'a fix it gives'],
    rules.map(({ name }) => row(`\`${name}\``, sentence(name), found(name)?.fix ?? '')),
  );
}

const conditionWords: Readonly<Record<ConditionName, string>> = {
  'holds-an-authority': 'holds an authority for the child',
  'holds-the-authority-named': 'holds the authority that decides',
  'is-the-child': 'is the child',
  'agency-is-involved': 'whose agency works with the child',
  'is-assigned': 'assigned to the child',
  'of-own-agency': "of the record's agency",
  'is-own': 'who opened it',
  'is-custodian': 'of the custodian',
  'is-another-person': 'another person than who made it, and than whom it names',
  'is-not-named': 'whom it does not name',
  'has-no-first-person': 'where nobody is recorded as who made it',
  'only-takes-away': 'where that only takes away',
  'is-own-proposal': 'who proposed it',
  'may-agree': 'who may confirm, attest or approve it',
  'is-a-proposed-consent': 'of a consent that waits',
  'of-another-agency': 'of another agency than that person',
  'gains-nothing': 'whose agency gains nothing by it',
  'suspended-by-own-agency': 'of the agency that suspended it',
  'is-no-restoration': 'where no suspension is lifted',
  'is-joint-with-the-giver': 'who decides jointly with its giver',
};

const agencyWords = {
  network: 'network',
  identity: 'identity',
  PROTECTION: 'an agency with the mandate `PROTECTION`',
  CAPACITY: 'an agency with the mandate `CAPACITY`',
} as const;

function who({ kind, agency, roles, when }: Grant): string {
  // The page says what an officer and a system are; only what is narrower is said here.
  const usual = ['privacy-officer,approver', 'system'].includes(String(roles));
  const named = roles === 'SUPERVISORS' ? 'who covers a team' : roles === 'EVERY' ? '' : roles.join(', ');
  const role = named === '' || usual ? '' : ` (${named})`;
  const of = agency === 'AGENCY' || agency === 'family' ? '' : ` of ${agencyWords[agency]}`;
  return [`${kind}${role}${of}`, ...when.map((name) => conditionWords[name])].join(', ');
}

/** The register's table of who may do what. */
function permissions(): string {
  return table(
    ['mutation', 'who may'],
    Object.entries(permissionTable).map(([mutation, grants]) => row(`\`${mutation}\``, grants.map(who).join('; '))),
  );
}

/** The flows between agencies that the supergraph declares. */
function flows(): string {
  const document = parse(readFileSync(`${root}schema/supergraph.graphql`, 'utf8'), { noLocation: true });
  const value = (directive: ConstDirectiveNode, name: string): string => {
    const found = directive.arguments?.find((argument) => argument.name.value === name)?.value;
    if (found?.kind === Kind.LIST)
      return found.values.map((each) => (each.kind === Kind.STRING ? `\`${each.value}\`` : '')).join(', ');
    return found?.kind === Kind.STRING || found?.kind === Kind.ENUM ? found.value : '';
  };
  const rows = document.definitions.flatMap((type) => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    return (type.fields ?? []).flatMap((field) => {
      const of = (name: string) => (field.directives ?? []).filter((directive) => directive.name.value === name);
      const [join] = of('join__field').filter((each) => value(each, 'requires') !== '');
      const to = join ? value(join, 'graph').toLowerCase().replaceAll('_', '-') : '';
      return of('flow').map((flow) =>
        row(
          `\`${type.name.value}.${field.name.value}\``,
          value(flow, 'from'),
          to,
          value(flow, 'is'),
          value(flow, 'level') || 'FULL',
        ),
      );
    });
  });
  return table(['field', 'from', 'to', 'carries', 'level'], rows);
}

const notOfRequests: ReadonlySet<string> = new Set(['fetchDeadlineMs', 'agencyReplyBytes']);

/** The limits on one request; those on agencies are none of a client's. */
function limits(): string {
  const ofRequests = Object.entries(vocabulary.limits).filter(([name]) => !notOfRequests.has(name));
  return table(
    ['limit', 'figure'],
    ofRequests.map(([name, figure]) => row(`\`${name}\``, Number(figure).toLocaleString('en'))),
  );
}

/** Each check of a running agency, by its id. */
function conformance(): string {
  return table(
    ['check', 'level', 'what is kept'],
    conformanceChecks.map(({ id, level, title }) => row(`\`${id}\``, level, title)),
  );
}

/** What stands between `<!-- generated: NAME -->` and `<!-- end -->` in a page, by name. */
export const generated: Readonly<Record<string, () => string>> = {
  rules: ruleTable,
  permissions,
  flows,
  limits,
  conformance,
};

const marked = /<!-- generated: ([\w-]+) -->[\s\S]*?<!-- end -->/g;

export function withGenerated(markdown: string): string {
  return markdown.replace(marked, (_, name: string) => {
    const make = generated[name];
    if (make === undefined) throw new Error(`Nothing generates ${name}.`);
    return `<!-- generated: ${name} -->\n\n${make()}\n\n<!-- end -->`;
  });
}
