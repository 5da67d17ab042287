import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { expandCategories, type NetworkFolder, NetworkFolderError } from '@trellis/vocabulary';
import { stringify } from 'yaml';
import {
  isObject,
  isRules,
  isRuleText,
  type AgencyRules,
  type Pack,
  type RuleText,
  type SafetyText,
} from './pack-text.ts';
import { readRuleSource, RuleOrigins, type RulePlace, type RuleSource } from './rule-sources.ts';
import { unknownNames, type UnknownNames } from './unknown-names.ts';

/** The rule set that a new network starts with, and what was left out of it. */
export interface FirstRules {
  readonly yaml: string;
  /** Rules that name only agencies which are not on this network. Leaving a rule out can only withhold. */
  readonly leftOut: readonly string[];
  /** The names in agencies' own proposals that are not on the network, by rule: they were left out, and the rule where nothing is left of it. */
  readonly unknownInProposals: readonly UnknownNames[];
  /** The file and line of what stands at a path of the set, such as `rules.3.basis`. */
  placeOf(path: string): RulePlace;
}

/**
 * The network's pack, with what agencies propose in `agencies/NAME/rules.yaml`, without what names agencies that are not on the network.
 *
 * @throws {NetworkFolderError} where a file is not there or no list of rules can be read from it, and where days begin elsewhere by the pack than by
 * `network.yaml`: a birthday and a record's day would differ by one.
 */
export function firstRules(network: NetworkFolder): FirstRules {
  const source = readRuleSource(network.folder, network.rules);
  const origins = new RuleOrigins();
  origins.add(source);
  const { text } = source;
  const written = asPack(source, network);
  const own = network.agencies
    .map(({ folder }) => join(folder, 'rules.yaml'))
    .filter((file) => existsSync(file))
    .map((file) => agencyRules(readRuleSource(network.folder, file), network, origins));
  const pack = withAgencyRules(written, own, origins);
  if (pack.timeZone !== network.timeZone)
    throw new NetworkFolderError(network.folder, [
      `${basename(network.rules)}: timeZone is ${pack.timeZone}, and ${network.timeZone} in network.yaml: write the same zone in both.`,
    ]);
  const { known, leftOut } = onlyKnown(pack, network, origins);
  // As it was written, comments and all, where nothing had to change.
  const same = JSON.stringify(known) === JSON.stringify(written);
  return {
    yaml: same ? text : `# From ${basename(network.rules)}.\n${stringify(known, { aliasDuplicateObjects: false })}`,
    leftOut,
    unknownInProposals: unknownNames(own, pack, network, origins),
    placeOf: (path) => origins.placeOf(known, path, source),
  };
}

/** A pack in which rules can be looked for; what else is wrong with it is for who reads the set. */
function asPack(source: RuleSource, network: NetworkFolder): Pack {
  const pack = source.data;
  const isPack = isObject(pack) && isRules(pack['rules']) && Array.isArray(pack['authorities']);
  if (isPack) return pack as unknown as Pack;
  throw unlike(source, network, 'needs `authorities` and `rules`, both lists; each rule is a mapping with its `id`.');
}

function unlike({ file }: RuleSource, { folder }: NetworkFolder, message: string): NetworkFolderError {
  return new NetworkFolderError(folder, [`${relative(folder, file)} ${message}`]);
}

function withAgencyRules(pack: Pack, own: readonly AgencyRules[], origins: RuleOrigins): Pack {
  return {
    ...pack,
    authorities: pack.authorities.map((authority) => {
      const reached = {
        ...authority,
        reach: [...authority.reach, ...own.flatMap(({ reach }) => reach?.[authority.kind] ?? [])],
      };
      origins.move(authority, reached);
      return reached;
    }),
    rules: [...pack.rules, ...own.flatMap(({ rules = [] }) => rules)],
  };
}

