import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { checkGraph } from '@trellis/catalogue';
import { firstRules } from '@trellis/network/first-rules';
import { readSubgraphs } from '@trellis/network/subgraphs';
import { readNetwork } from '@trellis/vocabulary';
import { codeFindings } from '../../cli/check/code-findings.ts';
import { migrationFindings } from '../../cli/check/migration-findings.ts';
import { withRuleFindings } from '../../cli/check/rule-findings.ts';
import { smallNetworkYaml, smallPackYaml } from '../../cli/init/small-network.ts';
import { schemaGraphql } from '../../cli/new/agency-code.ts';
import { agencyYaml, rulesYaml } from '../../cli/new/agency-words.ts';
import { namesOf } from '../../cli/new/names.ts';

const shipped = fileURLToPath(new URL('../../networks/ontario/network.yaml', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'trellis-rules-'));
const own = join(folder, 'agencies', 'food-bank', 'rules.yaml');
const pack = join(folder, 'rules', 'pack.yaml');
const words = { name: 'net', jurisdiction: 'XX', timeZone: 'UTC' };
const agency = { title: 'Food bank', role: 'server', involvement: 'fed', telephone: '555-0100' };

/** A network of one agency, as `trellis init` and `trellis new` write it. */
beforeEach(() => {
  mkdirSync(join(folder, 'rules'), { recursive: true });
  rmSync(join(folder, 'agencies'), { recursive: true, force: true });
  writeFileSync(join(folder, 'network.yaml'), smallNetworkYaml(shipped, words));
  writeFileSync(pack, smallPackYaml(words, '2026-01-01'));
  const network = readNetwork(folder);
  mkdirSync(join(folder, 'agencies', 'food-bank'), { recursive: true });
  writeFileSync(join(folder, 'agencies', 'food-bank', 'agency.yaml'), agencyYaml(network, agency));
  writeFileSync(join(folder, 'agencies', 'food-bank', 'schema.graphql'), schemaGraphql(namesOf('food-bank')));
  writeFileSync(own, rulesYaml(network, namesOf('food-bank'), agency, '2026-01-01'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function change(file: string, was: string, becomes: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(was);
  writeFileSync(file, text.replace(was, becomes));
}

/** The findings of a check of the agency: rule, place and message. */
async function found(): Promise<readonly string[]> {
  const network = readNetwork(folder);
  const rules = firstRules(network);
  const { report } = await checkGraph({
    vocabulary: network.vocabulary,
    subgraphs: readSubgraphs(network),
    agencies: ['food-bank'],
    rules: rules.yaml,
    operations: [],
  });
  return withRuleFindings(report, rules, network).found.map(
    ({ severity, rule, file = '', line, message }) =>
      `${severity} ${rule} ${relative(folder, file).replaceAll('\\', '/')}:${String(line)} ${message}`,
  );
}

function lineOf(file: string, text: string): number {
  return (
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

describe('a slip in sharing rules', () => {
  it('is none in what trellis new writes', async () => {
    expect(await found()).toEqual([]);
  });

  it.each([
    ['a role that nobody has', 'roles: [server]', 'roles: [servers]', /unknown role `servers` of `food-bank`/],
    [
      'a purpose that is not on the network',
      'purposes: [child-protection-investigation]',
      'purposes: [feeding]',
      /feeding/,
    ],
    ['a recipient that is no mapping', 'recipients: [{', 'recipients: [food-bank, {', /Invalid input/],
  ])('is told at its line of the agency’s own file: %s', async (_name, was, becomes, says) => {
    change(own, was, becomes);
    const [first = ''] = await found();
    expect(first).toContain(`error sharing-rules-fit agencies/food-bank/rules.yaml:${String(lineOf(own, becomes))} `);
    expect(first).toMatch(says);
  });

  it('is told at the rule where a part of it is missing', async () => {
    change(own, '    basis: BY_LAW\n', '    bases: BY_LAW\n');
    const line = String(lineOf(own, '- id: food-bank-reads-its-own'));
    expect((await found())[0]).toContain(`error sharing-rules-fit agencies/food-bank/rules.yaml:${line} `);
  });

  it('is told at its line of the network’s pack', async () => {
    change(pack, 'basis: BY_LAW', 'basis: BY_LUCK');
    expect((await found())[0]).toContain(
      `error sharing-rules-fit rules/pack.yaml:${String(lineOf(pack, 'basis: BY_LUCK'))} `,
    );
  });

  it.each([
    [
      'an agency',
      '{ agency: food-bank, roles',
      '{ agency: foodbank, roles',
      '`food-bank-reads-its-own` names `foodbank`',
    ],
    ['a kind of involvement', 'kinds: [fed]', 'kinds: [feed]', '`food-bank-reads-its-own` names `feed`'],
    [
      'a category',
      '    categories: [food-bank]',
      '    categories: [food-bank.note, food-bank.notes]',
      'names `food-bank.notes`',
    ],
    [
      'a kind of authority',
      'rules:\n',
      'reach: { chld: [{ may: [CONSENT], categories: [food-bank] }] }\nrules:\n',
      '`reach.chld` names `chld`',
    ],
  ])('is told where a proposal names what is not on the network: %s', async (_name, was, becomes, says) => {
    change(own, was, becomes);
    expect((await found()).filter((each) => each.includes('proposal-names-the-unknown'))).toEqual([
      expect.stringContaining(says),
    ]);
  });

  it.each([
    ['no YAML', own, 'rules:', 'rules: [', /agencies\/food-bank\/rules\.yaml:\d+: /],
    ['another key', own, 'rules:', 'rulez:', /agencies\/food-bank\/rules\.yaml holds `rules`/],
    ['a list', own, 'rules:\n', '', /agencies\/food-bank\/rules\.yaml holds `rules`/],
    ['a pack without rules', pack, 'rules:', 'ruls:', /rules\/pack\.yaml needs `authorities` and `rules`/],
  ])('names the file where nothing can be read of it: %s', (_name, file, was, becomes, says) => {
    change(file, was, becomes);
    expect(() => firstRules(readNetwork(folder))).toThrow(says);
  });

  it('names the file where network.yaml names one that is not there', () => {
    change(join(folder, 'network.yaml'), 'rules/pack.yaml', 'rules/other.yaml');
    expect(() => firstRules(readNetwork(folder))).toThrow(/rules\/other\.yaml is not there.*network\.yaml/);
  });

  it('and an agency without a schema is named with the file to write', () => {
    rmSync(join(folder, 'agencies', 'food-bank', 'schema.graphql'));
    expect(() => readSubgraphs(readNetwork(folder))).toThrow(
      /agencies\/food-bank\/schema\.graphql is not there: write the schema of food-bank/,
    );
  });

  it.each([
    ['neither code nor address', 'package: ./index.ts\n', '', 'warning somebody-answers 1'],
    ['code that is not there', './index.ts', './main.ts', 'error code-is-there 7'],
  ])('and an agency with %s is named', (_name, was, becomes, says) => {
    const file = join(folder, 'agencies', 'food-bank', 'agency.yaml');
    change(file, was, becomes);
    const told = codeFindings(readNetwork(folder), ['food-bank']);
    expect(told.map(({ severity, rule, line }) => `${severity} ${rule} ${String(line)}`)).toEqual([says]);
    expect(codeFindings(readNetwork(folder), ['identity'])).toEqual([]);
  });

  it('and the rule that is written is for the purpose that was named, or the network’s first, and lists the others', () => {
    const network = readNetwork(folder);
    const [first = '', second = ''] = network.vocabulary.purposes.keys();
    const written = (purpose?: string) =>
      rulesYaml(network, namesOf('food-bank'), { ...agency, ...(purpose && { purpose }) }, '2026-01-01');
    expect(written()).toContain(`purposes: [${first}]`);
    expect(written(second)).toContain(`purposes: [${second}]`);
    expect(written()).toContain(`The network's purposes: ${first}, ${second}`);
  });

  it.each([
    ['that run', 'create table meals (id text primary key);', []],
    ['that name no type', 'create table meals (\n  id text,\n  warm integr\n);', ['error migrations-run 3']],
    // Its Postgres may have what the embedded one has not.
    ['that only another server runs', '\ncreate extension no_such_thing;', ['warning migrations-run 1']],
  ])('and an agency with migrations %s is found by running them', async (_name, sql, says) => {
    const directory = join(folder, 'agencies', 'food-bank', 'migrations');
    mkdirSync(directory);
    writeFileSync(join(directory, '0001-records.sql'), sql);
    const told = await migrationFindings(readNetwork(folder), ['food-bank']);
    expect(told.map(({ severity, rule, line }) => `${severity} ${rule} ${String(line)}`)).toEqual(says);
    expect(await migrationFindings(readNetwork(folder), ['identity'])).toEqual([]);
  });
});
