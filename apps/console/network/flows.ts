/** The part of a rule that says whom it lets know what. */
interface Rule {
  readonly recipients: readonly { readonly agency: string }[] | null;
  readonly categories: readonly string[];
  readonly basis: string;
}

const custodianOf = (category: string): string => category.split('.')[0] ?? category;
const gives = ({ basis }: Rule): boolean => basis !== 'NEVER';

/** The number of kinds of a custodian's data that the rules in force let reach each agency at all, with consent or without. */
export function flowsOf(rules: readonly Rule[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const kinds = new Map<string, Map<string, Set<string>>>();
  for (const { recipients, categories } of rules.filter(gives))
    for (const category of categories)
      for (const { agency } of recipients ?? []) {
        const from = kinds.get(custodianOf(category)) ?? new Map<string, Set<string>>();
        kinds.set(custodianOf(category), from.set(agency, (from.get(agency) ?? new Set()).add(category)));
      }
  return new Map(
    [...kinds].map(([custodian, to]) => [custodian, new Map([...to].map(([agency, { size }]) => [agency, size]))]),
  );
}

/** The kinds of data that no rule in force gives to anybody. */
export function neverGiven(
  rules: readonly Rule[],
  categories: readonly { readonly code: string }[],
): readonly string[] {
  const given = new Set<string>(rules.filter(gives).flatMap((rule) => rule.categories));
  return categories.map(({ code }) => code).filter((code) => !given.has(code));
}