/** An agency's proposal; of a file that is empty, none. */
function agencyRules(source: RuleSource, network: NetworkFolder, origins: RuleOrigins): AgencyRules {
  const data = source.data ?? {};
  origins.add(source);
  const isProposal =
    isObject(data) &&
    Object.keys(data).every((key) => key === 'rules' || key === 'reach') &&
    isRules(data['rules'] ?? []) &&
    isObject(data['reach'] ?? {}) &&
    Object.values(data['reach'] ?? {}).every(isRules);
  if (isProposal) return data as unknown as AgencyRules;
  throw unlike(
    source,
    network,
    'holds `rules`, a list in which each rule is a mapping, and `reach`, by kind of authority a list; nothing else.',
  );
}

function onlyKnown(
  pack: Pack,
  { vocabulary }: NetworkFolder,
  origins: RuleOrigins,
): { readonly known: Pack; readonly leftOut: readonly string[] } {
  const agencies = new Set([...vocabulary.agencies, 'network', 'family']);
  const kinds = new Set(vocabulary.involvementKinds);
  const here = (code: string): boolean => expandCategories(vocabulary, code) !== undefined;
  const shorten = (rule: RuleText): RuleText | undefined => {
    // What is no rule is passed on: who reads the set says what is wrong with it.
    if (!isRuleText(rule)) return rule;
    const { involvement } = rule;
    const shortened = {
      ...rule,
      recipients:
        rule.recipients === 'EVERYONE' ? rule.recipients : rule.recipients.filter(({ agency }) => agencies.has(agency)),
      involvement: involvement.kinds
        ? { ...involvement, kinds: involvement.kinds.filter((kind) => kinds.has(kind)) }
        : involvement,
      categories: rule.categories.filter(here),
      ...(rule.when?.whileOpen && {
        when: { ...rule.when, whileOpen: rule.when.whileOpen.filter((kind) => kinds.has(kind)) },
      }),
    };
    // A condition of which nothing is left can never be met.
    const lost =
      ((involvement.kinds?.length ?? 0) > 0 && shortened.involvement.kinds?.length === 0) ||
      (rule.when?.whileOpen !== undefined && shortened.when?.whileOpen?.length === 0);
    origins.move(rule, shortened);
    return shortened.recipients.length === 0 || shortened.categories.length === 0 || lost ? undefined : shortened;
  };
  const rules = pack.rules.map((rule) => ({ id: rule.id, rule: shorten(rule) }));
  const familySafety = pack.familySafety?.flatMap((safety) => shortenSafety(safety, here, (kind) => kinds.has(kind)));
  return {
    leftOut: rules.flatMap(({ id, rule }) => (rule === undefined ? [id] : [])),
    known: {
      ...pack,
      authorities: pack.authorities.map((authority) => ({
        ...authority,
        reach: authority.reach.flatMap((reach) => {
          const categories = reach.categories.filter(here);
          return categories.length === 0 ? [] : [{ ...reach, categories }];
        }),
      })),
      rules: rules.flatMap(({ rule }) => rule ?? []),
      ...(familySafety && { familySafety }),
      ...(pack.onlyByOrder && { onlyByOrder: pack.onlyByOrder.filter(here) }),
      ...(pack.accessPeriods && {
        accessPeriods: pack.accessPeriods.filter(({ within, after }) => here(within) && here(after)),
      }),
    },
  };
}

/** A safety rule without words that are not on the network; none where nothing is left of what it withholds or hides. */
function shortenSafety(
  safety: SafetyText,
  here: (code: string) => boolean,
  knownKind: (kind: string) => boolean,
): readonly SafetyText[] {
  const { unlessServedBy, ...always } = safety;
  const withholds = typeof safety.withholds === 'string' ? safety.withholds : safety.withholds?.filter(here);
  const whereabouts = safety.whereabouts?.filter(here);
  if (withholds?.length === 0 || whereabouts?.length === 0) return [];
  // Where nobody of these kinds can serve the child, the rule withholds always. Keys keep their order: an unchanged pack is passed on as it was written.
  const served = unlessServedBy?.filter(knownKind);
  return [
    {
      ...(served?.length === 0 ? always : safety),
      ...(withholds !== undefined && { withholds }),
      ...(served !== undefined && served.length > 0 && { unlessServedBy: served }),
      ...(whereabouts !== undefined && { whereabouts }),
    },
  ];
}
