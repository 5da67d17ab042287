import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ceiling, codesOf, compileRules, parseRuleSet } from '@trellis/decision';
import { firstRules } from '@trellis/network/first-rules';
import { readSubgraphs } from '@trellis/network/subgraphs';
import { compose } from '@trellis/schema';
import { NetworkFolderError, readNetwork, sharedWords, type NetworkFolder, type Requester } from '@trellis/vocabulary';
import { agencyYaml, rulesYaml } from '../../cli/new/agency-words.ts';
import { schemaGraphql } from '../../cli/new/agency-code.ts';
import { namesOf } from '../../cli/new/names.ts';
import { parse, stringify } from 'yaml';

const networks = fileURLToPath(new URL('../../networks/', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'trellis-networks-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** A copy of Ontario's folder, changed. */
function copy(name: string, change: (folder: string) => void): NetworkFolder {
  const folder = join(scratch, name);
  cpSync(join(networks, 'ontario'), folder, { recursive: true });
  change(folder);
  return readNetwork(folder);
}

/** Everything that the rules could open to anybody, written in words. */
function opened(network: NetworkFolder): readonly string[] {
  const { vocabulary } = network;
  const rules = compileRules(parseRuleSet(firstRules(network).yaml, vocabulary), vocabulary);
  const requesters = vocabulary.agencies.flatMap((agency) =>
    (vocabulary.roles[agency] ?? []).map((role): Requester => ({ agency, role, user: 'u', kind: 'worker' })),
  );
  return requesters.flatMap((requester) =>
    [...vocabulary.purposes.keys()].map((purpose) => {
      const sets = ceiling(rules, { requester, purpose });
      const words = (level: 'SUMMARY' | 'FULL') => [...codesOf(vocabulary, sets[level])].sort().join(' ');
      return `${requester.agency} ${requester.role} ${purpose}: ${words('SUMMARY')} / ${words('FULL')}`;
    }),
  );
}

const composed = (network: NetworkFolder) => compose(readSubgraphs(network), network.vocabulary);
const ontario = readNetwork(join(networks, 'ontario'));

describe('a network is a folder', () => {
  it.each(ontario.agencies.map(({ name }) => [name]))(
    'without %s it composes and decides, and nobody gains',
    (name) => {
      const network = copy(`without-${name}`, (folder) => {
        rmSync(join(folder, 'agencies', name), { recursive: true });
      });
      const result = composed(network);
      expect('problems' in result ? result.problems : []).toEqual([]);
      const before = new Map(opened(ontario).map((line) => line.split(': ') as [string, string]));
      for (const line of opened(network)) {
        const [who = '', now = ''] = line.split(': ');
        const had = new Set((before.get(who) ?? '').split(' '));
        expect(now.split(' ').filter((code) => !had.has(code))).toEqual([]);
      }
    },
  );

  it('with an agency that nobody ever heard of it composes and decides', () => {
    const names = namesOf('youth-shelter');
    const said = { title: 'Youth shelter', role: 'shelter-worker', involvement: 'housed', telephone: '555-0100' };
    const network = copy('with-a-shelter', (folder) => {
      const own = join(folder, 'agencies', 'youth-shelter');
      mkdirSync(own);
      writeFileSync(join(own, 'agency.yaml'), agencyYaml(ontario, said));
      writeFileSync(join(own, 'rules.yaml'), rulesYaml(ontario, names, said, '2026-11-26'));
      writeFileSync(join(own, 'schema.graphql'), schemaGraphql(names));
    });
    const result = composed(network);
    expect('problems' in result ? result.problems : []).toEqual([]);
    expect(opened(network).filter((line) => line.includes('youth-shelter.note'))).toHaveLength(1);
    // Nobody else's sight changed.
    const known = new Set(opened(ontario));
    expect(opened(network).filter((line) => !line.startsWith('youth-shelter') && !known.has(line))).toEqual([]);
  });

  it('the order in which categories are written does not matter', () => {
    const network = copy('backwards', (folder) => {
      for (const { name } of ontario.agencies) {
        const file = join(folder, 'agencies', name, 'agency.yaml');
        const words = parse(readFileSync(file, 'utf8')) as { categories: object };
        const categories = Object.fromEntries(Object.entries(words.categories).reverse());
        writeFileSync(file, stringify({ ...words, categories }));
      }
    });
    expect(network.vocabulary.categories.map(({ code }) => code)).not.toEqual(
      ontario.vocabulary.categories.map(({ code }) => code),
    );
    expect(opened(network)).toEqual(opened(ontario));
    expect(composed(network)).toEqual(composed(ontario));
  });

  it.each([
    ['ontario', ['EducationRecord.attendanceRate']],
    ['romandie', []],
  ])('%s leaves its agencies to answer no more than these questions', (name, coordinates) => {
    const result = composed(readNetwork(join(networks, name)));
    expect('questions' in result && result.questions.map(({ coordinate }) => coordinate)).toEqual(coordinates);
  });

  it('another jurisdiction has words of its own, and composes and decides', () => {
    const other = readNetwork(join(networks, 'romandie'));
    const wordsOf = ({ vocabulary, agencies }: NetworkFolder) =>
      [
        ...agencies.flatMap(({ name }) => [name, ...(vocabulary.roles[name] ?? [])]),
        ...(vocabulary.roles['family'] ?? []),
        ...vocabulary.involvementKinds,
        ...[...vocabulary.purposes.keys()].filter((purpose) => !(purpose in sharedWords.purposes)),
        ...vocabulary.categories.filter(({ domain }) => domain !== 'identity').map(({ code }) => code),
      ].sort();
    const shared = new Set(wordsOf(ontario));
    expect(wordsOf(other).filter((word) => shared.has(word))).toEqual([]);
    expect('problems' in composed(other)).toBe(false);
    expect(opened(other).filter((line) => line.includes('pediatrie.vaccin')).length).toBeGreaterThan(0);
    expect(other.languages).toEqual(['fr', 'de', 'en']);
    expect(other.vocabulary.categories.every(({ sentences }) => 'de' in sentences)).toBe(true);
  });
});

describe('a folder that cannot be read names file, line and fix', () => {
  const faultsOf = (name: string, change: (folder: string) => void): readonly string[] => {
    try {
      copy(name, change);
    } catch (error) {
      if (error instanceof NetworkFolderError) return error.faults;
      throw error;
    }
    return [];
  };
  const police = (folder: string) => join(folder, 'agencies/police/agency.yaml');
  const edit = (was: RegExp | string, becomes: string) => (folder: string) => {
    writeFileSync(police(folder), readFileSync(police(folder), 'utf8').replace(was, becomes));
  };

  it.each<[string, (folder: string) => void, RegExp]>([
    ['no words', (folder) => rmSync(police(folder)), /agencies\/police\/agency\.yaml:1: the file is not there/],
    ['no yaml', edit('roles: [', 'roles: [['), /agencies\/police\/agency\.yaml:\d+: /],
    ['an unknown member', edit('roles:', 'rolls:'), /agencies\/police\/agency\.yaml:\d+: .*rolls/],
    ['a code with a capital', edit('  narrative:', '  Narrative:'), /agency\.yaml:\d+: categories.*lower-case words/s],
    ['a sentence that is missing', edit(/ {4}fr: "Le récit.*\n/, ''), /categories\.narrative: add a sentence in `fr`/],
    ['of nobody', edit('    labels: [R]', '    of: DOG\n    labels: [R]'), /agency\.yaml:\d+: categories\.\S+\.of/],
    [
      'a name of the network’s own',
      (folder) => cpSync(join(folder, 'agencies/police'), join(folder, 'agencies/register'), { recursive: true }),
      /`register` is a name of the network's own/,
    ],
    [
      'a name with a space',
      (folder) => cpSync(join(folder, 'agencies/police'), join(folder, 'agencies/The Police'), { recursive: true }),
      /lower-case words joined by hyphens/,
    ],
  ])('%s', (name, change, said) => {
    const faults = faultsOf(`fault-${name.replaceAll(/\W/g, '-')}`, change);
    expect(faults.join('\n')).toMatch(said);
  });
});
