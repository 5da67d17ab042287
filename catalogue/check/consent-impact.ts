import { ceiling, hasBit, type CompiledRules, type LevelSets } from '@trellis/decision';
import type { Labels, Requirement } from '@trellis/schema';
import type { Requester, Vocabulary } from '@trellis/vocabulary';
import type { NewlyVisible } from './report.ts';

/**
 * The fields that a change of schemas lets roles see that they could not: for each field that is new, or asks for less than it did, each
 * role to which the rules could open it, whatever consents, approvals and orders there are.
 */
export function newlyVisible(
  before: Labels | undefined,
  after: Labels,
  rules: CompiledRules,
  { vocabulary, agencies }: { readonly vocabulary: Vocabulary; readonly agencies: readonly string[] },
): readonly NewlyVisible[] {
  const changed = [...after.fields].filter(([coordinate, { requirement }]) => {
    const was = before?.fields.get(coordinate)?.requirement;
    // Where no graph is live everything is new: then what these agencies label is told, and not the whole network.
    const told = before !== undefined || categoriesOf(requirement).some((code) => agencies.includes(domainOf(code)));
    return told && categoriesOf(requirement).length > 0 && !(was && isSame(was, requirement));
  });
  if (changed.length === 0) return [];
  return requestersOf(vocabulary).flatMap((requester) => {
    const sights = [...vocabulary.purposes.keys()].map((purpose) => ({
      purpose,
      sees: (need: Requirement) => covers(ceiling(rules, { requester, purpose }), need, vocabulary),
    }));
    return changed.flatMap(([coordinate, { requirement }]): NewlyVisible[] => {
      const was = before?.fields.get(coordinate)?.requirement;
      const purposes = sights
        .filter(({ sees }) => sees(requirement) && !(was && sees(was)))
        .map(({ purpose }) => purpose);
      const { agency, role } = requester;
      return purposes.length > 0 ? [{ coordinate, categories: categoriesOf(requirement), agency, role, purposes }] : [];
    });
  });
}

/** Categories of these agencies that stand in a label and in no rule: nobody will ever see what bears them. */
export function categoriesWithoutRules(
  after: Labels,
  rules: CompiledRules,
  vocabulary: Vocabulary,
  agencies: readonly string[],
): readonly string[] {
  const used = new Set([...after.fields.values()].flatMap(({ requirement }) => categoriesOf(requirement)));
  const sets = requestersOf(vocabulary).flatMap((requester) =>
    [...vocabulary.purposes.keys()].map((purpose) => ceiling(rules, { requester, purpose })),
  );
  return [...used]
    .filter((code) => agencies.includes(domainOf(code)))
    .filter((code) => {
      const bit = vocabulary.bit.get(code);
      return bit !== undefined && !sets.some(({ SUMMARY, FULL }) => hasBit(SUMMARY, bit) || hasBit(FULL, bit));
    })
    .sort();
}

function requestersOf({ agencies, roles }: Vocabulary): readonly Requester[] {
  const officers = roles['network'] ?? [];
  const of = (agency: string, kind: Requester['kind'], names: readonly string[]) =>
    names.map((role): Requester => ({ agency, role, user: 'anybody', kind }));
  return [
    ...agencies.flatMap((agency) => [
      ...of(agency, 'worker', roles[agency] ?? []),
      ...of(agency, 'officer', officers),
      ...of(agency, 'system', ['system']),
    ]),
    ...of('family', 'family', roles['family'] ?? []),
    ...of('network', 'officer', officers),
  ];
}

function covers(sets: LevelSets, need: Requirement, vocabulary: Vocabulary): boolean {
  const all = (level: 'SUMMARY' | 'FULL') =>
    need[level].every((code) => {
      const bit = vocabulary.bit.get(code);
      return bit !== undefined && hasBit(sets[level], bit);
    });
  return all('SUMMARY') && all('FULL');
}

function categoriesOf({ FULL, SUMMARY }: Requirement): readonly string[] {
  return [...new Set([...FULL, ...SUMMARY])].sort();
}

function isSame(one: Requirement, other: Requirement): boolean {
  const text = ({ FULL, SUMMARY }: Requirement) => JSON.stringify([[...FULL].sort(), [...SUMMARY].sort()]);
  return text(one) === text(other);
}

function domainOf(code: string): string {
  return code.split('.')[0] ?? '';
}
