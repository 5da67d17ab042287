import { expandCategories, type NetworkFolder } from '@trellis/vocabulary';
import { isRuleText, type AgencyRules, type Pack } from './pack-text.ts';
import type { RuleOrigins, RulePlace } from './rule-sources.ts';

/** The names in one rule of an agency's `rules.yaml`, or in its `reach`, that are not on the network. */
export interface UnknownNames extends RulePlace {
  readonly id: string;
  readonly names: readonly string[];
}

/** Finds what agencies' proposals name that is not on the network. */
export function unknownNames(
  own: readonly AgencyRules[],
  { authorities }: Pack,
  { vocabulary }: NetworkFolder,
  origins: RuleOrigins,
): readonly UnknownNames[] {
  const agencies = new Set([...vocabulary.agencies, 'network', 'family']);
  const kinds = new Set(vocabulary.involvementKinds);
  const isHere = (code: string): boolean => expandCategories(vocabulary, code) !== undefined;
  const reached = own.flatMap(({ reach = {} }) =>
    Object.entries(reach).map(([kind, parts]) => ({
      id: `reach.${kind}`,
      at: parts[0],
      names: [
        ...(authorities.some((authority) => authority.kind === kind) ? [] : [kind]),
        ...parts.flatMap(({ categories }) =>
          (Array.isArray(categories) ? categories : []).filter((code) => !isHere(code)),
        ),
      ],
    })),
  );
  const ruled = own.flatMap(({ rules = [] }) =>
    rules.filter(isRuleText).map((rule) => ({
      id: rule.id,
      at: rule,
      names: [
        ...(rule.recipients === 'EVERYONE' ? [] : rule.recipients.map(({ agency }) => agency)).filter(
          (agency) => !agencies.has(agency),
        ),
        ...[...(rule.involvement.kinds ?? []), ...(rule.when?.whileOpen ?? [])].filter((kind) => !kinds.has(kind)),
        ...rule.categories.filter((code) => !isHere(code)),
      ],
    })),
  );
  return [...reached, ...ruled].flatMap(({ id, at, names }) => {
    const place = at === undefined ? undefined : origins.of(at);
    return names.length === 0 || place === undefined ? [] : [{ id, names, ...place }];
  });
}
