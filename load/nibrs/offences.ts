import { readFileSync } from 'node:fs';

/** The meanings of NIBRS's codes, published as a data file with its sources and version. */
interface OffenceSet {
  readonly titles: Readonly<Record<string, string>>;
  /** Category of sensitivity → the offences that touch on it, whoever the people are. */
  readonly sensitive: Readonly<Record<string, readonly string[]>>;
  /** The same for what is done among people who live, or lived, as family or partners. */
  readonly sensitiveWithinFamily: Readonly<Record<string, readonly string[]>>;
  /** The offences that say nothing by themselves beyond their kind. */
  readonly ordinary: readonly string[];
  readonly closeRelationships: { readonly terms: readonly string[]; readonly codes: readonly string[] };
}

const read = JSON.parse(
  readFileSync(new URL('../value-sets/nibrs-offences.json', import.meta.url), 'utf8'),
) as OffenceSet;

/** NIBRS offence codes in words; a code that is not here is shown as it is. */
export const offences = read.titles;

const sensitive = Object.entries(read.sensitive);
const withinFamilies = Object.entries(read.sensitiveWithinFamily);
/** Every code of the published schemas; one that is not among them has not been classified. */
const known = new Set([...read.ordinary, ...[...sensitive, ...withinFamilies].flatMap(([, codes]) => codes)]);
const closeTerms = new RegExp(read.closeRelationships.terms.join('|'), 'i');
const closeCodes = new Set(read.closeRelationships.codes);

/** Checks whether the people of an incident live, or lived, as family or partners: step-family and those who parted among them. */
export function isClose(relationship: string): boolean {
  return relationship.split('; ').some((each) => closeTerms.test(each) || closeCodes.has(each.trim().toUpperCase()));
}

/** The sensitivities of an incident beyond its kind: sexual or domestic violence, alcohol or drugs; or an offence that nobody has classified. */
export function sensitivitiesOf(codes: readonly string[], withinFamily: boolean): readonly string[] {
  const found = [...sensitive, ...(withinFamily ? withinFamilies : [])].flatMap(([category, of]) =>
    codes.some((code) => of.includes(code)) ? [category] : [],
  );
  const isOpen = codes.some((code) => !known.has(code));
  return [...new Set([...found, ...(isOpen ? ['sensitivity.unclassified'] : [])])].sort();
}
