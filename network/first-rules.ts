import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expandCategories, type NetworkFolder, NetworkFolderError } from '@trellis/vocabulary';
import { parse, stringify } from 'yaml';

/** The parts of a pack that name agencies and categories; everything else is passed on as it is. */
interface Pack {
  readonly timeZone: string;
  readonly authorities: readonly AuthorityText[];
  readonly rules: readonly RuleText[];
  readonly onlyByOrder?: readonly string[];
  readonly accessPeriods?: readonly { readonly within: string; readonly after: string }[];
  readonly familySafety?: readonly SafetyText[];
}
interface SafetyText {
  readonly withholds?: string | readonly string[];
  readonly unlessServedBy?: readonly string[];
  readonly whereabouts?: readonly string[];
}
interface AuthorityText {
  readonly kind: string;
  readonly reach: readonly { readonly categories: readonly string[] }[];
}
interface RuleText {
  readonly id: string;
  readonly recipients: 'EVERYONE' | readonly { readonly agency: string }[];
  readonly involvement: { readonly need: string; readonly kinds?: readonly string[] };
  readonly categories: readonly string[];
  readonly when?: { readonly whileOpen?: readonly string[] };
}

/** The additions of an agency's own `rules.yaml` to the pack: rules, and what each kind of authority may decide of its categories. */
interface AgencyRules {
  readonly rules?: readonly RuleText[];
  readonly reach?: Readonly<Record<string, AuthorityText['reach']>>;
}

/** The rule set that a new network starts with, and what was left out of it. */
export interface FirstRules {
  readonly yaml: string;
  /** Rules that name only agencies which are not on this network. Leaving a rule out can only withhold. */
  readonly leftOut: readonly string[];
}

/**
 * The network's pack, with what agencies propose in `agencies/NAME/rules.yaml`, without what names agencies that are not on the network.
 *
 * @throws {NetworkFolderError} where days begin elsewhere by the pack than by `network.yaml`: a birthday and a record's day would differ by one.
 */
export function firstRules(network: NetworkFolder): FirstRules {
  const text = readFileSync(network.rules, 'utf8');
  const written = parse(text) as Pack;
  const pack = withAgencyRules(written, network);
  if (pack.timeZone !== network.timeZone)
    throw new NetworkFolderError(network.folder, [
      `${basename(network.rules)}: timeZone is ${pack.timeZone}, and ${network.timeZone} in network.yaml: write the same zone in both.`,
    ]);
  const { known, leftOut } = onlyKnown(pack, network);
  // As it was written, comments and all, where nothing had to change.
  const same = JSON.stringify(known) === JSON.stringify(written);
  return {
    yaml: same ? text : `# From ${basename(network.rules)}.\n${stringify(known, { aliasDuplicateObjects: false })}`,
    leftOut,
  };
}

function withAgencyRules(pack: Pack, { agencies }: NetworkFolder): Pack {
  const files = agencies.map(({ folder }) => join(folder, 'rules.yaml')).filter((file) => existsSync(file));
  const own = files.map((file) => (parse(readFileSync(file, 'utf8')) ?? {}) as AgencyRules);
  return {
    ...pack,
    authorities: pack.authorities.map((authority) => ({
      ...authority,
      reach: [...authority.reach, ...own.flatMap(({ reach }) => reach?.[authority.kind] ?? [])],
    })),
    rules: [...pack.rules, ...own.flatMap(({ rules = [] }) => rules)],
  };
}

function onlyKnown(
  pack: Pack,
  { vocabulary }: NetworkFolder,
): { readonly known: Pack; readonly leftOut: readonly string[] } {
  const agencies = new Set([...vocabulary.agencies, 'network', 'family']);
  const kinds = new Set(vocabulary.involvementKinds);
  const here = (code: string): boolean => expandCategories(vocabulary, code) !== undefined;
  const shorten = (rule: RuleText): RuleText | undefined => {
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
